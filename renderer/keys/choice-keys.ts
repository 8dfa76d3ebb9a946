import type { Dimension, Rubric } from '../../shared/domain/rubric.ts';
import { current } from './current.ts';
import { dimensionKeys, letterFor } from './rubric-keys.ts';

/** Nothing of what can be chosen: the figure beneath the ones that choose. */
export const NONE_KEY = 'Digit0';
const MOST_FIGURES = 9;

/**
 * The keys of options of which several can be chosen, in the rubric's order: their own, else the figures from 1, then letters that
 * nothing else needs. Empty for those beyond the free letters.
 */
export function choiceKeys(rubric: Rubric, entry: Dimension, keymap = current()): string[] {
  const own = entry.options.flatMap(({ key }) => key ?? []);
  const used = new Set([...keymap.taken, ...dimensionKeys(rubric, keymap).values(), ...own]);
  return entry.options.map(({ key, label }, index) => {
    if (key) return key;
    const figure = `Digit${index + 1}`;
    const code = index < MOST_FIGURES && !own.includes(figure) ? figure : letterFor(label, used, keymap);
    if (code !== undefined) used.add(code);
    return code ?? '';
  });
}
