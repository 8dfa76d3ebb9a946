import { correctedByUnit, given, isUnanimous, type Observed } from './chance-corrected.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';
import { MISSING, type UnitTable } from './unit-table.ts';
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
    const own = prevalenceByRater(seen.table);
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
      chanceByUnit(seen.table, against, met).map((x) => x / pairs),
    );
  });
}

/** Share of each category among a rater's ratings, for each rater. */
function prevalenceByRater({ codes, raters, categories }: UnitTable): Float64Array[] {
  return raters.map((_, rater) => {
    const counts = new Float64Array(categories.length);
    let given = 0;
    for (let cell = rater; cell < codes.length; cell += raters.length) {
      const code = codes[cell] ?? MISSING;
      if (code === MISSING) continue;
      counts[code] = (counts[code] ?? 0) + 1;
      given++;
    }
    return counts.map((count) => count / given);
  });
}

/** What each unit's ratings add to the chance agreement, times the ordered pairs of raters. */
function chanceByUnit(
  table: UnitTable,
  against: readonly Float64Array[],
  met: readonly number[],
): Float64Array {
  const raters = table.raters.length;
  const n = table.units.length;
  const sums = new Float64Array(n);
  for (const [rater, weightOf] of against.entries()) {
    const expected = met[rater] ?? 0;
    let rated = 0;
    for (let unit = 0; unit < n; unit++) {
      if (table.codes[unit * raters + rater] !== MISSING) rated++;
    }
    for (let unit = 0; unit < n; unit++) {
      const code = table.codes[unit * raters + rater] ?? MISSING;
      const own = code === MISSING ? 0 : ((weightOf[code] ?? 0) - expected) * (n / rated);
      sums[unit] = (sums[unit] ?? 0) + own + expected;
    }
  }
  return sums;
}
