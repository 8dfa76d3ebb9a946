import { z } from 'zod';
import { DIMENSION_KINDS, type Dimension, kindOf, type OptionValue, type Rubric } from './rubric.ts';

/** What is typed into a field; numbers are read when the draft becomes a rubric. */
const typed = z.string();
/** Fields the editor does not show, kept as they came. */
const rest = z.record(z.string(), z.json());

const draftOption = z.object({
  /** Tells the option apart while its value is being changed. */
  uid: z.string(),
  value: typed,
  label: typed,
  /** Physical key, empty where the option takes the one that falls to it. */
  key: typed,
  anchor: typed,
  example: typed,
  rest,
});

const draftGate = z.object({
  dimension: typed,
  /** How the value is compared. */
  test: z.enum(['equals', 'includes', 'from']),
  value: typed,
});

const draftDimension = z.object({
  uid: z.string(),
  id: typed,
  label: typed,
  kind: z.enum(DIMENSION_KINDS),
  level: z.enum(['', 'nominal', 'ordinal', 'interval', 'ratio']),
  question: typed,
  better: z.enum(['', 'high', 'low']),
  key: typed,
  optional: z.boolean(),
  options: z.array(draftOption),
  gate: draftGate.nullable(),
  range: z.object({ min: typed, max: typed, step: typed }).nullable(),
  categories: z.array(z.string()).nullable(),
  spans: z.boolean(),
  spansFrom: typed,
  rationaleFrom: typed,
  rationaleRequired: z.boolean(),
  rest,
});

/** What is asked of answers side by side; `dimensions` are those asked of each candidate, by their uids. */
const draftComparison = z.object({
  dimensions: z.array(z.string()),
  strength: z.boolean(),
  tie: z.boolean(),
  bothBad: z.boolean(),
  rest,
});

/** A rubric while it is being edited: what stands in the fields, right or not. */
export const rubricDraft = z.object({
  title: typed,
  guidelines: typed,
  dimensions: z.array(draftDimension),
  /** Null where the rubric says nothing of comparisons. */
  comparison: draftComparison.nullable(),
  rest,
});

export type RubricDraft = z.output<typeof rubricDraft>;
export type DraftDimension = RubricDraft['dimensions'][number];
export type DraftOption = DraftDimension['options'][number];
export type DraftGate = NonNullable<DraftDimension['gate']>;

/** Gives every part of a draft a name of its own. */
export type NewUid = () => string;

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;

/** The number that was typed, or undefined where it is none. */
export const numberTyped = (text: string): number | undefined =>
  NUMBER.test(text.trim()) ? Number(text.trim()) : undefined;

/** A value as it was typed: a number where it reads as one, else the word. */
export const valueTyped = (text: string): OptionValue => numberTyped(text) ?? text.trim();

const shown = (value: number | string | undefined): string => (value === undefined ? '' : String(value));

/** The members of an object that are not named. */
const others = (object: object, named: readonly string[]): z.output<typeof rest> =>
  rest.parse(
    JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(object).filter(([key]) => !named.includes(key)))),
    ),
  );

const OPTION_FIELDS = ['value', 'label', 'key', 'anchor', 'example'];
const DIMENSION_FIELDS = [
  ...['id', 'label', 'kind', 'level', 'question', 'better', 'key', 'optional', 'options', 'gate', 'range'],
  ...['categories', 'spans', 'spans_from', 'rationale_from', 'rationale_required'],
];
const COMPARISON_FIELDS = ['dimensions', 'strength', 'tie', 'both_bad'];
const RUBRIC_FIELDS = ['id', 'version', 'title', 'guidelines', 'dimensions', 'comparison'];

function draftGateOf({ gate }: Dimension): DraftGate | null {
  if (!gate) return null;
  const { dimension, equals, includes, from } = gate;
  const test = includes === undefined ? (from === undefined ? 'equals' : 'from') : 'includes';
  return { dimension, test, value: shown(includes ?? from ?? equals) };
}

