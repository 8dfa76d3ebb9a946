import { Fault } from '../contract/errors.ts';
import type { Gate } from '../domain/rubric.ts';
import type { RatedDimension } from './cell-value.ts';
import { dimensionReader, isGiven, type RatedRubric, type RatingTuple } from './dimension-value.ts';
import { indexRatings, type RatingIndex } from './rating-index.ts';
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

/**
 * The table of one dimension; units are the items rated on it, raters are sorted by name. Where a gate was closed the rater
 * was not asked and gave no value, whatever is stored. How often that was so is kept as `notAsked`, and how often the
 * rater could not judge as `cannotJudge`. Free text has no cells: it cannot be compared.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export const tableFromRatings = (
  tuples: Iterable<RatingTuple>,
  dimension: string,
  rubric: RatedRubric,
): UnitTable => tableFromIndex(indexRatings(tuples), dimension, rubric);

/** The same from ratings that are indexed already, so that several dimensions share the work. */
export function tableFromIndex(index: RatingIndex, dimension: string, rubric: RatedRubric): UnitTable {
  const { entry, cells, closedBy } = dimensionReader(dimension, rubric);
  const raterOf = new Int32Array(index.tuples.length);
  const unitOf = new Int32Array(index.tuples.length);
  const values: Value[] = [];
  const cannot = new Map<string, number>();
  let notAsked = 0;
  let texts = 0;
  for (let i = 0; i < index.tuples.length; i++) {
    const tuple = index.tuples[i];
    if (!tuple) continue;
    const closed = closedBy(tuple);
    if (closed) {
      if (isGiven(tuple.values[closed.dimension])) notAsked++;
      continue;
    }
    const reason = tuple.cannot?.[dimension];
    if (reason !== undefined) cannot.set(reason, (cannot.get(reason) ?? 0) + 1);
    const given = tuple.values[dimension];
    if (!isGiven(given)) continue;
    if (cells === null) texts++;
    const value = cells?.cell(given) ?? null;
    if (value === null) continue;
    raterOf[values.length] = index.raterOf[i] ?? 0;
    unitOf[values.length] = index.unitOf[i] ?? 0;
    values.push(value);
  }
  return codeTable(
    {
      raters: index.raters,
      units: index.units,
      unitOf: unitOf.subarray(0, values.length),
      raterOf: raterOf.subarray(0, values.length),
      values,
    },
    {
      level: cells?.level ?? 'nominal',
      subject: (entry.label ?? entry.id).toLowerCase(),
      declared: cells?.declared,
      labelOf: (value) => cells?.labelOf(value),
      texts: cells === null ? texts : undefined,
      notAsked,
      cannotJudge: [...cannot.values()].reduce((sum, count) => sum + count, 0),
      notes: [
        ...(notAsked > 0 ? [gateNote(notAsked, entry)] : []),
        ...(cannot.size > 0 ? [cannotNote(cannot)] : []),
      ],
    },
  );
}

function gateNote(count: number, { gate }: RatedDimension): string {
  const asked = gate ? ` (asked only where ${gate.dimension} ${gateWords(gate)})` : '';
  return `${count} ratings were not asked because of the gate${asked}. They are missing by design, not at random.`;
}

function gateWords({ equals, includes, from }: Gate): string {
  if (includes !== undefined) return `includes ${includes}`;
  return from === undefined ? `is ${equals}` : `is ${from} or more`;
}

function cannotNote(reasons: ReadonlyMap<string, number>): string {
  const all = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const each = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} ${reason}`);
  return `In ${all} ratings it could not be judged (${each.join(', ')}). They count as missing, not as disagreement.`;
}
