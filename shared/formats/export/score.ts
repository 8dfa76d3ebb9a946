import { isGatedOut } from '../../domain/rating.ts';
import type { Dimension, RatingValue, Rubric } from '../../domain/rubric.ts';
import type { JudgedAnswer } from './judged.ts';

type Values = Readonly<Record<string, RatingValue>>;

interface Scale {
  lowest: number;
  highest: number;
  /** True where a low value is the better one, as with bias: the dimension says `"better": "low"`. */
  lowIsBetter: boolean;
}

/** The numeric scale of a dimension; null where an option is a word, or the numbers only name things. */
function scaleOf(entry: Dimension): Scale | null {
  const numbers = entry.options.flatMap(({ value }) => (typeof value === 'number' ? value : []));
  const onlyNames = entry.level === 'nominal' && numbers.length !== 2 && entry.better === undefined;
  if (numbers.length !== entry.options.length || onlyNames) return null;
  return {
    lowest: Math.min(...numbers),
    highest: Math.max(...numbers),
    lowIsBetter: entry.better === 'low',
  };
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

/** The answer with its means and score, from the values of its submitted ratings. */
export function judgedAnswer(
  rubric: Rubric,
  weights: Readonly<Record<string, number>>,
  answer: Pick<JudgedAnswer, 'ref' | 'text' | 'rewrites'> & { ratings: readonly Values[] },
): JudgedAnswer {
  const means = meansOf(rubric, answer.ratings);
  const shares = sharesOf(rubric, means).map(([, share]) => share);
  return {
    ...answer,
    ratings: answer.ratings.length,
    means,
    score: scoreOf(rubric, means, weights),
    worstShare: shares.length === 0 ? null : Math.min(...shares),
  };
}
