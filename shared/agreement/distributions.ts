/**
 * Quantiles of Student's t and Fisher's F through the regularised incomplete beta function.
 *
 * Sources: Lanczos's approximation of the log-gamma function with g = 7 and nine terms (Press et al., Numerical
 * Recipes, section 6.1); the continued fraction of the incomplete beta function by Lentz's method (section 6.4);
 * inverted by bisection, which cannot miss.
 */

/** The 97.5 % point of the standard normal distribution. */
export const NORMAL_975 = 1.959963984540054;

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const series = LANCZOS.reduce((sum, term, i) => (i === 0 ? term : sum + term / (shifted + i)), 0);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Continued fraction of the incomplete beta function, for x < (a + 1) / (a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

/** Regularised incomplete beta function I_x(a, b), 0 to 1. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Where an increasing function on [0, infinity) reaches a target. */
function solve(increasing: (x: number) => number, target: number): number {
  let high = 1;
  while (increasing(high) < target && high < 1e300) high *= 2;
  let low = 0;
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2;
    if (increasing(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Reports ask for the same few degrees of freedom over and over. */
const knownT = new Map<number, number>();
const MOST_KNOWN = 4096;

/** The two-sided 95 % point of Student's t with `df` > 0 degrees of freedom. */
export function tQuantile975(df: number): number {
  const known = knownT.get(df);
  if (known !== undefined) return known;
  const found = solve((t) => 1 - incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2, 0.975);
  if (Number.isInteger(df) && knownT.size < MOST_KNOWN) knownT.set(df, found);
  return found;
}

/** Quantile of Fisher's F; `p` in (0, 1), degrees of freedom > 0. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return solve((f) => incompleteBeta((df1 * f) / (df1 * f + df2), df1 / 2, df2 / 2), p);
}
