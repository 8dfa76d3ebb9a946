import { type Observed, withInterval } from './chance-corrected.ts';
import { estimate, type Statistic } from './statistic.ts';
import { usedCategories } from './unit-table.ts';

export interface PercentAgreement {
  /** Mean over units with at least two ratings of the share of agreeing pairs: the headline. */
  unitMean: Statistic;
  /** Share of agreeing pairs among all pairs; units with more ratings weigh more. */
  pooledPairs: number;
  /** Share of units with at least two ratings in which all ratings are the same. */
  unanimousUnits: number;
}

/**
 * Percent agreement, weighted where the observation is. Standard error and interval are given where more than one
 * category was used.
 *
 * Source: Gwet (2014), chapter 2; `pa.coeff.raw` of irrCAC 1.0. Pooled pairs: Fleiss (1971), equation 3, over all pairs.
 */
export function percentAgreement(observed: Observed): PercentAgreement {
  const { patterns, ofPattern, n, paired, agreement } = observed;
  let squares = 0;
  let pairs = 0;
  let agreeing = 0;
  let unanimous = 0;
  for (let p = 0; p < patterns.count; p++) {
    const units = patterns.units[p] ?? 0;
    const m = patterns.ratings[p] ?? 0;
    const share = ofPattern[p] ?? 0;
    squares += units * ((n / paired) * share - agreement) ** 2;
    pairs += units * m * (m - 1);
    agreeing += units * m * (m - 1) * share;
    const different = (patterns.start[p + 1] ?? 0) - (patterns.start[p] ?? 0);
    if (m > 1 && different === 1) unanimous += units;
  }
  return {
    unitMean: usedCategories(observed.table) < 2 ? estimate(agreement) : withInterval(agreement, squares, n),
    pooledPairs: agreeing / pairs,
    unanimousUnits: unanimous / paired,
  };
}
