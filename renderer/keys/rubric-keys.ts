import { type Dimension, dimensionLabel, type Rubric } from '../../shared/domain/rubric.ts';
import { BINDINGS } from './keymap.ts';
import { capOf } from './labels.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`);

/** Single keys the Rate screen needs for itself; a rubric cannot take them. */
const TAKEN: ReadonlySet<string> = new Set(
  BINDINGS.filter(({ scope }) => scope === 'rate').flatMap(({ chords }) =>
    chords.filter(({ ctrl, shift, alt }) => !ctrl && !shift && !alt).map(({ code }) => code),
  ),
);

/** The first letter key of a name that is not taken yet, else the first free letter of the alphabet. */
function letterFor(name: string, taken: ReadonlySet<string>): string | undefined {
  const own = [...name.toUpperCase().normalize('NFD')].map((letter) => `Key${letter}`);
  return [...own.filter((code) => ALPHABET.includes(code)), ...ALPHABET].find((code) => !taken.has(code));
}

/** Gives each name a letter of its own, by preference its first; names beyond the free letters get none. */
export function letterKeys(
  names: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const used = new Set(taken);
  const keys = new Map<string, string>();
  for (const name of names) {
    const code = letterFor(name, used);
    if (code === undefined) continue;
    used.add(code);
    keys.set(name, code);
  }
  return keys;
}

/** Dimension id -> the key that jumps to it: the rubric's own where it is free, else a letter of the label. */
export function dimensionKeys(rubric: Rubric): Map<string, string> {
  const own = rubric.dimensions.flatMap(({ id, key }) =>
    key && !TAKEN.has(key) ? [[id, key] as const] : [],
  );
  const keys = new Map(own);
  const used = new Set([...TAKEN, ...keys.values()]);
  for (const entry of rubric.dimensions) {
    if (keys.has(entry.id)) continue;
    const code = letterFor(dimensionLabel(entry), used);
    if (code === undefined) continue;
    used.add(code);
    keys.set(entry.id, code);
  }
  return keys;
}

/** The key of each option, in the rubric's order: its own, else the digit of its value, else its place counted from 1. */
export function optionKeys(entry: Dimension): string[] {
  const single = (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9;
  const byValue = entry.options.every(({ value }) => single(value));
  return entry.options.map(({ key, value }, index) => key ?? `Digit${byValue ? value : (index + 1) % 10}`);
}

export interface RubricRow {
  id: string;
  group: string;
  label: string;
  keys: string[];
}

/** What the help says of the keys that come from the rubric. */
export function rubricRows(rubric: Rubric): RubricRow[] {
  const jumps = dimensionKeys(rubric);
  const values = [...new Set(rubric.dimensions.flatMap(optionKeys))].map(capOf).sort();
  const first = values[0] ?? '';
  const last = values.at(-1) ?? '';
  return [
    {
      id: 'value',
      group: 'Rating',
      label: 'Give the value and go on to the next dimension',
      keys: first === last ? [first] : [first, '…', last],
    },
    {
      id: 'dimension',
      group: 'Rating',
      label: `Go to ${rubric.dimensions.map(dimensionLabel).join(', ')}`,
      keys: rubric.dimensions.flatMap(({ id }) => capOf(jumps.get(id) ?? '')),
    },
  ];
}
