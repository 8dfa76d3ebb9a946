import { seededRandom } from '../sampling/random.ts';
import type { Coincidences } from './coincidences.ts';
import { alphaOf } from './krippendorff-alpha.ts';
import { type Patterns, patternsOf } from './patterns.ts';
import { quantile } from './quantile.ts';
import { resampler } from './resample.ts';
import type { Interval, Statistic } from './statistic.ts';
import type { Level, UnitTable } from './unit-table.ts';

export interface BootstrapOptions {
  /** How many resamples, 1 or more. */
  resamples: number;
  seed: number | string;
}

export interface AlphaBootstrap {
  /** 2.5 % and 97.5 % points of alpha over the resamples; null where most resamples have no alpha. */
  ci: Interval | null;
  /** Resamples without an alpha (no variation, nothing pairable); they are left out. */
  undefinedResamples: number;
}

/**
 * Percentile bootstrap of Krippendorff's alpha: all units, pairable or not, are drawn with replacement, and alpha is
 * wholly recomputed, expected disagreement and ordinal metric included. (Krippendorff's own algorithm keeps the
 * expected disagreement fixed and is clearly too narrow with more than two raters.) The same table and seed give the same
 * interval on every machine, whatever the order of units and raters.
 *
 * Source: Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap, chapter 13; quantiles by linear
 * interpolation (Hyndman and Fan's type 7).
 */
export function bootstrapAlpha(
  table: UnitTable,
  level: Level,
  options: BootstrapOptions,
  patterns = patternsOf(table),
): AlphaBootstrap {
  return bootstrapOf(patterns, table.categories.length, (counted) => alphaOf(counted, level, table), options);
}

/** The same of any alpha that is computed from coincidences. `q` is the number of categories. */
export function bootstrapOf(
  patterns: Patterns,
  q: number,
  alphaFrom: (counted: Coincidences) => Statistic,
  { resamples, seed }: BootstrapOptions,
): AlphaBootstrap {
  const random = seededRandom(seed);
  const draw = resampler(patterns.units, random);
  const counts = new Float64Array(patterns.count);
  const recount = coincidencesOfCounts(patterns, q);
  const alphas: number[] = [];
  if (patterns.count > 0) {
    for (let i = 0; i < resamples; i++) {
      draw(counts);
      const { value } = alphaFrom(recount(counts));
      if (value !== null) alphas.push(value);
    }
  }
  alphas.sort((a, b) => a - b);
  return {
    ci: alphas.length * 2 > resamples ? [quantile(alphas, 0.025), quantile(alphas, 0.975)] : null,
    undefinedResamples: resamples - alphas.length,
  };
}

/** The coincidences of a table that holds each pattern so many times. */
function coincidencesOfCounts(patterns: Patterns, q: number) {
  const cellOf = new Map<number, number>();
  const start = new Int32Array(patterns.count + 1);
  const cell: number[] = [];
  const share: number[] = [];
  for (let p = 0; p < patterns.count; p++) {
    const m = patterns.ratings[p] ?? 0;
    for (let i = patterns.start[p] ?? 0; m > 1 && i < (patterns.start[p + 1] ?? 0); i++) {
      for (let j = patterns.start[p] ?? 0; j < i; j++) {
        const key = (patterns.code[j] ?? 0) * q + (patterns.code[i] ?? 0);
        const known = cellOf.get(key) ?? cellOf.size;
        cellOf.set(key, known);
        cell.push(known);
        share.push(((patterns.times[i] ?? 0) * (patterns.times[j] ?? 0)) / (m - 1));
      }
    }
    start[p + 1] = cell.length;
  }
  const cells = Int32Array.from(cell);
  const shares = Float64Array.from(share);
  const keys = [...cellOf.keys()];
  const left = Int32Array.from(keys, (key) => Math.floor(key / q));
  const right = Int32Array.from(keys, (key) => key % q);
  const weight = new Float64Array(keys.length);
  const marginals = new Float64Array(q);
  return (counts: Float64Array) => {
    weight.fill(0);
    marginals.fill(0);
    let pairable = 0;
    for (let p = 0; p < counts.length; p++) {
      const times = counts[p] ?? 0;
      const m = patterns.ratings[p] ?? 0;
      if (times === 0 || m < 2) continue;
      pairable += times * m;
      for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++) {
        const code = patterns.code[i] ?? 0;
        marginals[code] = (marginals[code] ?? 0) + times * (patterns.times[i] ?? 0);
      }
      for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
        const met = cells[i] ?? 0;
        weight[met] = (weight[met] ?? 0) + times * (shares[i] ?? 0);
      }
    }
    return { pairable, marginals, left, right, weight };
  };
}
