import { tQuantile975 } from './distributions.ts';
import { type Patterns, pairedUnits, patternsOf } from './patterns.ts';
import { estimate, noValue, type Reason, type Statistic } from './statistic.ts';
import { ratingCount, type UnitTable, usedCategories } from './unit-table.ts';
import { type Weighting, type Weights, weightsFor } from './weights.ts';

/**
 * What the coefficients of the form (p_a - p_e) / (1 - p_e) share: the weighted agreement of each unit, and the
 * variance by linearisation.
 *
 * Sources: Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
 * British Journal of Mathematical and Statistical Psychology 61, 29-48; Gwet (2014), chapters 2 to 5. Variance over
 * n - 1, t(n - 1) and an upper end of at most 1, as the functions `*.raw` of irrCAC 1.0 have it.
 */
export interface Observed {
  readonly table: UnitTable;
  readonly weights: Weights;
  readonly patterns: Patterns;
  /** Units with at least one rating. */
  readonly n: number;
  /** Units with at least two. */
  readonly paired: number;
  /** Weighted agreement of each pattern's pairs of ratings, 0 to 1; 0 where it has one rating. */
  readonly ofPattern: Float64Array;
  /** Mean of that over the units with at least two ratings. */
  readonly agreement: number;
  /** Mean over units of the share of the unit's ratings in each category; sums to 1. */
  readonly prevalence: Float64Array;
}

/** The observed side of a coefficient, or why there is none. */
export function observe(
  table: UnitTable,
  weighting: Weighting = 'identity',
  grouped?: Patterns,
): Observed | Reason {
  if (ratingCount(table) === 0) return 'no_pairs';
  const patterns = grouped ?? patternsOf(table);
  const paired = pairedUnits(patterns);
  if (paired === 0) return 'no_pairs';
  const weights = weightsFor(weighting, table);
  if (weights === null) return 'level';
  const ofPattern = Float64Array.from({ length: patterns.count }, (_, p) =>
    patternAgreement(patterns, p, weights),
  );
  const agreed = ofPattern.reduce((sum, share, p) => sum + share * (patterns.units[p] ?? 0), 0);
  const n = table.units.length;
  return {
    table,
    weights,
    patterns,
    n,
    paired,
    ofPattern,
    agreement: agreed / paired,
    prevalence: prevalenceOf(patterns, weights.size, n),
  };
}

/** Mean weight over the ordered pairs of a pattern's ratings. */
function patternAgreement(patterns: Patterns, p: number, { size, cells }: Weights): number {
  const m = patterns.ratings[p] ?? 0;
  if (m < 2) return 0;
  const from = patterns.start[p] ?? 0;
  const to = patterns.start[p + 1] ?? 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    const row = (patterns.code[i] ?? 0) * size;
    const times = patterns.times[i] ?? 0;
    for (let j = from; j < to; j++) {
      const others = (patterns.times[j] ?? 0) - (i === j ? 1 : 0);
      sum += times * others * (cells[row + (patterns.code[j] ?? 0)] ?? 0);
    }
  }
  return sum / (m * (m - 1));
}

function prevalenceOf(patterns: Patterns, q: number, n: number): Float64Array {
  const shares = new Float64Array(q);
  for (let p = 0; p < patterns.count; p++) {
    const each = (patterns.units[p] ?? 0) / (patterns.ratings[p] ?? 1) / n;
    for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++) {
      const code = patterns.code[i] ?? 0;
      shares[code] = (shares[code] ?? 0) + each * (patterns.times[i] ?? 0);
    }
  }
  return shares;
}

/** Mean of a number per category over each pattern's ratings. */
export function meanOverRatings({ patterns }: Observed, ofCategory: Float64Array): Float64Array {
  return Float64Array.from({ length: patterns.count }, (_, p) => {
    let sum = 0;
    for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++) {
      sum += (patterns.times[i] ?? 0) * (ofCategory[patterns.code[i] ?? 0] ?? 0);
    }
    return sum / (patterns.ratings[p] ?? 1);
  });
}

/** A coefficient whose chance agreement in each unit depends on the unit's pattern alone. */
export function corrected(observed: Observed, chance: number, chanceOfPattern: Float64Array): Statistic {
  const { patterns } = observed;
  const value = (observed.agreement - chance) / (1 - chance);
  const term = linearised(observed, chance, value);
  let squares = 0;
  for (let p = 0; p < patterns.count; p++) {
    squares += (patterns.units[p] ?? 0) * (term(p, chanceOfPattern[p] ?? 0) - value) ** 2;
  }
  return withInterval(value, squares, observed.n);
}

/** A coefficient whose chance agreement in each unit depends on who rated it. */
export function correctedByUnit(observed: Observed, chance: number, chanceOfUnit: Float64Array): Statistic {
  const value = (observed.agreement - chance) / (1 - chance);
  const term = linearised(observed, chance, value);
  const squares = chanceOfUnit.reduce(
    (sum, own, unit) => sum + (term(observed.patterns.ofUnit[unit] ?? 0, own) - value) ** 2,
    0,
  );
  return withInterval(value, squares, observed.n);
}

/** The unit's own value of the coefficient, corrected for what its ratings do to the chance agreement. */
function linearised(
  { patterns, ofPattern, n, paired }: Observed,
  chance: number,
  value: number,
): (pattern: number, chanceHere: number) => number {
  return (pattern, chanceHere) => {
    const pairable = (patterns.ratings[pattern] ?? 0) > 1;
    const own = pairable ? ((n / paired) * ((ofPattern[pattern] ?? 0) - chance)) / (1 - chance) : 0;
    return own - (2 * (1 - value) * (chanceHere - chance)) / (1 - chance);
  };
}

/** Standard error sqrt(squares / (n (n - 1))) and t interval, whose upper end is at most 1. None for a single unit. */
export function withInterval(value: number, squares: number, n: number): Statistic {
  if (n < 2) return estimate(value);
  const se = Math.sqrt(squares / (n * (n - 1)));
  const half = se * tQuantile975(n - 1);
  return estimate(value, se, [value - half, Math.min(1, value + half)]);
}

/** True where all ratings, paired or not, are the same: chance agreement is 1 and nothing is left to correct. */
export const isUnanimous = (table: UnitTable): boolean => usedCategories(table) < 2;

/** Runs a coefficient on what was observed, or hands on why there is nothing. */
export const given = (observed: Observed | Reason, compute: (observed: Observed) => Statistic): Statistic =>
  typeof observed === 'string' ? noValue(observed) : compute(observed);
