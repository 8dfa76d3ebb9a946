import { correctedByUnit, given, isUnanimous, type Observed } from './chance-corrected.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';
import type { UnitTable } from './unit-table.ts';
import { weighted } from './weights.ts';

/**
 * Conger's kappa: agreement corrected by the chance that two raters agree who keep to their own prevalences; with two
 * raters and no missing ratings it is Cohen's kappa. `unanimous` where only one category was used.
 *
 * Sources: Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological Bulletin
 * 88, 322-328; Gwet (2014), chapters 2 and 5, for weights, missing ratings and the variance.
 */
export function congerKappa(observed: Observed | Reason): Statistic {
  return given(observed, (seen) => {
    if (isUnanimous(seen.table)) return noValue('unanimous');
    const raters = seen.table.raters.length;
    const counts = countsByRater(seen.table);
    const rated = counts.map(total);
    const own = counts.map((given, rater) => given.map((count) => count / (rated[rater] ?? 1)));
    const pooled = own.reduce(
      (sum, shares) => sum.map((x, k) => x + (shares[k] ?? 0)),
      new Float64Array(seen.weights.size),
    );
    // For each rater, how the rest rate: the weight of an answer against all others' prevalences.
    const against = own.map((shares) =>
      weighted(
        seen.weights,
        pooled.map((x, k) => x - (shares[k] ?? 0)),
      ),
    );
    const met = own.map((shares, g) => shares.reduce((sum, x, k) => sum + x * (against[g]?.[k] ?? 0), 0));
    const pairs = raters * (raters - 1);
    const chance = met.reduce((sum, x) => sum + x, 0) / pairs;
    return correctedByUnit(
      seen,
      chance,
      chanceByUnit(seen.table, against, met, rated).map((x) => x / pairs),
    );
  });
}

/** Ratings of each rater, by category. */
function countsByRater({ given, raters, categories }: UnitTable): Float64Array[] {
  const q = categories.length;
  const counts = new Float64Array(raters.length * q);
  for (let i = 0; i < given.code.length; i++) {
    const at = (given.rater[i] ?? 0) * q + (given.code[i] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return raters.map((_, rater) => counts.slice(rater * q, (rater + 1) * q));
}

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

/** What each unit's ratings add to the chance agreement, times the ordered pairs of raters. */
function chanceByUnit(
  { given, raters, units, categories }: UnitTable,
  against: readonly Float64Array[],
  met: readonly number[],
  rated: readonly number[],
): Float64Array {
  const q = categories.length;
  const expected = met.reduce((sum, one) => sum + one, 0);
  // What an answer of a rater adds to its unit, `rater * q + category`.
  const adds = Float64Array.from({ length: raters.length * q }, (_, at) => {
    const rater = Math.floor(at / q);
    return (((against[rater]?.[at % q] ?? 0) - (met[rater] ?? 0)) * units.length) / (rated[rater] ?? 1);
  });
  const sums = new Float64Array(units.length);
  for (let unit = 0; unit < sums.length; unit++) {
    let sum = expected;
    for (let i = given.start[unit] ?? 0; i < (given.start[unit + 1] ?? 0); i++)
      sum += adds[(given.rater[i] ?? 0) * q + (given.code[i] ?? 0)] ?? 0;
    sums[unit] = sum;
  }
  return sums;
}
