import { corrected, given, meanOverRatings, type Observed } from './chance-corrected.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';

/**
 * Gwet's AC1 (identity weights) and AC2 (others): agreement corrected by the chance of agreement among the ratings
 * that are hard to give, which stays small where one category is very common. Depends on how many categories were
 * declared; `one_category` where there is but one.
 *
 * Source: Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
 * British Journal of Mathematical and Statistical Psychology 61, 29-48; Gwet (2014), chapters 3 to 5 for weights.
 */
export function gwetAc(observed: Observed | Reason): Statistic {
  return given(observed, (seen) => {
    const q = seen.weights.size;
    if (q < 2) return noValue('one_category');
    const scale = seen.weights.cells.reduce((sum, weight) => sum + weight, 0) / (q * (q - 1));
    const rest = seen.prevalence.map((share) => scale * (1 - share));
    const chance = seen.prevalence.reduce((sum, share, k) => sum + share * (rest[k] ?? 0), 0);
    return corrected(seen, chance, meanOverRatings(seen, rest));
  });
}
