import { corrected, given, isUnanimous, meanOverRatings, type Observed } from './chance-corrected.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';
import { weighted } from './weights.ts';

/**
 * Fleiss' kappa: agreement corrected by the chance that two ratings drawn from the overall prevalences agree. On a
 * complete table this is Fleiss' coefficient; where ratings are missing it is Gwet's generalisation, in which each
 * unit weighs the same. `unanimous` where only one category was used.
 *
 * Sources: Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76,
 * 378-382; Gwet (2014), chapter 2.
 */
export function fleissKappa(observed: Observed | Reason): Statistic {
  return given(observed, (seen) => {
    if (isUnanimous(seen.table)) return noValue('unanimous');
    const expected = weighted(seen.weights, seen.prevalence);
    const chance = seen.prevalence.reduce((sum, share, k) => sum + share * (expected[k] ?? 0), 0);
    return corrected(seen, chance, meanOverRatings(seen, expected));
  });
}
