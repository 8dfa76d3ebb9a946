import { meanOf, momentsOf } from './mean.ts';
import { proportion } from './proportion.ts';
import { type NoValue, noValue, type Statistic } from './statistic.ts';

export interface DriftOptions {
  /** Buckets of a UTC day, or of so many ratings; 100 unless told. */
  per?: 'day' | number | undefined;
  /** Most buckets: above, neighbours are put together; 30 unless told. */
  most?: number | undefined;
}

export interface Drift {
  ratings: number;
  buckets: DriftBucket[];
  cusum: Cusum | NoValue;
}

export interface DriftBucket {
  /** First and last rating in it. */
  from: number;
  to: number;
  ratings: number;
  /** Mean with t interval; Wilson's where all values of the series are 0 or 1. */
  mean: Statistic;
}

export interface Cusum {
  /** Largest absolute deviation of the path from 0. */
  value: number;
  /** Above this the series is said to have changed: 1.628, which 1 in 100 series that do not change exceed. */
  limit: number;
  /** Chance of a value as large in a series that does not change. */
  p: number;
  changed: boolean;
  /** Where the path turns: how many ratings came before, when the next was given, and the means before and after. */
  turn: { before: number; at: number; meanBefore: number; meanAfter: number };
  /** The path, at most 50 points, evenly spaced over the ratings, the last one 0. */
  path: number[];
}

const PER = 100;
const MOST_BUCKETS = 30;
const PATH_POINTS = 50;
/** The limit distribution is a poor guide to shorter series. */
const FEWEST = 20;
const LIMIT = 1.628;
const DAY = 86_400_000;

/**
 * A series of ratings in time (`times` in milliseconds since 1970, UTC; `values` a rate, 0 or 1, or a number, one for each time): means of days or of equal numbers of ratings, and a CUSUM test of whether the level
 * changed. The path is the sum of deviations from the overall mean, over the standard deviation times the square root of
 * the number of ratings; where nothing changes it is a Brownian bridge.
 *
 * Decision rule: changed where the largest absolute value is above 1.628 (1 %, Kolmogorov's distribution); the change is
 * put where the path turns. `too_few_ratings` below 20, `unanimous` where no value differs.
 *
 * Sources: Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100-115; the test: Ploberger, W., & Krämer, W.
 * (1992). The CUSUM test with OLS residuals. Econometrica 60, 271-285.
 */
export function drift(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  options: DriftOptions = {},
): Drift {
  const series = inTime(times, values);
  const rates = series.values.every((value) => value === 0 || value === 1);
  return {
    ratings: series.values.length,
    buckets: bucketsOf(series.times, options).map(([first, end]) => {
      const own = series.values.subarray(first, end);
      return {
        from: series.times[first] ?? 0,
        to: series.times[end - 1] ?? 0,
        ratings: own.length,
        mean: rates
          ? proportion(
              own.reduce((sum, one) => sum + one, 0),
              own.length,
            )
          : meanOf(momentsOf(own)),
      };
    }),
    cusum: cusumOf(series.times, series.values),
  };
}

interface Series {
  times: Float64Array;
  values: Float64Array;
}

function inTime(times: ArrayLike<number>, values: ArrayLike<number>): Series {
  const series = { times: Float64Array.from(times), values: Float64Array.from(values) };
  if (series.times.every((at, i) => i === 0 || at >= (series.times[i - 1] ?? at))) return series;
  const order = Array.from(series.times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  return {
    times: Float64Array.from(order, (i) => times[i] ?? 0),
    values: Float64Array.from(order, (i) => values[i] ?? 0),
  };
}

/** First and end of each bucket. */
function bucketsOf(
  times: Float64Array,
  { per = PER, most = MOST_BUCKETS }: DriftOptions,
): [number, number][] {
  const firsts: number[] = [];
  let day = Number.NaN;
  for (let i = 0; i < times.length; i++) {
    const today = Math.floor((times[i] ?? 0) / DAY);
    if (per === 'day' ? today !== day : i % per === 0) firsts.push(i);
    day = today;
  }
  const together = Math.max(1, Math.ceil(firsts.length / most));
  const kept = firsts.filter((_, i) => i % together === 0);
  return kept.map((first, i) => [first, kept[i + 1] ?? times.length]);
}

function cusumOf(times: Float64Array, values: Float64Array): Cusum | NoValue {
  const n = values.length;
  if (n < FEWEST) return noValue('too_few_ratings');
  const { mean, squares } = momentsOf(values);
  if (squares <= 1e-12 * n * Math.max(1, mean * mean)) return noValue('unanimous');
  const scale = Math.sqrt((squares / (n - 1)) * n);
  const path = new Float64Array(n);
  let sum = 0;
  let before = 1;
  for (let i = 0; i < n - 1; i++) {
    sum += (values[i] ?? 0) - mean;
    path[i] = sum / scale;
    if (Math.abs(path[i] ?? 0) > Math.abs(path[before - 1] ?? 0)) before = i + 1;
  }
  const turn = path[before - 1] ?? 0;
  const step = Math.ceil(n / PATH_POINTS);
  return {
    value: Math.abs(turn),
    limit: LIMIT,
    p: kolmogorovTail(Math.abs(turn)),
    changed: Math.abs(turn) > LIMIT,
    turn: {
      before,
      at: times[before] ?? 0,
      meanBefore: mean + (turn * scale) / before,
      meanAfter: mean - (turn * scale) / (n - before),
    },
    path: Array.from({ length: Math.ceil(n / step) }, (_, i) => path[Math.min(n, (i + 1) * step) - 1] ?? 0),
  };
}

/** Chance that the largest absolute value of a Brownian bridge is above `x` (Kolmogorov 1933). */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) {
    const term = Math.exp(-2 * j * j * x * x);
    sum += j % 2 === 1 ? term : -term;
    if (term < 1e-16) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
