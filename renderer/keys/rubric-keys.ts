import { type Dimension, dimensionLabel, type Rubric } from '../../shared/domain/rubric.ts';
import { current, type Keymap } from './current.ts';
import { HANDS } from './hands.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`);

/** The letters to choose from, those under the hand where the keys lie under one. */
const alphabet = ({ hand }: Keymap): readonly string[] => (hand === 'both' ? ALPHABET : HANDS[hand].letters);

/** The first letter key of a name that is not taken yet, else the first free letter there is. */
export function letterFor(name: string, taken: ReadonlySet<string>, keymap: Keymap): string | undefined {
  const letters = alphabet(keymap);
  const own = [...name.toUpperCase().normalize('NFD')].map((letter) => `Key${letter}`);
  return [...own.filter((code) => letters.includes(code)), ...letters].find((code) => !taken.has(code));
}

/** Gives each name a letter of its own, by preference its first; names beyond the free letters get none. Never a key that gives a value. */
export function letterKeys(names: readonly string[], keymap = current()): Map<string, string> {
  const used = new Set(keymap.values.keys());
  const keys = new Map<string, string>();
  for (const name of names) {
    const code = letterFor(name, used, keymap);
    if (code === undefined) continue;
    used.add(code);
    keys.set(name, code);
  }
  return keys;
}

/** True for a key that a rubric names and can have: no action needs it, and the hand reaches it. */
const isFree = (code: string, { taken, hand }: Keymap): boolean =>
  !taken.has(code) && (hand === 'both' || HANDS[hand].letters.includes(code));

/** Dimension id -> the key that jumps to it: the rubric's own where it is free, else a letter of the label. */
export function dimensionKeys(rubric: Rubric, keymap = current()): Map<string, string> {
  const own = rubric.dimensions.flatMap(({ id, key }) =>
    key && isFree(key, keymap) ? [[id, key] as const] : [],
  );
  const keys = new Map(own);
  const used = new Set([...keymap.taken, ...keys.values()]);
  for (const entry of rubric.dimensions) {
    if (keys.has(entry.id)) continue;
    const code = letterFor(dimensionLabel(entry), used, keymap);
    if (code === undefined) continue;
    used.add(code);
    keys.set(entry.id, code);
  }
  return keys;
}

const isDigit = (code: string): boolean => /^Digit\d$/.test(code);

/**
 * The key of each option, in the rubric's order: its own where it is free, else the digit of its value, else its place counted from 1. A
 * digit is the name of a value's key, wherever that lies.
 */
export function optionKeys(entry: Dimension, keymap = current()): string[] {
  const single = (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9;
  const byValue = entry.options.every(({ value }) => single(value));
  return entry.options.map(({ key, value }, index) =>
    key && (isDigit(key) || isFree(key, keymap)) ? key : `Digit${byValue ? value : (index + 1) % 10}`,
  );
}
