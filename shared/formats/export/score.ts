import { isGatedOut } from '../../domain/rating.ts';
import { boundsOf, type Dimension, type Rubric, type Values } from '../../domain/rubric.ts';
import type { JudgedAnswer, Settled } from './judged.ts';

interface Scale {
  lowest: number;
  highest: number;
  /** True where a low value is the better one, as with bias: the dimension says `"better": "low"`. */
  lowIsBetter: boolean;
}

/** The numeric scale of a dimension; null where values are words, lists or texts, or the numbers only name things. */
function scaleOf(entry: Dimension): Scale | null {
  const bounds = boundsOf(entry);
  const onlyNames = entry.level === 'nominal' && entry.options.length !== 2 && entry.better === undefined;
  if (bounds === null || onlyNames) return null;
  const [lowest, highest] = bounds;
  return { lowest, highest, lowIsBetter: entry.better === 'low' };
}

/**
 * Mean of each numeric dimension over the ratings of one answer. Where a rating's gate was not met, the gated dimension
 * counts as its worst option, as in SSA: a response that is not sensible is not specific (Adiwardana et al. 2020,
 * arXiv 2001.09977). Values that were not given otherwise are left out; a dimension without any has no mean.
 */
export function meansOf(rubric: Rubric, ratings: readonly Values[]): Record<string, number> {
  const means: Record<string, number> = {};
  for (const entry of rubric.dimensions) {
    const scale = scaleOf(entry);
    if (!scale) continue;
    const worst = scale.lowIsBetter ? scale.highest : scale.lowest;
    const numbers = ratings.flatMap((values) => countedValue(rubric, entry, values, worst) ?? []);
    if (numbers.length > 0) means[entry.id] = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  }
  return means;
}

function countedValue(rubric: Rubric, entry: Dimension, values: Values, worst: number): number | null {
  if (isGatedOut(rubric, entry, values)) return worst;
  const value = values[entry.id];
  return typeof value === 'number' ? value : null;
}

/** How far up its scale each dimension's mean lies, 0 worst option to 1 best; those without a mean are not there. */
function sharesOf(
  rubric: Rubric,
  means: Readonly<Record<string, number>>,
): [dimension: string, share: number][] {
  return rubric.dimensions.flatMap((entry): [string, number][] => {
    const scale = scaleOf(entry);
    const mean = means[entry.id];
    if (!scale || mean === undefined) return [];
    const share = (mean - scale.lowest) / (scale.highest - scale.lowest);
    return [[entry.id, scale.lowIsBetter ? 1 - share : share]];
  });
}

/**
 * One number for an answer, 0 worst to 1 best: the weighted mean of its dimensions' shares. Without weights all numeric
 * dimensions count equally; those without a mean do not count. Null where nothing counts.
 */
export function scoreOf(
  rubric: Rubric,
  means: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): number | null {
  const weighted = Object.keys(weights).length > 0;
  let sum = 0;
  let total = 0;
  for (const [dimension, share] of sharesOf(rubric, means)) {
    const weight = Math.max(0, weighted ? (weights[dimension] ?? 0) : 1);
    sum += weight * share;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}

/** Settled values by dimension. */
export type SettledValues = Readonly<Record<string, Settled>>;

/** The ratings with what is settled in place of what was given. */
function withSettled(ratings: readonly Values[], settled: SettledValues): Values[] {
  return ratings.map((values) => {
    const own: Record<string, Values[string]> = { ...values };
    for (const [dimension, { value }] of Object.entries(settled))
      if (value === null) delete own[dimension];
      else own[dimension] = value;
    return own;
  });
}

/** Means of ratings, with what is settled in their place. What the lead decided binds even where a rater was not asked. */
function settledMeans(
  rubric: Rubric,
  ratings: readonly Values[],
  settled: SettledValues,
): Record<string, number> {
  const means = meansOf(rubric, withSettled(ratings, settled));
  for (const [dimension, { value, source }] of Object.entries(settled)) {
    if (source !== 'adjudicated') continue;
    if (typeof value === 'number' && means[dimension] !== undefined) means[dimension] = value;
    if (value === null) delete means[dimension];
  }
  return means;
}

/** The answer with its means and score, from the values of its submitted ratings and what is settled about them. */
export function judgedAnswer(
  rubric: Rubric,
  weights: Readonly<Record<string, number>>,
  {
    settled = {},
    ...answer
  }: Pick<JudgedAnswer, 'ref' | 'text' | 'rewrites'> & {
    ratings: readonly Values[];
    settled?: SettledValues | undefined;
  },
): JudgedAnswer {
  const means = settledMeans(rubric, answer.ratings, settled);
  const shares = sharesOf(rubric, means).map(([, share]) => share);
  const sources = Object.entries(settled).map(([dimension, { source }]) => [dimension, source] as const);
  return {
    ...answer,
    ratings: answer.ratings.length,
    ...(sources.length > 0 ? { consensus: Object.fromEntries(sources) } : {}),
    means,
    score: scoreOf(rubric, means, weights),
    worstShare: shares.length === 0 ? null : Math.min(...shares),
  };
}
