import { groupedBy } from './grouped.ts';
import type { GivenRatings, UnitTable, Value } from './unit-table.ts';

/** Ratings as flat lists. Unlike in a table, a rater may have rated a unit several times. */
export interface Judgements extends GivenRatings {
  readonly raters: readonly string[];
  readonly units: readonly (string | number)[];
  readonly categories: readonly Value[];
}

export const judgementsOf = ({ raters, units, categories, given }: UnitTable): Judgements => ({
  raters,
  units,
  categories,
  ...given,
});

/**
 * Units with the same ratings from the same raters, which no model can tell apart. Group g holds `size[g]` units and has
 * the ratings of the unit `first[g]`.
 */
export interface Groups {
  readonly count: number;
  readonly size: Float64Array;
  readonly first: Int32Array;
  readonly ofUnit: Int32Array;
}

export function groupsOf({ units, raters, categories, start, rater, code }: Judgements): Groups {
  const answers = raters.length * categories.length;
  // A path through this tree of answers stands for one list of ratings: key = node * answers + answer.
  const next = new Map<number, number>();
  const groupAt = new Map<number, number>();
  const first: number[] = [];
  const size: number[] = [];
  const ofUnit = new Int32Array(units.length);
  for (let unit = 0; unit < ofUnit.length; unit++) {
    let node = 0;
    for (let i = start[unit] ?? 0; i < (start[unit + 1] ?? 0); i++) {
      const key = node * answers + (rater[i] ?? 0) * categories.length + (code[i] ?? 0);
      let child = next.get(key);
      if (child === undefined) {
        child = next.size + 1;
        next.set(key, child);
      }
      node = child;
    }
    const known = groupAt.get(node);
    if (known === undefined) {
      groupAt.set(node, first.length);
      ofUnit[unit] = first.length;
      first.push(unit);
      size.push(1);
    } else {
      ofUnit[unit] = known;
      size[known] = (size[known] ?? 0) + 1;
    }
  }
  return { count: first.length, size: Float64Array.from(size), first: Int32Array.from(first), ofUnit };
}

/** At most so many of the units, evenly spread over them. */
export function everySo(judgements: Judgements, most: number): Judgements {
  const { units, start, rater, code } = judgements;
  if (units.length <= most) return judgements;
  const kept = Array.from({ length: most }, (_, i) => Math.floor((i * units.length) / most));
  const ends = new Int32Array(most + 1);
  const taken = { rater: new Int32Array(rater.length), code: new Int32Array(code.length) };
  let given = 0;
  for (const [i, unit] of kept.entries()) {
    const [from, to] = [start[unit] ?? 0, start[unit + 1] ?? 0];
    taken.rater.set(rater.subarray(from, to), given);
    taken.code.set(code.subarray(from, to), given);
    given += to - from;
    ends[i + 1] = given;
  }
  return {
    ...judgements,
    units: kept.map((unit) => units[unit] ?? ''),
    start: ends,
    rater: taken.rater.slice(0, given),
    code: taken.code.slice(0, given),
  };
}

/**
 * Raters who can be compared: those with common units, directly or through others, by index. One group where all can be;
 * what models say of raters in different groups rests on their units being alike.
 */
export function linkedRaters({ raters, units, start, rater }: Judgements): number[][] {
  const parent = Array.from(raters.keys());
  const root = (one: number): number => {
    let at = one;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (let unit = 0; unit < units.length; unit++) {
    const first = root(rater[start[unit] ?? 0] ?? 0);
    for (let i = (start[unit] ?? 0) + 1; i < (start[unit + 1] ?? 0); i++) {
      const other = root(rater[i] ?? 0);
      if (other !== first) parent[other] = first;
    }
  }
  return [...groupedBy(raters.keys(), root).values()];
}