function draftDimensionOf(entry: Dimension, uid: NewUid): DraftDimension {
  const { range } = entry;
  return {
    uid: uid(),
    id: entry.id,
    label: entry.label ?? '',
    kind: kindOf(entry),
    level: entry.level ?? '',
    question: entry.question ?? '',
    better: entry.better ?? '',
    key: entry.key ?? '',
    optional: entry.optional ?? false,
    options: entry.options.map((option) => ({
      uid: uid(),
      value: shown(option.value),
      label: option.label,
      key: option.key ?? '',
      anchor: option.anchor ?? '',
      example: option.example ?? '',
      rest: others(option, OPTION_FIELDS),
    })),
    gate: draftGateOf(entry),
    range: range ? { min: shown(range.min), max: shown(range.max), step: shown(range.step) } : null,
    categories: entry.categories ?? null,
    spans: entry.spans ?? false,
    spansFrom: shown(entry.spans_from),
    rationaleFrom: shown(entry.rationale_from),
    rationaleRequired: entry.rationale_required ?? false,
    rest: others(entry, DIMENSION_FIELDS),
  };
}

function draftComparisonOf(
  { comparison }: Rubric,
  dimensions: readonly DraftDimension[],
): RubricDraft['comparison'] {
  if (!comparison) return null;
  const { dimensions: asked, strength, tie, both_bad: bothBad } = comparison;
  const uids = dimensions.filter(({ id }) => asked.includes(id)).map(({ uid }) => uid);
  return { dimensions: uids, strength, tie, bothBad, rest: others(comparison, COMPARISON_FIELDS) };
}

/** A rubric as a draft to edit. */
export function draftOf(rubric: Rubric, uid: NewUid): RubricDraft {
  const dimensions = rubric.dimensions.map((entry) => draftDimensionOf(entry, uid));
  return {
    title: rubric.title,
    guidelines: rubric.guidelines,
    dimensions,
    comparison: draftComparisonOf(rubric, dimensions),
    rest: others(rubric, RUBRIC_FIELDS),
  };
}

/** The object without members that say nothing. */
const said = <T extends object>(object: T): Partial<T> => {
  const kept: Partial<T> = { ...object };
  for (const [key, value] of Object.entries(object))
    if (value === '' || value === false || value === null || value === undefined)
      Reflect.deleteProperty(kept, key);
  return kept;
};

/** A number where one was typed; what is no number stays as it is, for the check to find. */
const numeric = (text: string): number | string | undefined =>
  text.trim() === '' ? undefined : valueTyped(text);

const optionFrom = ({ uid: _uid, value, label, rest: kept, ...words }: DraftOption) => ({
  ...kept,
  value: valueTyped(value),
  label: label.trim(),
  ...said(words),
});

const gateFrom = ({ dimension, test, value }: DraftGate) => ({ dimension, [test]: valueTyped(value) });

/** Fields that only dimensions of options and sliders have. */
const besideValue = ({ kind, level, categories, spansFrom, rationaleFrom }: DraftDimension) =>
  kind === 'text' || kind === 'categories'
    ? {}
    : said({ level, categories, spans_from: numeric(spansFrom), rationale_from: numeric(rationaleFrom) });

function dimensionFrom(entry: DraftDimension) {
  const { range, gate, options, kind, id } = entry;
  const { label, question, better, key, optional, spans, rationaleRequired } = entry;
  return {
    ...entry.rest,
    id: id.trim(),
    ...said({ label: label.trim(), kind: kind === 'options' ? '' : kind, question, better, key }),
    ...said({ optional, spans, rationale_required: rationaleRequired }),
    ...besideValue(entry),
    ...(gate ? { gate: gateFrom(gate) } : {}),
    ...(kind === 'slider' && range
      ? { range: { min: numeric(range.min), max: numeric(range.max), step: numeric(range.step) } }
      : {}),
    options: kind === 'text' ? [] : options.map(optionFrom),
  };
}

function comparisonFrom({ comparison, dimensions }: RubricDraft) {
  if (!comparison) return {};
  const { dimensions: asked, strength, tie, bothBad, rest: kept } = comparison;
  const ids = dimensions.filter(({ uid }) => asked.includes(uid)).map(({ id }) => id.trim());
  return { comparison: { ...kept, dimensions: ids, strength, tie, both_bad: bothBad } };
}

/** What the draft comes to: an object that may be a rubric, for `parseRubric` to judge. */
export const candidateOf = (draft: RubricDraft, { id, version }: Pick<Rubric, 'id' | 'version'>) => ({
  ...draft.rest,
  id,
  version,
  title: draft.title.trim(),
  guidelines: draft.guidelines,
  dimensions: draft.dimensions.map(dimensionFrom),
  ...comparisonFrom(draft),
});
