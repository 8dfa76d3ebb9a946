import { Fault } from '../contract/errors.ts';
import type { Gate } from '../domain/rubric.ts';
import { meetsGate } from '../domain/value.ts';
import { type CellReader, cellReader, type GivenValue, type RatedDimension } from './cell-value.ts';
import type { Value } from './unit-table.ts';

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
  values: Readonly<Record<string, GivenValue | null>>;
  /** Dimension -> why the rater could not judge it. */
  cannot?: Readonly<Record<string, string>> | undefined;
}

/** What ratings say on one dimension. */
export interface DimensionReader {
  entry: RatedDimension;
  /** How values become categories; null for free text. */
  cells: CellReader | null;
  /** The outermost gate that the rating's values leave closed; null where the dimension was asked. */
  closedBy(tuple: RatingTuple): Gate | null;
  /** The category given; null where there is none, or the dimension was not asked. */
  cellOf(tuple: RatingTuple): Value | null;
}

/**
 * Reads ratings on one dimension. This is the one place where gates are resolved: where the rater's value on the gate's
 * dimension does not open it, the rater was not asked and gave no value, whatever is stored.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export function dimensionReader(dimension: string, rubric: RatedRubric): DimensionReader {
  const entry = rubric.dimensions.find((candidate) => candidate.id === dimension);
  if (!entry)
    throw new Fault('INVALID_INPUT', `The rubric has no dimension "${dimension}".`, { path: 'dimension' });
  const gates = gatesOf(entry, rubric);
  const cells = cellReader(entry);
  const closedBy = (tuple: RatingTuple): Gate | null => {
    if (gates.length > 0) for (const gate of gates) if (!opens(gate, tuple)) return gate;
    return null;
  };
  return {
    entry,
    cells,
    closedBy,
    cellOf(tuple) {
      const given = tuple.values[dimension];
      return !isGiven(given) || closedBy(tuple) !== null ? null : (cells?.cell(given) ?? null);
    },
  };
}

export const isGiven = (value: GivenValue | null | undefined): value is GivenValue =>
  value !== null && value !== undefined;

function opens(gate: Gate, { values }: RatingTuple): boolean {
  const value = values[gate.dimension];
  return isGiven(value) && meetsGate(gate, typeof value === 'object' ? [...value] : value);
}

/** The gates before a dimension, outermost first: a gate's own dimension may be gated as well. */
function gatesOf(entry: RatedDimension, rubric: RatedRubric): Gate[] {
  const gates: Gate[] = [];
  let { gate } = entry;
  while (gate && gates.length < rubric.dimensions.length) {
    const { dimension } = gate;
    gates.unshift(gate);
    gate = rubric.dimensions.find((candidate) => candidate.id === dimension)?.gate;
  }
  return gates;
}
