import { givenCodes, type UnitTable } from './unit-table.ts';

/**
 * The table's units grouped by the values they hold. Units with the same values, whoever gave them, are
 * interchangeable for every statistic that does not look at single raters. Pattern p has
 * `ratings[p]` ratings, is held by `units[p]` units, and its categories are `code[i]`, each given `times[i]` times, for
 * i from `start[p]` to `start[p + 1]` - 1, in the order of the codes. Patterns are in the order of their codes, so they
 * do not depend on the order of the table's units.
 */
export interface Patterns {
  readonly count: number;
  readonly units: Float64Array;
  readonly ratings: Int32Array;
  readonly start: Int32Array;
  readonly code: Int32Array;
  readonly times: Int32Array;
  /** Pattern of each unit of the table. */
  readonly ofUnit: Int32Array;
}

/** Units with at least two ratings. */
export const pairedUnits = ({ units, ratings }: Pick<Patterns, 'units' | 'ratings'>): number =>
  units.reduce((sum, count, p) => sum + ((ratings[p] ?? 0) > 1 ? count : 0), 0);

/** Groups the units of a table; every unit has at least one rating. */
export function patternsOf(table: UnitTable): Patterns {
  const { firstSeen, seenOf } = distinctUnits(table);
  const order = Array.from(firstSeen.keys()).sort((a, b) => compare(firstSeen[a] ?? [], firstSeen[b] ?? []));
  const place = new Int32Array(order.length);
  const start = new Int32Array(order.length + 1);
  const ratings = new Int32Array(order.length);
  const code: number[] = [];
  const times: number[] = [];
  for (const [pattern, seen] of order.entries()) {
    place[seen] = pattern;
    const codes = firstSeen[seen] ?? [];
    ratings[pattern] = codes.length;
    for (const [i, value] of codes.entries()) {
      if (i > 0 && codes[i - 1] === value) times.push((times.pop() ?? 0) + 1);
      else {
        code.push(value);
        times.push(1);
      }
    }
    start[pattern + 1] = code.length;
  }
  const ofUnit = seenOf.map((seen) => place[seen] ?? 0);
  const units = new Float64Array(order.length);
  for (const pattern of ofUnit) units[pattern] = (units[pattern] ?? 0) + 1;
  return {
    count: order.length,
    units,
    ratings,
    start,
    code: Int32Array.from(code),
    times: Int32Array.from(times),
    ofUnit,
  };
}

/** The patterns after each category became 0 or 1. */
export function recoded(patterns: Patterns, to: readonly number[]): Patterns {
  const found = new Map<string, { ratings: number; ones: number; units: number }>();
  const keys = Array.from({ length: patterns.count }, (_, p) => {
    const ratings = patterns.ratings[p] ?? 0;
    let ones = 0;
    for (let i = patterns.start[p] ?? 0; i < (patterns.start[p + 1] ?? 0); i++)
      ones += (patterns.times[i] ?? 0) * (to[patterns.code[i] ?? 0] ?? 0);
    const key = `${ratings} ${ones}`;
    const known = found.get(key) ?? { ratings, ones, units: 0 };
    known.units += patterns.units[p] ?? 0;
    found.set(key, known);
    return key;
  });
  const all = [...found].sort(([, a], [, b]) => a.ratings - b.ratings || a.ones - b.ones);
  const place = new Map(all.map(([key], index) => [key, index]));
  const cells = all.map(([, { ratings, ones }]) =>
    [
      [0, ratings - ones],
      [1, ones],
    ].filter(([, times]) => times !== 0),
  );
  const start = new Int32Array(all.length + 1);
  for (const [p, own] of cells.entries()) start[p + 1] = (start[p] ?? 0) + own.length;
  return {
    count: all.length,
    units: Float64Array.from(all, ([, { units }]) => units),
    ratings: Int32Array.from(all, ([, { ratings }]) => ratings),
    start,
    code: Int32Array.from(cells.flat(), ([code = 0]) => code),
    times: Int32Array.from(cells.flat(), ([, times = 0]) => times),
    ofUnit: patterns.ofUnit.map((p) => place.get(keys[p] ?? '') ?? 0),
  };
}

/** The different sorted code lists in the order of their first unit, and which of them each unit holds. */
function distinctUnits(table: UnitTable): { firstSeen: number[][]; seenOf: Int32Array } {
  const q = table.categories.length;
  const room = new Int32Array(table.raters.length);
  const firstSeen: number[][] = [];
  const seenOf = new Int32Array(table.units.length);
  // A path through this tree of codes stands for one sorted list: key = node * q + code, value = the next node.
  const next = new Map<number, number>();
  const patternAt = new Map<number, number>();
  for (let unit = 0; unit < seenOf.length; unit++) {
    const m = givenCodes(table, unit, room);
    sortFirst(room, m);
    let node = 0;
    for (let i = 0; i < m; i++) {
      const key = node * q + (room[i] ?? 0);
      let child = next.get(key);
      if (child === undefined) {
        child = next.size + 1;
        next.set(key, child);
      }
      node = child;
    }
    const known = patternAt.get(node);
    if (known === undefined) {
      patternAt.set(node, firstSeen.length);
      seenOf[unit] = firstSeen.push(Array.from(room.subarray(0, m))) - 1;
    } else seenOf[unit] = known;
  }
  return { firstSeen, seenOf };
}

/** Sorts the first `length` numbers in place, by insertion: there are as many as a unit has ratings. */
function sortFirst(numbers: Int32Array, length: number): void {
  for (let end = 1; end < length; end++) {
    const moved = numbers[end] ?? 0;
    let place = end;
    for (; place > 0 && (numbers[place - 1] ?? 0) > moved; place--) numbers[place] = numbers[place - 1] ?? 0;
    numbers[place] = moved;
  }
}

/** Lexicographic order, a shorter list before a longer one that begins with it. */
function compare(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
