import { fQuantile } from './distributions.ts';
import { estimate, type Interval, noValue, type Reason, type Statistic } from './statistic.ts';
import { MISSING, ratingCount, type UnitTable, usedCategories } from './unit-table.ts';

/** Shrout and Fleiss's six forms: model 1, 2 or 3; a single rating or the mean of all k. */
export const ICC_FORMS = ['icc1', 'icc2_1', 'icc3_1', 'icc1_k', 'icc2_k', 'icc3_k'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/**
 * Intraclass correlations with 95 % intervals, on complete tables of numbers only. Without a value: `incomplete` where a
 * cell is missing, `level` for words or numbers too large to be squared, `too_few_raters` below two, `no_pairs` below two units, `unanimous` where nothing
 * varies (or, for the means of k ratings, where the units' means do not).
 *
 * Sources: Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability.
 * Psychological Bulletin 86, 420-428; intervals of model 2: McGraw, K. O., & Wong, S. P. (1996). Forming inferences
 * about some intraclass correlation coefficients. Psychological Methods 1, 30-46, table 7.
 */
export function icc(table: UnitTable): Record<IccForm, Statistic> {
  const anova = varianceTable(table);
  if (typeof anova === 'string') {
    const none = noValue(anova);
    return { icc1: none, icc2_1: none, icc3_1: none, icc1_k: none, icc2_k: none, icc3_k: none };
  }
  const { n, k, between, within, raters, error } = anova;
  const agreement = sumOf(between, (k - 1) * error, (k * raters) / n, (-k * error) / n);
  const single2 = (between - error) / agreement;
  const interval1 = ratioInterval(between / within, n - 1, n * (k - 1), k);
  const interval2 = agreementInterval(anova, single2);
  const interval3 = ratioInterval(between / error, n - 1, (n - 1) * (k - 1), k);
  return {
    icc1: form((between - within) / (between + (k - 1) * within), interval1.single),
    icc2_1: form(single2, interval2),
    icc3_1: form((between - error) / (between + (k - 1) * error), interval3.single),
    icc1_k: form((between - within) / between, interval1.mean),
    icc2_k: form(
      (between - error) / sumOf(between, raters / n, -error / n),
      interval2.map((end) => (end * k) / (1 + end * (k - 1))),
    ),
    icc3_k: form((between - error) / between, interval3.mean),
  };
}

function form(value: number, [low = Number.NaN, high = Number.NaN]: readonly number[]): Statistic {
  if (!Number.isFinite(value)) return noValue('unanimous');
  const ci: Interval = [low, high];
  return ci.every(Number.isFinite) ? { value, ci } : estimate(value);
}

interface Anova {
  /** Units and raters. */
  n: number;
  k: number;
  /** Mean squares: between units, within units, between raters, residual. */
  between: number;
  within: number;
  raters: number;
  error: number;
}

function varianceTable(table: UnitTable): Anova | Reason {
  const n = table.units.length;
  const k = table.raters.length;
  const { coordinates, codes } = table;
  if (ratingCount(table) === 0) return 'no_pairs';
  if (coordinates === null) return 'level';
  if (k < 2) return 'too_few_raters';
  if (codes.includes(MISSING)) return 'incomplete';
  if (n < 2) return 'no_pairs';
  if (usedCategories(table) < 2) return 'unanimous';
  const values = Float64Array.from(codes, (code) => coordinates[code] ?? 0);
  const center = values.reduce((sum, x) => sum + x, 0) / values.length;
  const unitMeans = new Float64Array(n);
  const raterMeans = new Float64Array(k);
  values.forEach((x, cell) => {
    const unit = Math.floor(cell / k);
    unitMeans[unit] = (unitMeans[unit] ?? 0) + (x - center) / k;
    raterMeans[cell % k] = (raterMeans[cell % k] ?? 0) + (x - center) / n;
  });
  let within = 0;
  let error = 0;
  values.forEach((x, cell) => {
    const inUnit = x - center - (unitMeans[Math.floor(cell / k)] ?? 0);
    within += inUnit ** 2;
    error += (inUnit - (raterMeans[cell % k] ?? 0)) ** 2;
  });
  if (!Number.isFinite(within)) return 'level';
  const squares = (means: Float64Array): number => means.reduce((sum, x) => sum + x ** 2, 0);
  const units = k * squares(unitMeans);
  // What rounding leaves of a sum of squares that is zero.
  const nothing = 1e-14 * (units + within);
  const mean = (sum: number, df: number): number => (sum <= nothing ? 0 : sum / df);
  return {
    n,
    k,
    between: mean(units, n - 1),
    within: mean(within, n * (k - 1)),
    raters: mean(n * squares(raterMeans), k - 1),
    error: mean(error, (n - 1) * (k - 1)),
  };
}

/** A sum whose terms cancel but for rounding is zero. */
function sumOf(...terms: number[]): number {
  const sum = terms.reduce((all, term) => all + term, 0);
  const size = terms.reduce((all, term) => all + Math.abs(term), 0);
  return Math.abs(sum) <= 1e-13 * size ? 0 : sum;
}

/** Interval of models 1 and 3, from the ratio of mean squares. */
function ratioInterval(f: number, df1: number, df2: number, k: number): { single: number[]; mean: number[] } {
  if (Number.isNaN(f)) return { single: [], mean: [] };
  const ends = [f / fQuantile(0.975, df1, df2), f * fQuantile(0.975, df2, df1)];
  return { single: ends.map((end) => (end - 1) / (end + k - 1)), mean: ends.map((end) => 1 - 1 / end) };
}

/** Interval of model 2, with Satterthwaite's degrees of freedom. */
function agreementInterval({ n, k, between, raters, error }: Anova, value: number): number[] {
  if (error <= 0) return [];
  const f = raters / error;
  const a = k * value * f;
  const b = n * (1 + (k - 1) * value) - k * value;
  const df = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2);
  if (!(df > 0) || !Number.isFinite(df)) return [];
  const upper = fQuantile(0.975, n - 1, df);
  const lower = fQuantile(0.975, df, n - 1);
  const rest = k * raters + (k * n - k - n) * error;
  return [
    (n * (between - upper * error)) / (upper * rest + n * between),
    (n * (lower * between - error)) / (rest + n * lower * between),
  ];
}
