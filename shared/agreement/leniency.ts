import { type Moments, meanOf } from './mean.ts';
import { measured } from './measured.ts';
import { noValue, type Statistic } from './statistic.ts';
import type { UnitTable, Value } from './unit-table.ts';

export interface Leniency {
  rater: string;
  /** Units that this rater and at least one other rated. */
  units: number;
  /**
   * Mean of the rater's value less the mean of the others' on the same unit, in the dimension's own units (ranks for ordered
   * words); t interval over units. `level` where values have no order, `too_few_ratings` without common units.
   */
  shift: Statistic;
  /** For each category: share of the rater's answers, of the others' on the same units, and the first less the second. */
  use: { value: Value; own: number; others: number; difference: Statistic }[];
}

/** With more categories than this the use of each is not worth a list. */
const MOST_SHOWN = 30;

/**
 * Leniency: how each rater uses the scale beside those who rated the same units, in the order of `table.raters`. The
 * comparison is within units, so that who got which items does not matter.
 */
export function leniency(table: UnitTable): Leniency[] {
  const { raters, units, categories, given } = table;
  const position = measured(table);
  const q = categories.length;
  const shown = q <= MOST_SHOWN ? q : 0;
  const shifts = sums(raters.length);
  const uses = sums(raters.length * shown);
  const own = new Float64Array(raters.length * shown);
  const counts = new Float64Array(q);
  for (let unit = 0; unit < units.length; unit++) {
    const [from, to] = [given.start[unit] ?? 0, given.start[unit + 1] ?? 0];
    const others = to - from - 1;
    if (others < 1) continue;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const code = given.code[i] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
      sum += position?.[code] ?? 0;
    }
    for (let i = from; i < to; i++) {
      const [rater, code] = [given.rater[i] ?? 0, given.code[i] ?? 0];
      const value = position?.[code] ?? 0;
      add(shifts, rater, value - (sum - value) / others);
      if (shown > 0) own[rater * shown + code] = (own[rater * shown + code] ?? 0) + 1;
      for (let k = 0; k < shown; k++) {
        // Where nobody gave the category, there is no difference.
        const times = counts[k] ?? 0;
        const mine = k === code ? 1 : 0;
        if (times > 0) add(uses, rater * shown + k, mine - (times - mine) / others);
      }
    }
    for (let i = from; i < to; i++) counts[given.code[i] ?? 0] = 0;
  }
  return raters.map((rater, index) => {
    const shift = momentsAt(shifts, index);
    const why = shift.n === 0 ? 'too_few_ratings' : 'level';
    return {
      rater,
      units: shift.n,
      shift: position === null || shift.n === 0 ? noValue(why) : meanOf(shift),
      use: categories.slice(0, shift.n === 0 ? 0 : shown).map((value, k) => {
        const difference = momentsAt(uses, index * shown + k, shift.n);
        const share = (own[index * shown + k] ?? 0) / shift.n;
        // Two sums of the same parts in different order may differ in the last digit.
        const others = Math.min(1, Math.max(0, share - difference.mean));
        return { value, own: share, others, difference: meanOf(difference) };
      }),
    };
  });
}

/** Sums of differences and of their squares, which are small numbers. */
interface Sums {
  n: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
}

const sums = (size: number): Sums => ({
  n: new Float64Array(size),
  sum: new Float64Array(size),
  squares: new Float64Array(size),
});

function add({ n, sum, squares }: Sums, at: number, value: number): void {
  n[at] = (n[at] ?? 0) + 1;
  sum[at] = (sum[at] ?? 0) + value;
  squares[at] = (squares[at] ?? 0) + value * value;
}

/** What a mean is made of, over as many values as were added, or as there are with those that were 0. */
function momentsAt({ n, sum, squares }: Sums, at: number, count = n[at] ?? 0): Moments {
  const all = sum[at] ?? 0;
  const mean = count === 0 ? 0 : all / count;
  return { n: count, mean, squares: Math.max(0, (squares[at] ?? 0) - all * mean) };
}
