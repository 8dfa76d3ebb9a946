import { tQuantile975 } from './distributions.ts';
import type { Interval, NoValue } from './statistic.ts';
import type { RatedRubric, RatingTuple } from './table.ts';

/** How the interval of an SSA was found. */
export const SSA_METHOD = 'mean over items, t interval with items as clusters';

export interface SsaEstimate {
  /** Sensibleness and specificity average, 0 to 1: the mean of the two rates below. */
  value: number;
  /** 95 % interval within 0 to 1; null with fewer than two items. */
  ci: Interval | null;
  /** Mean over items of the share of ratings that found the answer sensible, and both sensible and specific. */
  sensibleness: number;
  specificity: number;
  items: number;
  /** Ratings counted; those that found the answer sensible but left specificity open are not, and counted here. */
  ratings: number;
  incomplete: number;
  method: string;
}

export type Ssa = SsaEstimate | NoValue;

/**
 * SSA of a set of ratings. An answer that does not make sense is not specific, whatever was stored. Ratings of one item
 * go together: each item counts once, with the mean of its ratings. `level` where the rubric has no nominal 0/1
 * dimensions named sensibleness and specificity; `no_pairs` where nothing has been rated. Gold and repeats are left
 * out by the caller.
 *
 * Source: Adiwardana, D., et al. (2020). Towards a human-like open-domain chatbot. arXiv 2001.09977, section 2.
 */
export function ssa(tuples: Iterable<RatingTuple>, rubric: RatedRubric): Ssa {
  if (!isYesNo(rubric, 'sensibleness') || !isYesNo(rubric, 'specificity'))
    return { value: null, reason: 'level' };
  const items = new Map<string | number, { ratings: number; sensible: number; specific: number }>();
  let incomplete = 0;
  for (const { item, values } of tuples) {
    const { sensibleness, specificity } = values;
    if (sensibleness !== 0 && sensibleness !== 1) continue;
    if (sensibleness === 1 && specificity !== 0 && specificity !== 1) {
      incomplete++;
      continue;
    }
    const sums = items.get(item) ?? { ratings: 0, sensible: 0, specific: 0 };
    sums.ratings += 1;
    sums.sensible += sensibleness;
    sums.specific += sensibleness === 1 && specificity === 1 ? 1 : 0;
    items.set(item, sums);
  }
  if (items.size === 0) return { value: null, reason: 'no_pairs' };
  const all = [...items.values()];
  const sensibleness = mean(all.map(({ sensible, ratings }) => sensible / ratings));
  const specificity = mean(all.map(({ specific, ratings }) => specific / ratings));
  const value = (sensibleness + specificity) / 2;
  return {
    value,
    ci: intervalOf(
      all.map(({ sensible, specific, ratings }) => (sensible + specific) / (2 * ratings)),
      value,
    ),
    sensibleness,
    specificity,
    items: items.size,
    ratings: all.reduce((sum, { ratings }) => sum + ratings, 0),
    incomplete,
    method: SSA_METHOD,
  };
}

function isYesNo(rubric: RatedRubric, id: string): boolean {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  return entry?.level === 'nominal' && entry.options.every(({ value }) => value === 0 || value === 1);
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function intervalOf(items: readonly number[], center: number): Interval | null {
  const n = items.length;
  if (n < 2) return null;
  const squares = items.reduce((sum, x) => sum + (x - center) ** 2, 0);
  const half = tQuantile975(n - 1) * Math.sqrt(squares / (n * (n - 1)));
  return [Math.max(0, center - half), Math.min(1, center + half)];
}
