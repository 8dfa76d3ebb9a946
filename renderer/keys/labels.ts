import { textNow } from '../catalogue/area.ts';
import { keyNames, written } from '../catalogue/key-names.ts';
import type { Chord } from './chords.ts';
import { current } from './current.ts';
import type { ActionId } from './keymap.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  NumpadEnter: 'Enter',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  NumpadMultiply: 'Num ×',
  NumpadDivide: 'Num ÷',
  NumpadDecimal: 'Num .',
  NumpadComma: 'Num ,',
  NumpadEqual: 'Num =',
  ContextMenu: 'Menu',
};

/** What a US keyboard has there: where the user's own is not known. */
const US: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Slash: '/',
  IntlBackslash: '<',
};

/** What a US keyboard has at a position, or what the key is called on any. */
export const usCap = (code: string): string =>
  NAMES[code] ?? US[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');

/** What stands on the key at a position of the user's keyboard: KeyQ -> "Q", or "A" on a French one. Digits are digits on all. */
export const capAt = (code: string): string => current().caps.get(code) ?? usCap(code);

/** What stands on the key that a rubric or a short list names: the digit of a value stands for the key that gives it. */
export const capOf = (code: string): string => capAt(current().places.get(code) ?? code);

/** A chord as it is written: "Ctrl+Shift+Z". */
export function chordText({ code, ctrl, shift, alt, types }: Chord): string {
  if (types !== undefined) return types;
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', capAt(code)].filter(Boolean).join('+');
}

/** The keys of an action as they are shown; those that the number pad has as well are not shown twice. */
export function capsFor(id: ActionId): string[] {
  const chords = current().bindings.find((row) => row.id === id)?.chords ?? [];
  const shown = chords.filter(({ code }, index) => index === 0 || !code.startsWith('Numpad'));
  return [...new Set(shown.map(chordText))];
}

/** The first key of an action, as it is shown beside what it does; empty where it has none. */
export const capFor = (id: ActionId): string => capsFor(id)[0] ?? '';

/** The same as sentences write it in the language spoken now: "Strg+Z". */
export const keyInWords = (id: ActionId): string => written(capFor(id), textNow(keyNames));
