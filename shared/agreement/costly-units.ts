import type { Coincidences } from './coincidences.ts';
import { observedSum } from './krippendorff-alpha.ts';
import { type Metric, metricAt } from './metric.ts';
import { givenCodes, MISSING, type UnitTable, type Value } from './unit-table.ts';

export interface CostlyUnit {
  unit: string | number;
  /** The unit's share of all observed disagreement, 0 to 1. */
  share: number;
  ratings: { rater: string; value: Value }[];
}

/**
 * The units that cost most agreement: those with the largest part in the observed disagreement of Krippendorff's alpha,
 * by the metric of the table's level, at most `most` of them; of equal ones the earlier comes first. Empty where raters
 * agree wholly or the level does not fit the values.
 */
export function costlyUnits(table: UnitTable, counted: Coincidences, most: number): CostlyUnit[] {
  const metric = metricAt(table.level, table, counted.marginals);
  if (metric === null) return [];
  const whole = observedSum(counted, metric);
  const parts = unitDisagreements(table, metric);
  return Array.from(parts.keys())
    .filter((unit) => (parts[unit] ?? 0) > 0)
    .sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0) || a - b)
    .slice(0, most)
    .map((unit) => ({
      unit: table.units[unit] ?? '',
      // Two sums of the same parts in different order may differ in the last digit.
      share: Math.min(1, (parts[unit] ?? 0) / whole),
      ratings: ratingsOf(table, unit),
    }));
}

/** Each unit's part in the observed disagreement; they add up to `observedSum`. */
function unitDisagreements(table: UnitTable, metric: Metric): Float64Array {
  const given = new Int32Array(table.raters.length);
  const parts = new Float64Array(table.units.length);
  for (let unit = 0; unit < parts.length; unit++) {
    const m = givenCodes(table, unit, given);
    let sum = 0;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < i; j++) sum += 2 * metric.squared(given[i] ?? 0, given[j] ?? 0);
    }
    if (m > 1) parts[unit] = sum / (m - 1);
  }
  return parts;
}

function ratingsOf(table: UnitTable, unit: number): CostlyUnit['ratings'] {
  return table.raters.flatMap((rater, index) => {
    const value = table.categories[table.codes[unit * table.raters.length + index] ?? MISSING];
    return value === undefined ? [] : [{ rater, value }];
  });
}
