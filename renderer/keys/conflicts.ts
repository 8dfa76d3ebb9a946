import { type Chord, chordId, isPosition, parseChord } from './chords.ts';
import type { Keymap } from './current.ts';
import { isWriting, type Press, positionOf, pressId } from './match.ts';
import { type Binding, overlaps } from './resolve.ts';

/** Why a key cannot be had at all. */
export type Refusal = 'modifier' | 'altgr' | 'tab' | 'position' | 'editing' | 'system' | 'single';

/** What choosing a key for an action comes to. */
export type Choice =
  /** Only a modifier is down yet. */
  | { kind: 'waiting' }
  | { kind: 'refused'; why: Refusal }
  | { kind: 'free'; chord: Chord }
  /** Another action has it where both can be heard. */
  | { kind: 'taken'; chord: Chord; by: Binding };

const MODIFIERS = /^(Control|Shift|Alt|Meta)(Left|Right)$|^(AltGraph|CapsLock|NumLock|ScrollLock|Fn)$/;

/** Keys that texts are copied, pasted and selected with everywhere. */
const EDITING = new Set(['Ctrl+KeyA', 'Ctrl+KeyC', 'Ctrl+KeyV', 'Ctrl+KeyX', 'Shift+Insert', 'Ctrl+Insert']);

/** Keys that the system or the program's own menu takes. */
const SYSTEM = new Set([
  'Alt+F4',
  'F11',
  'Ctrl+KeyQ',
  'Ctrl+KeyW',
  'Ctrl+KeyM',
  'Ctrl+KeyO',
  'Ctrl+Digit0',
  'Ctrl+Equal',
  'Ctrl+Minus',
  'Ctrl+Shift+Equal',
  'Ctrl+Shift+KeyI',
  'Alt+Space',
]);

/** Who has a chord where an action would hear it too; itself left out. */
export function holderOf(bindings: readonly Binding[], row: Binding, id: string): Binding | undefined {
  return bindings.find(
    (other) =>
      other.id !== row.id &&
      overlaps(other.scope, row.scope) &&
      other.chords.some((chord) => chordId(chord) === id),
  );
}

const bySign = (bindings: readonly Binding[], row: Binding, { key, ctrlKey }: Press): Binding | undefined =>
  bindings.find(
    (other) =>
      other.id !== row.id &&
      overlaps(other.scope, row.scope) &&
      !ctrlKey &&
      other.chords.some(({ types }) => types === key),
  );

const refusalOf = (row: Binding, press: Press, id: string): Refusal | null => {
  if (isWriting(press)) return 'altgr';
  if (press.code === 'Tab') return 'tab';
  if (!isPosition(positionOf(press))) return 'position';
  if (EDITING.has(id)) return 'editing';
  if (SYSTEM.has(id)) return 'system';
  return row.byRubric && id !== positionOf(press) ? 'single' : null;
};

/** What it comes to when an action is to get the key that was just pressed. */
export function choiceOf(bindings: readonly Binding[], row: Binding, press: Press): Choice {
  if (MODIFIERS.test(press.code) || press.key === 'AltGraph') return { kind: 'waiting' };
  const id = pressId(press);
  const why = refusalOf(row, press, id);
  const chord = why === null ? parseChord(id) : null;
  if (why !== null || !chord) return { kind: 'refused', why: why ?? 'position' };
  const by = holderOf(bindings, row, id) ?? bySign(bindings, row, press);
  return by ? { kind: 'taken', chord, by } : { kind: 'free', chord };
}

export type StoredKeys = Readonly<Record<string, string[]>>;

const idsOf = (chords: readonly Chord[]): string[] => chords.map(chordId);

/** The action's chords with this one at a place of theirs; at the end where there are fewer. */
const placed = (chords: readonly Chord[], at: number, chord: Chord): string[] => [
  ...new Set([...idsOf(chords.slice(0, at)), chordId(chord), ...idsOf(chords.slice(at + 1))]),
];

/** The stored keys with a chord at one place of an action. */
export const withKey = (keys: StoredKeys, row: Binding, at: number, chord: Chord): StoredKeys => ({
  ...keys,
  [row.id]: placed(row.chords, at, chord),
});

/** The stored keys without the chord at one place of an action. */
export const withoutKey = (keys: StoredKeys, row: Binding, at: number): StoredKeys => ({
  ...keys,
  [row.id]: idsOf(row.chords.toSpliced(at, 1)),
});

/**
 * The stored keys after two actions changed theirs: `row` gets the chord, and who had it gets the one it had in its place, unless it
 * cannot have that; then it goes without.
 */
export function swapped(
  { bindings }: Pick<Keymap, 'bindings'>,
  keys: StoredKeys,
  row: Binding,
  at: number,
  { chord, by }: Extract<Choice, { kind: 'taken' }>,
): StoredKeys {
  const given = row.chords[at];
  const others = bindings.filter(({ id }) => id !== row.id);
  const fits =
    given !== undefined &&
    (!by.byRubric || chordId(given) === given.code) &&
    holderOf(others, by, chordId(given)) === undefined;
  const id = chordId(chord);
  // A sign that the pressed key types counts as the key itself.
  const has = by.chords.some((own) => chordId(own) === id);
  const lost = (own: Chord): boolean => (has ? chordId(own) === id : own.types !== undefined);
  const left = by.chords.flatMap((own) => (lost(own) ? (fits ? [given] : []) : [own]));
  return { ...withKey(keys, row, at, chord), [by.id]: [...new Set(idsOf(left))] };
}
