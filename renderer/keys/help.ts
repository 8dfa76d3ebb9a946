import type { Dimension, Rubric } from '../../shared/domain/rubric.ts';
import { dimensionLabel } from '../../shared/domain/rubric.ts';
import { fuzzyScore } from './fuzzy.ts';
import { capOf, capsFor } from './labels.ts';
import type { Binding } from './resolve.ts';
import { dimensionKeys, optionKeys } from './rubric-keys.ts';

export interface HelpRow {
  id: string;
  group: string;
  label: string;
  keys: string[];
}

/** What the help calls things, in the language of the window. */
export interface HelpWords {
  nameOf(row: Binding): string;
  groupOf(row: Binding): string;
  values: string;
  dimensions(names: string): string;
}

const valueKeys = (entries: readonly Dimension[]): string[] => {
  const codes = new Set(entries.flatMap((entry) => optionKeys(entry)));
  return [...codes].toSorted().map(capOf);
};

/** All keys as they are now, by the headings of the help; what a rubric says of values and dimensions in its place. */
export function helpGroups(
  bindings: readonly Binding[],
  rubric: Rubric | undefined,
  words: HelpWords,
  typed: string,
): Map<string, HelpRow[]> {
  const groups = new Map<string, HelpRow[]>();
  for (const row of bindings) {
    const { id } = row;
    const jumps = rubric && id === 'dimension' ? dimensionKeys(rubric) : new Map<string, string>();
    const own: Partial<Record<string, [string, string[]]>> = rubric
      ? {
          prefer: [words.nameOf(row), ['1', '2', '3', '4'].map((figure) => capOf(`Digit${figure}`))],
          'prefer.tie': [words.nameOf(row), [capOf('Digit5')]],
          'prefer.bad': [words.nameOf(row), [capOf('Digit0')]],
          value: [words.values, valueKeys(rubric.dimensions)],
          dimension: [
            words.dimensions(rubric.dimensions.map(dimensionLabel).join(', ')),
            [...jumps.values()].map(capOf),
          ],
        }
      : {};
    const [label, keys] = own[id] ?? [words.nameOf(row), row.byRubric ? [] : capsFor(id)];
    const group = words.groupOf(row);
    const fits = fuzzyScore(typed, `${label} ${group}`) !== null || keys.includes(typed.trim().toUpperCase());
    if (keys.length > 0 && fits)
      groups.set(group, [...(groups.get(group) ?? []), { id, group, label, keys }]);
  }
  return groups;
}
