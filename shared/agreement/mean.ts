import { tQuantile975 } from './distributions.ts';
import { estimate, noValue, type Statistic } from './statistic.ts';

/** What a mean and its interval are made of. */
export interface Moments {
  n: number;
  mean: number;
  /** Sum of squared deviations from the mean. */
  squares: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  const moments = { n: 0, mean: 0, squares: 0 };
  for (let i = 0; i < values.length; i++) addTo(moments, values[i] ?? 0);
  return moments;
}

/** Takes one more value into the moments (Welford's method, which loses no digits). */
export function addTo(moments: Moments, value: number): void {
  moments.n += 1;
  const away = value - moments.mean;
  moments.mean += away / moments.n;
  moments.squares += away * (value - moments.mean);
}

/** A mean with standard error and 95 % t interval; `too_few_ratings` where there is nothing, no interval for a single value. */
export function meanOf({ n, mean, squares }: Moments): Statistic {
  if (n === 0) return noValue('too_few_ratings');
  if (n === 1) return estimate(mean);
  const se = Math.sqrt(squares / (n * (n - 1)));
  const half = se * tQuantile975(n - 1);
  return estimate(mean, se, [mean - half, mean + half]);
}

/**
 * The difference of two independent means, the second less the first, with Welch's 95 % interval. `too_few_ratings` where
 * one has fewer than two values.
 *
 * Source: Welch, B. L. (1947). The generalization of "Student's" problem when several different population variances are
 * involved. Biometrika 34, 28-35.
 */
export function differenceOfMeans(first: Moments, second: Moments): Statistic {
  if (first.n < 2 || second.n < 2) return noValue('too_few_ratings');
  const [a, b] = [first, second].map(({ n, squares }) => squares / (n * (n - 1)));
  const [one = 0, two = 0] = [a, b];
  const value = second.mean - first.mean;
  const variance = one + two;
  if (variance === 0) return estimate(value, 0, [value, value]);
  const df = variance ** 2 / (one ** 2 / (first.n - 1) + two ** 2 / (second.n - 1));
  const half = Math.sqrt(variance) * tQuantile975(df);
  return estimate(value, Math.sqrt(variance), [value - half, value + half]);
}
