import { canonical, type Json } from './canonical.ts';
import { type Dimension, dimensionLabel, kindOf, levelOf, type OptionValue, type Rubric } from './rubric.ts';

/**
 * What a change does to values that were given before. `scale`: they can no longer be compared and count no more. `meaning`: they
 * count, and raters may judge otherwise now. `handling`: nothing.
 */
export type ChangeWeight = 'scale' | 'meaning' | 'handling';

export interface FieldChange {
  field: string;
  weight: ChangeWeight;
  /** The option it is a field of. */
  option?: OptionValue;
  /** Undefined where there was, or is, none. */
  before: Json | undefined;
  after: Json | undefined;
}

export interface DimensionChange {
  dimension: string;
  label: string;
  kind: 'added' | 'removed' | 'changed';
  /** Places among the dimensions that both versions have, counted from 0. */
  moved?: { from: number; to: number };
  fields: FieldChange[];
}

/** What differs between two versions of a rubric; null where nothing does. */
export interface RubricChanges {
  title: { before: string; after: string } | null;
  guidelines: { before: string; after: string } | null;
  /** Fields of the rubric itself, such as what is asked of comparisons. */
  fields: FieldChange[];
  dimensions: DimensionChange[];
}

const WEIGHTS: Readonly<Record<string, ChangeWeight>> = {
  kind: 'scale',
  range: 'scale',
  level: 'meaning',
  label: 'meaning',
  question: 'meaning',
  gate: 'meaning',
  categories: 'meaning',
  spans_from: 'meaning',
  rationale_from: 'meaning',
  rationale_required: 'meaning',
};
const OPTION_WEIGHTS: Readonly<Record<string, ChangeWeight>> = {
  label: 'meaning',
  anchor: 'meaning',
  example: 'meaning',
};

/** A field that is absent, one that is off and one that is empty are the same. */
const plain = (value: unknown): Json | undefined =>
  value === undefined || value === false || value === '' ? undefined : JSON.parse(JSON.stringify(value));

const differs = (before: Json | undefined, after: Json | undefined): boolean =>
  before === undefined || after === undefined ? before !== after : canonical(before) !== canonical(after);

function fieldChanges(
  before: object,
  after: object,
  weights: Readonly<Record<string, ChangeWeight>>,
  passOver: ReadonlySet<string>,
): FieldChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((field) => !passOver.has(field))
    .map((field) => ({
      field,
      weight: weights[field] ?? ('handling' as const),
      before: plain(old.get(field)),
      after: plain(fresh.get(field)),
    }))
    .filter((change) => differs(change.before, change.after));
}

const RUBRIC_BY_ITSELF = new Set(['id', 'version', 'title', 'guidelines', 'dimensions']);
const DIMENSION_BY_ITSELF = new Set(['id', 'options']);
const OPTION_BY_ITSELF = new Set(['value']);

function optionChanges(before: Dimension, after: Dimension): FieldChange[] {
  // On a slider an option is but a name for a point: without it, every value can still be given.
  const weight: ChangeWeight = kindOf(after) === 'slider' ? 'meaning' : 'scale';
  const changes = after.options.flatMap((option): FieldChange[] => {
    const old = before.options.find(({ value }) => value === option.value);
    if (!old)
      return [{ field: 'option', weight, option: option.value, before: undefined, after: option.label }];
    return fieldChanges(old, option, OPTION_WEIGHTS, OPTION_BY_ITSELF).map((change) => ({
      ...change,
      option: option.value,
    }));
  });
  const gone: FieldChange[] = before.options
    .filter(({ value }) => !after.options.some((option) => option.value === value))
    .map(({ value, label }) => ({ field: 'option', weight, option: value, before: label, after: undefined }));
  return [...changes, ...gone, ...orderChange(before, after)];
}

function orderChange(before: Dimension, after: Dimension): FieldChange[] {
  const shared = (one: Dimension, other: Dimension): OptionValue[] =>
    one.options
      .map(({ value }) => value)
      .filter((value) => other.options.some((option) => option.value === value));
  const [old, fresh] = [shared(before, after), shared(after, before)];
  return differs(old, fresh) ? [{ field: 'order', weight: 'handling', before: old, after: fresh }] : [];
}

/** The dimension with what holds where nothing is said. */
const spelledOut = (entry: Dimension): object => ({
  ...entry,
  kind: kindOf(entry),
  level: levelOf(entry) ?? undefined,
  label: dimensionLabel(entry),
});

function changeOf(before: Dimension, after: Dimension): FieldChange[] {
  return [
    ...fieldChanges(spelledOut(before), spelledOut(after), WEIGHTS, DIMENSION_BY_ITSELF),
    ...optionChanges(before, after),
  ];
}

/** Those that have to be moved, as few as can be, to bring one order of the same names into the other. */
function movedIn(before: readonly string[], after: readonly string[]): Set<string> {
  // The longest run that keeps its order stays: `best[i]` is the longest that ends with the i-th name of the later order.
  const best: string[][] = [];
  for (const [index, name] of after.entries()) {
    const earlier = best.filter(
      (run, at) => at < index && before.indexOf(run.at(-1) ?? '') < before.indexOf(name),
    );
    const longest = earlier.reduce<string[]>((most, run) => (run.length > most.length ? run : most), []);
    best.push([...longest, name]);
  }
  const stay = new Set(best.reduce<string[]>((most, run) => (run.length > most.length ? run : most), []));
  return new Set(after.filter((name) => !stay.has(name)));
}

/** What differs, dimension by dimension in the order of the later version; those that are gone at the end. */
export function rubricChanges(before: Rubric, after: Rubric): RubricChanges {
  const known = new Map(before.dimensions.map((entry) => [entry.id, entry]));
  const stay = (rubric: Rubric, other: Rubric): string[] =>
    rubric.dimensions.map(({ id }) => id).filter((id) => other.dimensions.some((entry) => entry.id === id));
  const [places, now] = [stay(before, after), stay(after, before)];
  const isMoved = movedIn(places, now);
  const dimensions = after.dimensions.flatMap((entry): DimensionChange[] => {
    const face = { dimension: entry.id, label: dimensionLabel(entry) };
    const old = known.get(entry.id);
    if (!old) return [{ ...face, kind: 'added', fields: [] }];
    const fields = changeOf(old, entry);
    const moved = isMoved.has(entry.id);
    if (fields.length === 0 && !moved) return [];
    const [from, to] = [places.indexOf(entry.id), now.indexOf(entry.id)];
    return [{ ...face, kind: 'changed', fields, ...(moved ? { moved: { from, to } } : {}) }];
  });
  const gone = before.dimensions
    .filter(({ id }) => !after.dimensions.some((entry) => entry.id === id))
    .map(
      (entry): DimensionChange => ({
        dimension: entry.id,
        label: dimensionLabel(entry),
        kind: 'removed',
        fields: [],
      }),
    );
  const text = (old: string, fresh: string) => (old === fresh ? null : { before: old, after: fresh });
  return {
    title: text(before.title, after.title),
    guidelines: text(before.guidelines, after.guidelines),
    fields: fieldChanges(before, after, {}, RUBRIC_BY_ITSELF),
    dimensions: [...dimensions, ...gone],
  };
}

export const isUnchanged = ({ title, guidelines, fields, dimensions }: RubricChanges): boolean =>
  title === null && guidelines === null && fields.length === 0 && dimensions.length === 0;
