import { type Coincidences, coincidences } from './coincidences.ts';
import { type Metric, metricAt } from './metric.ts';
import { estimate, noValue, type Statistic } from './statistic.ts';
import type { Level, UnitTable } from './unit-table.ts';

/**
 * Krippendorff's alpha, 1 - D_o / D_e: 1 where raters agree wholly, 0 where they agree as often as ratings drawn at
 * random would. Units with fewer than two ratings do not enter. Without a value: `no_pairs` where nothing can be
 * compared, `unanimous` where the pairable ratings are all the same, `level` where the values do not fit the level.
 *
 * Source: Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. Annenberg School for Communication
 * Departmental Papers 43.
 */
export function krippendorffAlpha(table: UnitTable, level: Level = table.level, without = -1): Statistic {
  return alphaOf(coincidences(table, without), level, table);
}

/** Alpha from coincidences already counted, so that several levels share the count. */
export function alphaOf(counted: Coincidences, level: Level, table: UnitTable): Statistic {
  return alphaBy(counted, metricAt(level, table, counted.marginals));
}

/** Alpha by a metric; null where the values do not support the level's. */
export function alphaBy(counted: Coincidences, metric: Metric | null): Statistic {
  if (counted.pairable === 0) return noValue('no_pairs');
  if (metric === null) return noValue('level');
  if (counted.marginals.filter((count) => count > 0).length < 2) return noValue('unanimous');
  return estimate(1 - ((counted.pairable - 1) * observedSum(counted, metric)) / metric.chanceSum);
}

/** Sum of the observed coincidences times the squared differences, over all ordered pairs of categories. */
export function observedSum({ left, right, weight }: Coincidences, metric: Metric): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    sum += 2 * (weight[i] ?? 0) * metric.squared(left[i] ?? 0, right[i] ?? 0);
  }
  return sum;
}
