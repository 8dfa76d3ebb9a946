import type { RatedRubric, RatingTuple } from './dimension-value.ts';
import { tQuantile975 } from './distributions.ts';
import { proportion } from './proportion.ts';
import { indexRatings, type RatingIndex } from './rating-index.ts';
import type { Interval, NoValue } from './statistic.ts';

/** How the interval of an SSA was found. */
export const SSA_METHOD = 'mean over items, t interval with items as clusters';
/** The same where all items have the same value, and a t interval would shrink to a point. */
const SSA_ALIKE = 'mean over items, Wilson interval over items, which are all alike';

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
export const ssa = (tuples: Iterable<RatingTuple>, rubric: RatedRubric): Ssa =>
  ssaOf(indexRatings(tuples), rubric);

/** The same of ratings that are indexed already. */
export function ssaOf({ tuples, units, unitOf }: RatingIndex, rubric: RatedRubric): Ssa {
  if (!isYesNo(rubric, 'sensibleness') || !isYesNo(rubric, 'specificity'))
    return { value: null, reason: 'level' };
  const counts = new Float64Array(units.length);
  const sensible = new Float64Array(units.length);
  const specific = new Float64Array(units.length);
  let incomplete = 0;
  for (let i = 0; i < tuples.length; i++) {
    const { sensibleness, specificity } = tuples[i]?.values ?? {};
    if (sensibleness !== 0 && sensibleness !== 1) continue;
    if (sensibleness === 1 && specificity !== 0 && specificity !== 1) {
      incomplete++;
      continue;
    }
    const unit = unitOf[i] ?? 0;
    counts[unit] = (counts[unit] ?? 0) + 1;
    sensible[unit] = (sensible[unit] ?? 0) + sensibleness;
    if (sensibleness === 1 && specificity === 1) specific[unit] = (specific[unit] ?? 0) + 1;
  }
  const rated = counts.filter((ratings) => ratings > 0);
  if (rated.length === 0) return { value: null, reason: 'no_pairs' };
  const shares = (of: Float64Array): Float64Array =>
    of.map((sum, unit) => sum / (counts[unit] ?? 0)).filter((_, unit) => (counts[unit] ?? 0) > 0);
  const [sense, special] = [shares(sensible), shares(specific)];
  const sensibleness = mean(sense);
  const specificity = mean(special);
  const value = (sensibleness + specificity) / 2;
  const { ci, method } = intervalOf(sense, special);
  return {
    value,
    ci,
    sensibleness,
    specificity,
    items: rated.length,
    ratings: rated.reduce((sum, ratings) => sum + ratings, 0),
    incomplete,
    method,
  };
}

function isYesNo(rubric: RatedRubric, id: string): boolean {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  return entry?.level === 'nominal' && entry.options.every(({ value }) => value === 0 || value === 1);
}

const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Of each item the share of its ratings that found it sensible, and specific. */
function intervalOf(sense: Float64Array, special: Float64Array): Pick<SsaEstimate, 'ci' | 'method'> {
  const n = sense.length;
  if (n < 2) return { ci: null, method: SSA_METHOD };
  const items = sense.map((share, item) => (share + (special[item] ?? 0)) / 2);
  if (items.every((one) => one === items[0])) return { ci: alike(sense, special), method: SSA_ALIKE };
  const center = mean(items);
  const squares = items.reduce((sum, x) => sum + (x - center) ** 2, 0);
  const half = tQuantile975(n - 1) * Math.sqrt(squares / (n * (n - 1)));
  return { ci: [Math.max(0, center - half), Math.min(1, center + half)], method: SSA_METHOD };
}

/** Half the sum of the two rates' Wilson intervals, each item a trial. */
function alike(sense: Float64Array, special: Float64Array): Interval | null {
  const [one, other] = [sense, special].map((rate) => proportion(mean(rate) * rate.length, rate.length));
  if (!one || one.value === null || !one.ci || !other || other.value === null || !other.ci) return null;
  return [(one.ci[0] + other.ci[0]) / 2, (one.ci[1] + other.ci[1]) / 2];
}
