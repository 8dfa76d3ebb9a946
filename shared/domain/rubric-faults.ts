import { boundsOf, type Dimension, dimensionLabel, kindOf, optionOf, type Rubric } from './rubric.ts';
import { stopCount, valueRefusal } from './value.ts';

/** A slider with more stops than this is no scale that anyone can point at. */
const MOST_STOPS = 10_001;

/** What is wrong with a dimension although each of its fields is well formed. */
export interface DimensionFault {
  message: string;
  /** Index of the dimension, and the field. */
  path: [index: number, field: string];
}

type Rule = (entry: Dimension, earlier: ReadonlyMap<string, Dimension>) => string | null;

/** Field -> what it must hold, beside being well formed. */
const RULES: readonly (readonly [field: string, rule: Rule])[] = [
  ['id', ({ id }, earlier) => (earlier.has(id) ? `the id "${id}" is used twice` : null)],
  ['level', levelFault],
  ['range', rangeFault],
  ['options', optionsFault],
  ['gate', gateFault],
  ['categories', categoriesFault],
  ['rationale_from', (entry) => fromFault(entry, entry.rationale_from)],
  ['spans_from', (entry) => fromFault(entry, entry.spans_from)],
];

/** Every fault of a rubric's dimensions, in their order. */
export function rubricFaults(dimensions: readonly Dimension[]): DimensionFault[] {
  const earlier = new Map<string, Dimension>();
  const faults: DimensionFault[] = [];
  for (const [index, entry] of dimensions.entries()) {
    for (const [field, rule] of RULES) {
      const message = rule(entry, earlier);
      if (message !== null) faults.push({ message, path: [index, field] });
    }
    earlier.set(entry.id, entry);
  }
  return faults;
}

/** What is wrong with what a comparison asks, or null. */
export function comparisonFault(
  dimensions: readonly Dimension[],
  { dimensions: asked }: NonNullable<Rubric['comparison']>,
): string | null {
  for (const [index, id] of asked.entries()) {
    const entry = dimensions.find((candidate) => candidate.id === id);
    if (!entry) return `comparison asks "${id}" of each candidate, which is not a dimension`;
    if (asked.indexOf(id) !== index) return `comparison asks "${id}" twice`;
    const keeper = entry.gate?.dimension;
    if (keeper !== undefined && !asked.includes(keeper))
      return `comparison asks "${id}" of each candidate, and not "${keeper}", which its gate names`;
  }
  return null;
}

function levelFault({ kind, level, range }: Dimension): string | null {
  if (kind === 'text') return null;
  if (kind === 'categories')
    return level === undefined || level === 'nominal' ? null : 'several categories at once are nominal';
  if (level === undefined) return 'the level is missing: nominal, ordinal, interval or ratio';
  if (kind !== 'slider') return null;
  if (level === 'nominal') return 'a slider is ordinal, interval or ratio';
  return level === 'ratio' && range && range.min < 0 ? 'a ratio starts at 0 or above' : null;
}

function rangeFault({ kind, range }: Dimension): string | null {
  if (kind !== 'slider') return null;
  if (!range) return 'a slider needs a range with min and max';
  const { min, max, step } = range;
  if (!(max > min)) return 'max must be above min';
  if (!(step > 0 && step <= max - min)) return 'the step must be above 0 and fit between min and max';
  return stopCount(range) > MOST_STOPS ? `a slider has at most ${MOST_STOPS} stops` : null;
}

function optionsFault(entry: Dimension): string | null {
  const { options } = entry;
  const values = options.map(({ value }) => value);
  const keys = options.flatMap(({ key }) => key ?? []);
  if (new Set(values).size !== values.length) return 'two options have the same value';
  if (new Set(keys).size !== keys.length) return 'two options have the same key';
  switch (kindOf(entry)) {
    case 'text':
      return options.length > 0 ? 'free text has no options' : null;
    case 'slider': {
      const off = values.map((value) => valueRefusal(entry, value)).find((fault) => fault !== null);
      return off ?? null;
    }
    default:
      return options.length < 2 ? 'there must be two options or more to choose from' : null;
  }
}

function gateFault({ gate }: Dimension, earlier: ReadonlyMap<string, Dimension>): string | null {
  if (!gate) return null;
  const { dimension, equals, includes, from } = gate;
  const keeper = earlier.get(dimension);
  if (!keeper) return `gate names "${dimension}", which is not an earlier dimension`;
  if ([equals, includes, from].filter((wanted) => wanted !== undefined).length !== 1)
    return 'gate says one of equals, includes or from';
  const kind = kindOf(keeper);
  if (kind === 'text') return `gate names "${dimension}", and free text opens no gate`;
  if (kind === 'categories' && includes === undefined)
    return `gate names "${dimension}", of which several can be chosen: say includes`;
  if (kind !== 'categories' && includes !== undefined)
    return `gate names "${dimension}", of which one can be chosen: say equals or from`;
  const wanted = equals ?? includes;
  if (wanted === undefined)
    return boundsOf(keeper) ? null : `gate names "${dimension}", whose values are not numbers: say equals`;
  const offered = kind === 'slider' ? valueRefusal(keeper, wanted) === null : optionOf(keeper, wanted);
  return offered ? null : `gate wants ${String(wanted)}, which "${dimension}" does not offer`;
}

function categoriesFault({ kind, categories }: Dimension): string | null {
  if (!categories || (kind !== 'text' && kind !== 'categories')) return null;
  return 'only a dimension of options or a slider has categories beside its value';
}

function fromFault(entry: Dimension, from: number | undefined): string | null {
  if (from === undefined || (entry.kind !== 'text' && entry.kind !== 'categories')) return null;
  return `${dimensionLabel(entry)} has no numbers to count from; say rationale_required`;
}
