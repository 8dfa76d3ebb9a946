import { measured } from './measured.ts';
import type { RatingIndex } from './rating-index.ts';
import { MISSING, type UnitTable } from './unit-table.ts';

/** A rater's ratings of units that others rated as well, in time. */
export interface RaterSeries {
  /** Milliseconds since 1970, ascending. */
  times: Float64Array;
  /** For each rating the share of the other raters of the unit who gave the same value, 0 to 1. */
  agreement: Float64Array;
  /** For each rating its value less the mean of the others; null where values have no order. */
  shift: Float64Array | null;
}

/**
 * The series of each of `table.raters`. `index` holds the ratings that the table was made of, `times` when each of them was given, and
 * `order` their places in the order of time.
 */
export function seriesOf(
  table: UnitTable,
  index: RatingIndex,
  times: Float64Array,
  order: Int32Array,
): RaterSeries[] {
  const size = table.raters.length;
  const raterAt = places(index.raters, table.raters);
  const unitAt = places(index.units, table.units);
  const position = measured(table);
  const sums = sumsOf(table, position);
  const found = Array.from(ratingsOf(table), (ratings) => ({
    ratings: 0,
    times: new Float64Array(ratings),
    agreement: new Float64Array(ratings),
    shift: new Float64Array(ratings),
  }));
  const seen = new Uint8Array(table.codes.length);
  const { start } = table.given;
  for (const i of order) {
    const rater = raterAt[index.raterOf[i] ?? 0] ?? -1;
    const unit = unitAt[index.unitOf[i] ?? 0] ?? -1;
    if (rater < 0 || unit < 0) continue;
    const cell = unit * size + rater;
    const code = table.codes[cell] ?? MISSING;
    const others = (start[unit + 1] ?? 0) - (start[unit] ?? 0) - 1;
    if (code === MISSING || others < 1 || seen[cell] === 1) continue;
    seen[cell] = 1;
    let same = -1;
    for (let other = start[unit] ?? 0; other < (start[unit + 1] ?? 0); other++)
      if (table.given.code[other] === code) same++;
    const value = position?.[code] ?? 0;
    const own = found[rater];
    if (!own) continue;
    own.times[own.ratings] = times[i] ?? 0;
    own.agreement[own.ratings] = same / others;
    own.shift[own.ratings] = value - ((sums[unit] ?? 0) - value) / others;
    own.ratings += 1;
  }
  return found.map(({ ratings, ...own }) => ({
    times: own.times.subarray(0, ratings),
    agreement: own.agreement.subarray(0, ratings),
    shift: position && own.shift.subarray(0, ratings),
  }));
}

/** Ratings of each rater. */
function ratingsOf({ raters, given }: UnitTable): Float64Array {
  const counts = new Float64Array(raters.length);
  for (let i = 0; i < given.rater.length; i++) {
    const rater = given.rater[i] ?? 0;
    counts[rater] = (counts[rater] ?? 0) + 1;
  }
  return counts;
}

/** Of each thing of a list its place in another that leaves some out but keeps their order; -1 for those left out. */
function places<Thing>(all: readonly Thing[], kept: readonly Thing[]): Int32Array {
  const place = new Int32Array(all.length).fill(-1);
  for (let i = 0, next = 0; i < all.length && next < kept.length; i++) {
    if (all[i] === kept[next]) place[i] = next++;
  }
  return place;
}

/** Sum of the values of each unit's ratings. */
function sumsOf({ units, given }: UnitTable, position: Float64Array | null): Float64Array {
  const sums = new Float64Array(units.length);
  for (let unit = 0; unit < sums.length; unit++) {
    let sum = 0;
    for (let i = given.start[unit] ?? 0; i < (given.start[unit + 1] ?? 0); i++)
      sum += position?.[given.code[i] ?? 0] ?? 0;
    sums[unit] = sum;
  }
  return sums;
}
