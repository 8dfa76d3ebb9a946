import type { Chord } from './chords.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  NumpadEnter: 'Enter',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** What stands on the key at a position: KeyJ -> "J", Digit1 -> "1", ArrowUp -> "↑". */
export const capOf = (code: string): string => NAMES[code] ?? code.replace(/^(Key|Digit|Numpad)/, '');

/** A chord as it is written: "Ctrl+Shift+Z". */
export function chordText({ code, ctrl, shift, alt, types }: Chord): string {
  if (types !== undefined) return types;
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', capOf(code)].filter(Boolean).join('+');
}
