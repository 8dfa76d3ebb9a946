import { coincidencesOf } from './coincidences.ts';
import { tQuantile975 } from './distributions.ts';
import { alphaBy } from './krippendorff-alpha.ts';
import { type Metric, metricAt } from './metric.ts';
import { type Patterns, pairedUnits, patternsOf } from './patterns.ts';
import { estimate, type Statistic } from './statistic.ts';
import type { Level, UnitTable } from './unit-table.ts';
import { MOST_CATEGORIES } from './weights.ts';

/**
 * Krippendorff's alpha with its analytic standard error and 95 % interval (t over the units with at least two ratings,
 * upper end at most 1). The ordinal metric depends on the data, so the ordinal alpha has none: its interval comes from
 * the bootstrap.
 *
 * Source: Gwet (2014), chapter 5; `krippen.alpha.raw` of irrCAC 1.0, written in disagreements, to which it is linear.
 */
export function alphaWithInterval(
  table: UnitTable,
  level: Level,
  patterns = patternsOf(table),
  counted = coincidencesOf(patterns, table.categories.length),
): Statistic {
  const metric = metricAt(level, table, counted.marginals);
  const alpha = alphaBy(counted, metric);
  if (alpha.value === null || metric === null || level === 'ordinal') return alpha;
  const paired = pairedUnits(patterns);
  if (paired < 2 || table.categories.length > MOST_CATEGORIES) return alpha;
  const expected = metric.chanceSum / counted.pairable ** 2;
  const meanRatings = counted.pairable / paired;
  const own = ownDisagreements(patterns, metric, meanRatings);
  const observed = own.reduce((sum, a, p) => sum + a * (patterns.units[p] ?? 0), 0) / paired;
  const corrected = (1 - 1 / counted.pairable) * observed;
  const against = expectedAgainst(metric, counted.marginals, counted.pairable);
  const uncorrectedAlpha = 1 - observed / expected;
  let squares = 0;
  for (let p = 0; p < patterns.count; p++) {
    const m = patterns.ratings[p] ?? 0;
    if (m < 2) continue;
    const size = (m - meanRatings) / meanRatings;
    const agreement = (expected - (own[p] ?? 0) + corrected * size) / expected;
    const chance = (expected * m - sumOver(patterns, p, against)) / (meanRatings * expected);
    const term = agreement - 2 * (1 - uncorrectedAlpha) * chance;
    squares += (patterns.units[p] ?? 0) * (term - uncorrectedAlpha) ** 2;
  }
  const se = Math.sqrt(squares / (paired * (paired - 1)));
  const half = se * tQuantile975(paired - 1);
  return estimate(alpha.value, se, [alpha.value - half, Math.min(1, alpha.value + half)]);
}

/** Disagreement within each pattern, over its ordered pairs, relative to a unit with the mean number of ratings. */
function ownDisagreements(patterns: Patterns, metric: Metric, meanRatings: number): Float64Array {
  return Float64Array.from({ length: patterns.count }, (_, p) => {
    const m = patterns.ratings[p] ?? 0;
    if (m < 2) return 0;
    let sum = 0;
    for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++) {
      for (let j = patterns.start[p] ?? 0; j < i; j++) {
        const pairs = 2 * (patterns.times[i] ?? 0) * (patterns.times[j] ?? 0);
        sum += pairs * metric.squared(patterns.code[i] ?? 0, patterns.code[j] ?? 0);
      }
    }
    return sum / (meanRatings * (m - 1));
  });
}

/** Mean squared difference of each category from the pairable ratings. */
function expectedAgainst(metric: Metric, marginals: Float64Array, pairable: number): Float64Array {
  return marginals.map((_, code) =>
    marginals.reduce((sum, count, other) => sum + (count / pairable) * metric.squared(code, other), 0),
  );
}

function sumOver(patterns: Patterns, p: number, ofCategory: Float64Array): number {
  let sum = 0;
  for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++) {
    sum += (patterns.times[i] ?? 0) * (ofCategory[patterns.code[i] ?? 0] ?? 0);
  }
  return sum;
}
