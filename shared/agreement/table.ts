import { Fault } from '../contract/errors.ts';
import { codeTable, type Level, type UnitTable, type Value } from './unit-table.ts';

/** Ratings as a matrix: `matrix[rater][unit]`, null where no rating was given. */
export interface RatingsMatrix {
  matrix: readonly (readonly (Value | null)[])[];
  level: Level;
  /** All values a rater could give, in their order; absent: the observed ones, sorted. */
  categories?: readonly Value[] | undefined;
  /** Names of the rows; absent: r1, r2, ... */
  raters?: readonly string[] | undefined;
  /** Names of the columns; absent: 1, 2, ... */
  units?: readonly (string | number)[] | undefined;
  notes?: readonly string[] | undefined;
}

/**
 * The table of a matrix. Rows and columns without a rating are dropped.
 * @throws Fault MATRIX_INVALID where the rows differ in length.
 */
export function tableFromMatrix(input: RatingsMatrix): UnitTable {
  const { matrix } = input;
  const width = matrix[0]?.length ?? 0;
  const raterOf: number[] = [];
  const unitOf: number[] = [];
  const values: Value[] = [];
  for (const [rater, row] of matrix.entries()) {
    if (row.length !== width) {
      throw new Fault('MATRIX_INVALID', `Row ${rater + 1} has ${row.length} units, the first has ${width}.`, {
        path: `matrix[${rater}]`,
      });
    }
    for (const [unit, value] of row.entries()) {
      if (value === null) continue;
      raterOf.push(rater);
      unitOf.push(unit);
      values.push(value);
    }
  }
  const raters = input.raters ?? matrix.map((_, rater) => `r${rater + 1}`);
  const units = input.units ?? Array.from({ length: width }, (_, unit) => unit + 1);
  return codeTable(
    { raters, units, raterOf, unitOf, values },
    { level: input.level, declared: input.categories, notes: input.notes ?? [] },
  );
}

/** What agreement needs to know of a rubric's dimension. */
export interface RatedDimension {
  id: string;
  label?: string | undefined;
  level: Level;
  options: readonly { value: Value; label?: string | undefined }[];
  /** Asked only where the rater gave this value on another dimension. */
  gate?: { dimension: string; equals: Value } | undefined;
}

export interface RatedRubric {
  id: string;
  version: number;
  dimensions: readonly RatedDimension[];
}

/**
 * One rater's current judgement of one item. The caller leaves out gold items and repeats, which are reported by
 * themselves and would otherwise be counted as agreement between raters.
 */
export interface RatingTuple {
  item: string | number;
  rater: string;
  values: Readonly<Record<string, Value | null>>;
}

/**
 * The table of one dimension; units are the items rated on it, raters are sorted by name. This is the one place where
 * gates are resolved: where the rater's value on the gate's dimension is another one, the rater was not asked and
 * gave no value, whatever is stored. How often that was so is kept as `notAsked`.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export function tableFromRatings(
  tuples: Iterable<RatingTuple>,
  dimension: string,
  rubric: RatedRubric,
): UnitTable {
  const entry = rubric.dimensions.find((candidate) => candidate.id === dimension);
  if (!entry)
    throw new Fault('INVALID_INPUT', `The rubric has no dimension "${dimension}".`, { path: 'dimension' });
  const gates = gatesOf(entry, rubric);
  const raters = new Numbering<string>();
  const units = new Numbering<string | number>();
  const raterOf: number[] = [];
  const unitOf: number[] = [];
  const values: Value[] = [];
  let notAsked = 0;
  for (const tuple of tuples) {
    const closed = gates.find((gate) => tuple.values[gate.dimension] !== gate.equals);
    if (closed) {
      if (isGiven(tuple.values[closed.dimension])) notAsked++;
      continue;
    }
    const value = tuple.values[dimension];
    if (!isGiven(value)) continue;
    raterOf.push(raters.of(tuple.rater));
    unitOf.push(units.of(tuple.item));
    values.push(value);
  }
  const labels = new Map(entry.options.map((option) => [option.value, option.label]));
  return codeTable(
    { ...sortedRaters(raters.all, raterOf), units: units.all, unitOf, values },
    {
      level: entry.level,
      subject: (entry.label ?? entry.id).toLowerCase(),
      declared: entry.options.map((option) => option.value),
      labelOf: (value) => labels.get(value),
      notAsked,
      notes: notAsked > 0 ? [gateNote(notAsked, entry)] : [],
    },
  );
}

const isGiven = (value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** The gates before a dimension, outermost first: a gate's own dimension may be gated as well. */
function gatesOf(entry: RatedDimension, rubric: RatedRubric): { dimension: string; equals: Value }[] {
  const gates: { dimension: string; equals: Value }[] = [];
  let { gate } = entry;
  while (gate && gates.length < rubric.dimensions.length) {
    const { dimension } = gate;
    gates.unshift(gate);
    gate = rubric.dimensions.find((candidate) => candidate.id === dimension)?.gate;
  }
  return gates;
}

function gateNote(count: number, { gate }: RatedDimension): string {
  const asked = gate ? ` (asked only where ${gate.dimension} is ${gate.equals})` : '';
  return `${count} ratings were not asked because of the gate${asked}. They are missing by design, not at random.`;
}

/** Gives each new key the next number. */
class Numbering<Key> {
  readonly all: Key[] = [];
  private readonly numbers = new Map<Key, number>();

  of(key: Key): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(key) - 1;
  }
}

/** Raters in the order of their names, so that a report does not depend on who rated first. */
function sortedRaters(
  names: readonly string[],
  raterOf: readonly number[],
): { raters: string[]; raterOf: number[] } {
  const order = Array.from(names.keys()).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const place = new Int32Array(names.length);
  order.forEach((old, now) => {
    place[old] = now;
  });
  return { raters: order.map((old) => names[old] ?? ''), raterOf: raterOf.map((old) => place[old] ?? 0) };
}
