import type { Level, UnitTable } from './unit-table.ts';

/**
 * Squared differences between categories at a level of measurement, with what they sum to by chance.
 *
 * Source: Krippendorff (2011), section on metric differences. The ordinal difference between c and k is the number of
 * pairable ratings from c to k less half of those at both ends, which is the difference of their mid-ranks; it depends
 * on the marginals.
 */
export interface Metric {
  /** Squared difference between two categories; 0 for one and itself. */
  squared(c: number, k: number): number;
  /** Sum of n_c n_k times the squared difference over all ordered pairs of categories. */
  chanceSum: number;
}

/**
 * The metric at a level, or null where the values do not support it: words, no order, a negative ratio, or numbers too
 * large to be squared. `marginals`: pairable ratings by category.
 */
export function metricAt(level: Level, table: UnitTable, marginals: Float64Array): Metric | null {
  const metric = METRICS[level](table, marginals);
  return metric !== null && Number.isFinite(metric.chanceSum) ? metric : null;
}

const METRICS: Record<Level, (table: UnitTable, marginals: Float64Array) => Metric | null> = {
  nominal: (_table, marginals) => nominal(marginals),
  ordinal: ({ ranks }, marginals) => ranks && onLine(midRanks(ranks, marginals), marginals),
  interval: ({ coordinates }, marginals) => coordinates && onLine(coordinates, marginals),
  ratio: (table, marginals) =>
    table.coordinates && !hasNegative(table, table.coordinates) ? ratio(table.coordinates, marginals) : null,
};

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

function nominal(marginals: Float64Array): Metric {
  const n = total(marginals);
  return {
    squared: (c, k) => (c === k ? 0 : 1),
    chanceSum: marginals.reduce((sum, count) => sum + count * (n - count), 0),
  };
}

/** Differences of positions on a line. Their chance sum is 2 n times the sum of squares about the mean. */
function onLine(position: Float64Array, marginals: Float64Array): Metric {
  const n = total(marginals);
  const mean = n === 0 ? 0 : position.reduce((sum, x, code) => sum + x * (marginals[code] ?? 0), 0) / n;
  const squares = position.reduce((sum, x, code) => sum + (x - mean) ** 2 * (marginals[code] ?? 0), 0);
  return {
    squared: (c, k) => ((position[c] ?? 0) - (position[k] ?? 0)) ** 2,
    chanceSum: 2 * n * squares,
  };
}

/** Mid-rank of each category among the pairable ratings. */
function midRanks(ranks: Float64Array, marginals: Float64Array): Float64Array {
  const byRank = new Float64Array(ranks.length);
  ranks.forEach((rank, code) => {
    byRank[rank] = marginals[code] ?? 0;
  });
  let below = 0;
  const middles = byRank.map((count) => {
    below += count;
    return below - count / 2;
  });
  return ranks.map((rank) => middles[rank] ?? 0);
}

const hasNegative = (table: UnitTable, coordinates: Float64Array): boolean =>
  coordinates.some((value, code) => value < 0 && (table.counts[code] ?? 0) > 0);

function ratio(position: Float64Array, marginals: Float64Array): Metric {
  const squared = (c: number, k: number): number => {
    const a = position[c] ?? 0;
    const b = position[k] ?? 0;
    return a === b ? 0 : ((a - b) / (a + b)) ** 2;
  };
  const used = Array.from(marginals.keys()).filter((code) => (marginals[code] ?? 0) > 0);
  let chanceSum = 0;
  for (const c of used) {
    for (const k of used) {
      if (k < c) chanceSum += 2 * (marginals[c] ?? 0) * (marginals[k] ?? 0) * squared(c, k);
    }
  }
  return { squared, chanceSum };
}
