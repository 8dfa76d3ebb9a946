import { corrected, given, type Observed } from './chance-corrected.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';

/**
 * The Brennan-Prediger coefficient: agreement corrected by the chance of ratings spread evenly over the declared
 * categories. `one_category` where there is but one.
 *
 * Source: Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, and alternatives.
 * Educational and Psychological Measurement 41, 687-699; Gwet (2014) for weights and missing ratings.
 */
export function brennanPrediger(observed: Observed | Reason): Statistic {
  return given(observed, (seen) => {
    const q = seen.weights.size;
    if (q < 2) return noValue('one_category');
    const chance = seen.weights.cells.reduce((sum, weight) => sum + weight, 0) / q ** 2;
    return corrected(seen, chance, new Float64Array(seen.patterns.count).fill(chance));
  });
}
