import { alt, type Chord, chordId, parseChord, shift } from './chords.ts';
import { HANDS } from './hands.ts';
import { type ActionId, BINDINGS, type KeyBinding, type Scope } from './keymap.ts';

export type Binding = KeyBinding & { id: ActionId };

/** Which hand the keys lie under. */
export type Hand = 'both' | 'left' | 'right';

/** What a person set for the keys. */
export interface OwnKeys {
  hand: Hand;
  /** Action -> chords by their stored names. */
  keys: Readonly<Record<string, readonly string[]>>;
}

/** A stored key that could not be used, and why: no such action, no such key, or another action has it. */
export interface KeyNote {
  action: string;
  key: string;
  why: 'action' | 'key' | 'taken';
}

/** True where both can be heard at once: a screen's keys and the frame's; a text field hears its own alone. */
export const overlaps = (one: Scope, other: Scope): boolean =>
  one === other || (one !== 'text' && other !== 'text' && (one === 'frame' || other === 'frame'));

/** What is pressed by the keys that give values, or by letters of the rubric. */
const FOLLOWS_VALUES: ReadonlySet<ActionId> = new Set([
  'value',
  'dimension',
  'prefer',
  'prefer.tie',
  'prefer.bad',
]);

/** True for an action whose keys a person may change. */
export const isChangeable = ({ id, scope }: Binding): boolean => scope !== 'text' && !FOLLOWS_VALUES.has(id);

const ctrlShift = (code: string): Chord => ({ code, ctrl: true, shift: true });

/** Who has which chord; the first that asks gets it. */
class Claims {
  readonly #holders = new Map<string, Scope[]>();

  take(scope: Scope, chord: Chord): boolean {
    const id = chordId(chord);
    const holders = this.#holders.get(id) ?? [];
    if (holders.some((holder) => overlaps(holder, scope))) return false;
    this.#holders.set(id, [...holders, scope]);
    return true;
  }
}

/**
 * The table under one hand. What the layout names lies where it says. Anything else keeps the keys that leaves free; on Rate, what the
 * hand would not reach then gets a free letter with Shift, else with Alt or Ctrl and Shift.
 */
export function handBindings(hand: Hand): readonly Binding[] {
  if (hand === 'both') return BINDINGS;
  const { half, hasAlt, keys } = HANDS[hand];
  const claims = new Claims();
  for (const row of BINDINGS) for (const chord of keys[row.id] ?? []) claims.take(row.scope, chord);
  const placed = BINDINGS.map((row) => ({
    ...row,
    chords: keys[row.id] ?? row.chords.filter((chord) => claims.take(row.scope, chord)),
  }));
  const letters = half.filter((code) => code.startsWith('Key'));
  const spare = [...letters.map(shift), ...letters.map(hasAlt ? alt : ctrlShift)];
  const isNear = ({ code, alt }: Chord): boolean => half.includes(code) && (hasAlt || !alt);
  return placed.map((row, index) => {
    const hasKey = row.scope === 'rate' && (BINDINGS[index]?.chords.length ?? 0) > 0;
    const free =
      hasKey && !row.chords.some(isNear) ? spare.find((chord) => claims.take(row.scope, chord)) : undefined;
    return free ? { ...row, chords: [free, ...row.chords] } : row;
  });
}

/** The stored keys of one action that can be used. */
function ownChords(
  row: Binding,
  stored: readonly string[],
  note: (key: string, why: KeyNote['why']) => void,
) {
  return stored.flatMap((text) => {
    const chord = parseChord(text);
    const fits = chord && (!row.byRubric || chordId(chord) === chord.code);
    if (!fits) note(text, 'key');
    return fits ? chord : [];
  });
}

/**
 * The keys that hold: the table, as it lies under the hand, with a person's own keys in place of its. Of two that ask for one key, a
 * person's own goes before the table's, and the earlier row before the later.
 */
export function resolveKeys({ hand, keys }: OwnKeys): { bindings: readonly Binding[]; notes: KeyNote[] } {
  const base = handBindings(hand);
  const notes: KeyNote[] = [];
  const known = new Map(base.filter(isChangeable).map((row) => [String(row.id), row]));
  for (const action of Object.keys(keys))
    if (!known.has(action)) notes.push({ action, key: keys[action]?.join(' ') ?? '', why: 'action' });
  if (notes.length === Object.keys(keys).length) return { bindings: base, notes };

  const claims = new Claims();
  const taking = (row: Binding, chords: readonly Chord[]): Chord[] =>
    chords.filter((chord) => {
      const got = claims.take(row.scope, chord);
      if (!got) notes.push({ action: row.id, key: chordId(chord), why: 'taken' });
      return got;
    });
  const own = new Map(
    base.flatMap((row) => {
      const stored = known.has(row.id) ? keys[row.id] : undefined;
      if (!stored) return [];
      const chords = ownChords(row, stored, (key, why) => notes.push({ action: row.id, key, why }));
      // Where nothing of it can be read, the table's keys stand.
      if (chords.length === 0 && stored.length > 0) return [];
      return [[row.id, taking(row, chords)] as const];
    }),
  );
  const bindings = base.map((row) => ({ ...row, chords: own.get(row.id) ?? taking(row, row.chords) }));
  return { bindings, notes };
}
