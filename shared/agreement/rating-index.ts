import type { RatingTuple } from './dimension-value.ts';

/** Ratings with their raters, sorted by name so that nothing depends on who rated first, and their units, as they come. */
export interface RatingIndex<Tuple extends RatingTuple = RatingTuple> {
  readonly tuples: readonly Tuple[];
  readonly raters: readonly string[];
  readonly units: readonly (string | number)[];
  /** Of each rating the place of its rater and of its unit. */
  readonly raterOf: Int32Array;
  readonly unitOf: Int32Array;
}

export function indexRatings<Tuple extends RatingTuple>(given: Iterable<Tuple>): RatingIndex<Tuple> {
  const tuples = [...given];
  const raters = new Map<string, number>();
  const units = new Map<string | number, number>();
  const raterOf = new Int32Array(tuples.length);
  const unitOf = new Int32Array(tuples.length);
  for (let i = 0; i < tuples.length; i++) {
    const tuple = tuples[i];
    if (!tuple) continue;
    raterOf[i] = numberOf(raters, tuple.rater);
    unitOf[i] = numberOf(units, tuple.item);
  }
  const names = [...raters.keys()];
  const order = Array.from(names.keys()).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const place = new Int32Array(names.length);
  order.forEach((old, now) => {
    place[old] = now;
  });
  return {
    tuples,
    raters: order.map((old) => names[old] ?? ''),
    units: [...units.keys()],
    raterOf: raterOf.map((old) => place[old] ?? 0),
    unitOf,
  };
}

/** The number of a key, the next one where it is new. */
function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
