import { type Gate, levelOf } from '../domain/rubric.ts';
import { stopCount, stopsOf } from '../domain/value.ts';
import type { Level, Value } from './unit-table.ts';

/** What agreement needs to know of a rubric's dimension. */
export interface RatedDimension {
  id: string;
  label?: string | undefined;
  /** How it is answered; options where not said. */
  kind?: 'options' | 'slider' | 'categories' | 'text' | undefined;
  level?: Level | undefined;
  options: readonly { value: Value; label?: string | undefined }[];
  /** Categories to choose from where the value says that something is there. */
  categories?: readonly string[] | undefined;
  /** True where stretches of the answer can be labelled. */
  spans?: boolean | undefined;
  spans_from?: number | undefined;
  range?: { min: number; max: number; step: number } | undefined;
  /** Asked only where the rater's value on another dimension opens it. */
  gate?: Gate | undefined;
}

/** A value as a rating has it: a list where several options can be chosen. */
export type GivenValue = Value | readonly Value[];

/** How the values of a dimension become categories of a table. */
export interface CellReader {
  level: Level;
  /** Every category there can be, in order; undefined: those that occur. */
  declared: Value[] | undefined;
  /** The category of a value; null where it is none that can be compared. */
  cell(value: GivenValue): Value | null;
  labelOf(value: Value): string | undefined;
}

/** A slider with more stops than this has the categories that were used, so that lists stay readable. */
const MOST_STOPS = 101;

/** Nothing chosen, as a category. */
export const NONE_CHOSEN = 'none';

const isList = (value: GivenValue): value is readonly Value[] => Array.isArray(value);
const single = (value: GivenValue): Value | null => (isList(value) ? null : value);

/** How a dimension's values are compared; null for free text, whose values are not. */
export function cellReader(entry: RatedDimension): CellReader | null {
  const level = levelOf(entry);
  if (level === null) return null;
  const labels = new Map(entry.options.map(({ value, label }) => [value, label]));
  const labelOf = (value: Value) => labels.get(value);
  const declared = entry.options.map(({ value }) => value);
  if (entry.kind === 'slider') return { level, declared: declaredStops(entry), cell: single, labelOf };
  if (entry.kind !== 'categories') return { level, declared, cell: single, labelOf };
  // Each set of options that was chosen is a category: two raters agree where they chose exactly the same.
  const nameOf = (chosen: readonly Value[], name: (value: Value) => string) =>
    declared
      .filter((value) => chosen.includes(value))
      .map(name)
      .join(' + ') || NONE_CHOSEN;
  const sets = new Map<Value, string>();
  return {
    level,
    declared: undefined,
    cell(value) {
      if (!isList(value)) return null;
      const key = nameOf(value, String);
      if (!sets.has(key))
        sets.set(
          key,
          nameOf(value, (one) => labels.get(one) ?? String(one)),
        );
      return key;
    },
    labelOf: (value) => sets.get(value),
  };
}

const declaredStops = ({ range }: RatedDimension): number[] | undefined =>
  range && stopCount(range) <= MOST_STOPS ? stopsOf(range) : undefined;
