import { type Coincidences, coincidences } from './coincidences.ts';
import { alphaOf } from './krippendorff-alpha.ts';
import { noValue, type Statistic } from './statistic.ts';
import type { UnitTable } from './unit-table.ts';

/** With more categories than this, or fewer cells to gain from it, each rater is left out by counting again. */
const MOST_CATEGORIES = 64;

/**
 * Krippendorff's alpha at the table's own level without each rater in turn, in the order of `table.raters`. A value well
 * above the whole table's says that this rater sees things differently. `too_few_raters` where one would remain.
 */
export function leaveOneOut(table: UnitTable): Statistic[] {
  if (table.raters.length < 3) return table.raters.map(() => noValue('too_few_raters'));
  const without = table.categories.length <= MOST_CATEGORIES ? eachWithout(table) : null;
  return table.raters.map((_, rater) =>
    alphaOf(without?.(rater) ?? coincidences(table, rater), table.level, table),
  );
}

/**
 * The coincidences without each rater, from one walk over the units: what each unit adds with all its raters, and for
 * each of them how that changes without the rater. Without one of m raters the other pairs weigh 1 / (m - 2) in place of
 * 1 / (m - 1).
 */
function eachWithout(table: UnitTable): (rater: number) => Coincidences {
  const { raters, categories, units, given } = table;
  const q = categories.length;
  const all = ledger(q);
  const changes = raters.map(() => ledger(q));
  for (let unit = 0; unit < units.length; unit++) {
    const [from, to] = [given.start[unit] ?? 0, given.start[unit + 1] ?? 0];
    const m = to - from;
    if (m < 2) continue;
    const what = given.code.subarray(from, to);
    addUnit(all, what, m, -1, 1 / (m - 1), 0);
    all.pairable += m;
    for (let i = 0; i < m; i++) {
      const change = changes[given.rater[from + i] ?? 0];
      if (!change) continue;
      const rest = m > 2 ? 1 / (m - 2) - 1 / (m - 1) : -1;
      addUnit(change, what, m, i, rest, -1 / (m - 1));
      change.pairable -= m > 2 ? 1 : 2;
    }
  }
  return (rater) => sumOf(all, changes[rater] ?? ledger(q), q);
}

/** Pairable ratings, their categories, and the coincidences of different categories (lower code * q + higher code). */
interface Ledger {
  pairable: number;
  marginals: Float64Array;
  square: Float64Array;
}

const ledger = (q: number): Ledger => ({
  pairable: 0,
  marginals: new Float64Array(q),
  square: new Float64Array(q * q),
});

/** Adds a unit's pairs, those with the rating `out` weighing otherwise; where all are in (-1), its ratings are added too, else `out` is taken away. */
function addUnit(
  { marginals, square }: Ledger,
  what: Int32Array,
  m: number,
  out: number,
  weight: number,
  weightOut: number,
): void {
  const q = marginals.length;
  for (let i = 0; i < m; i++) {
    const one = what[i] ?? 0;
    if (out < 0) marginals[one] = (marginals[one] ?? 0) + 1;
    else if (i === out || m === 2) marginals[one] = (marginals[one] ?? 0) - 1;
    for (let j = 0; j < i; j++) {
      const other = what[j] ?? 0;
      if (one === other) continue;
      const cell = one < other ? one * q + other : other * q + one;
      square[cell] = (square[cell] ?? 0) + (i === out || j === out ? weightOut : weight);
    }
  }
}

function sumOf(all: Ledger, change: Ledger, q: number): Coincidences {
  const weights = all.square.map((weight, cell) => weight + (change.square[cell] ?? 0));
  // What rounding leaves where nothing is left.
  const filled = Array.from(weights.keys()).filter((cell) => (weights[cell] ?? 0) > 1e-9);
  return {
    pairable: all.pairable + change.pairable,
    marginals: all.marginals.map((count, code) => count + (change.marginals[code] ?? 0)),
    left: Int32Array.from(filled, (cell) => Math.floor(cell / q)),
    right: Int32Array.from(filled, (cell) => cell % q),
    weight: Float64Array.from(filled, (cell) => weights[cell] ?? 0),
  };
}
