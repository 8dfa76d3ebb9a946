import type { Chord } from './chords.ts';
import { type ActionId, BINDINGS, type KeyBinding, type Scope } from './keymap.ts';

/** What of a keyboard event decides which action it means. */
export type Press = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

const fits = (chord: Chord, press: Press): boolean => {
  if (chord.types !== undefined) return press.key === chord.types && !press.ctrlKey && !press.metaKey;
  return (
    chord.code === press.code &&
    (chord.ctrl ?? false) === (press.ctrlKey || press.metaKey) &&
    (chord.shift ?? false) === press.shiftKey &&
    (chord.alt ?? false) === press.altKey
  );
};

type Row = KeyBinding & { id: ActionId };
const rows = (scope: Scope): Row[] => BINDINGS.filter((row) => row.scope === scope && !row.byRubric);
const BY_SCOPE: Readonly<Record<Scope, Row[]>> = {
  frame: rows('frame'),
  start: rows('start'),
  import: rows('import'),
  rate: rows('rate'),
  audit: rows('audit'),
  transcripts: rows('transcripts'),
  text: rows('text'),
};

/** The action a press means in a scope; a key held down counts once unless the action repeats. */
export function actionOf(scope: Scope, press: Press): ActionId | null {
  const row = BY_SCOPE[scope].find(({ chords }) => chords.some((chord) => fits(chord, press)));
  return row && (!press.repeat || row.repeats) ? row.id : null;
}

/** The position of a plain key, digits of the number pad as those of the row; null with Ctrl, Alt, Command or Shift. */
export function plainCode(press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  return press.code.replace(/^Numpad(?=\d$)/, 'Digit');
}
