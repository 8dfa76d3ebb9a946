import {
  type DraftDimension,
  type DraftOption,
  numberTyped,
  type RubricDraft,
  valueTyped,
} from './rubric-draft.ts';

/** What can be wrong with a draft at one of its fields. */
export type DraftProblemCode =
  | 'titleMissing'
  | 'dimensionsMissing'
  | 'idMissing'
  | 'idForm'
  | 'idTwice'
  | 'levelMissing'
  | 'levelSlider'
  | 'labelMissing'
  | 'valueMissing'
  | 'valueTwice'
  | 'valueOff'
  | 'keyTwice'
  | 'optionsFew'
  | 'gateUnknown'
  | 'gateText'
  | 'gateValue'
  | 'gateNumber'
  | 'rangeNumbers'
  | 'rangeOrder'
  | 'rangeStep'
  | 'rangeRatio'
  | 'numberWanted'
  | 'noNumbers'
  | 'categoriesNone'
  | 'categoryTwice';

export interface DraftProblem {
  /** Uid of the dimension or the option; empty where it is the rubric's own. */
  at: string;
  field: string;
  code: DraftProblemCode;
  /** Uid of the dimension it is in; empty for the rubric's own. */
  dimension: string;
}

type Finding = Omit<DraftProblem, 'dimension'>;

const blank = (text: string): boolean => text.trim() === '';

/** Those whose key, as given, another one has too. */
function doubled<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const keys = list.map(keyOf);
  return list.filter((one) => keyOf(one) !== '' && keys.filter((key) => key === keyOf(one)).length > 1);
}

const sameAs = (text: string): string => JSON.stringify(valueTyped(text));

function optionFindings({ kind, options, range, uid }: DraftDimension): Finding[] {
  if (kind === 'text') return [];
  const at =
    (code: DraftProblemCode, field: string) =>
    (option: DraftOption): Finding => ({
      at: option.uid,
      field,
      code,
    });
  const few = kind !== 'slider' && options.length < 2;
  return [
    ...(few ? [{ at: uid, field: 'options', code: 'optionsFew' } as const] : []),
    ...options.filter(({ value }) => blank(value)).map(at('valueMissing', 'value')),
    ...options.filter(({ label }) => blank(label)).map(at('labelMissing', 'label')),
    ...doubled(options, ({ value }) => (blank(value) ? '' : sameAs(value))).map(at('valueTwice', 'value')),
    ...doubled(options, ({ key }) => key).map(at('keyTwice', 'key')),
    ...(kind === 'slider' && range
      ? options.filter(({ value }) => !blank(value) && isOff(value, range)).map(at('valueOff', 'value'))
      : []),
  ];
}

type Range = NonNullable<DraftDimension['range']>;

const numbersOf = ({ min, max, step }: Range) => ({
  min: numberTyped(min),
  max: numberTyped(max),
  step: blank(step) ? 1 : numberTyped(step),
});

/** True where a slider does not stop at the value. */
function isOff(value: string, range: Range): boolean {
  const { min, max, step } = numbersOf(range);
  const number = numberTyped(value);
  if (number === undefined) return true;
  if (min === undefined || max === undefined || step === undefined || !(step > 0)) return false;
  const steps = (number - min) / step;
  return number < min || number > max || Math.abs(steps - Math.round(steps)) > 1e-9;
}

function rangeFinding({ kind, range, level }: DraftDimension): [string, DraftProblemCode] | null {
  if (kind !== 'slider') return null;
  const { min, max, step } = numbersOf(range ?? { min: '', max: '', step: '' });
  if (min === undefined || max === undefined || step === undefined) return ['range', 'rangeNumbers'];
  if (!(max > min)) return ['range', 'rangeOrder'];
  if (!(step > 0 && step <= max - min)) return ['range', 'rangeStep'];
  return level === 'ratio' && min < 0 ? ['range', 'rangeRatio'] : null;
}

function levelFinding({ kind, level }: DraftDimension): [string, DraftProblemCode] | null {
  if (kind === 'text' || kind === 'categories') return null;
  if (level === '') return ['level', 'levelMissing'];
  return kind === 'slider' && level === 'nominal' ? ['level', 'levelSlider'] : null;
}

/** Values of a dimension that are numbers, where all are. */
const hasNumbers = ({ kind, options }: DraftDimension): boolean =>
  kind === 'slider' || (kind === 'options' && options.every(({ value }) => numberTyped(value) !== undefined));

function gateFinding(
  { gate }: DraftDimension,
  earlier: readonly DraftDimension[],
): [string, DraftProblemCode] | null {
  if (!gate) return null;
  const keeper = earlier.find(({ id }) => id === gate.dimension);
  if (!keeper) return ['gate', 'gateUnknown'];
  if (keeper.kind === 'text') return ['gate', 'gateText'];
  if (gate.test === 'from')
    return numberTyped(gate.value) !== undefined && hasNumbers(keeper) ? null : ['gate', 'gateNumber'];
  const offered =
    keeper.kind === 'slider'
      ? !isOff(gate.value, keeper.range ?? { min: '', max: '', step: '' })
      : keeper.options.some(({ value }) => sameAs(value) === sameAs(gate.value));
  return offered && (gate.test === 'includes') === (keeper.kind === 'categories')
    ? null
    : ['gate', 'gateValue'];
}

function fromFindings(entry: DraftDimension): [string, DraftProblemCode][] {
  if (entry.kind === 'text' || entry.kind === 'categories') return [];
  return (['spansFrom', 'rationaleFrom'] as const).flatMap((field): [string, DraftProblemCode][] => {
    if (blank(entry[field])) return [];
    if (numberTyped(entry[field]) === undefined) return [[field, 'numberWanted']];
    return hasNumbers(entry) ? [] : [[field, 'noNumbers']];
  });
}

function categoryFinding({ categories, kind }: DraftDimension): [string, DraftProblemCode] | null {
  if (categories === null || kind === 'text' || kind === 'categories') return null;
  const named = categories.map((name) => name.trim()).filter((name) => name !== '');
  if (named.length === 0) return ['categories', 'categoriesNone'];
  return new Set(named).size < named.length ? ['categories', 'categoryTwice'] : null;
}

const ID = /^[a-z][a-z0-9_]*$/;

function idFinding(
  { id, uid }: DraftDimension,
  all: readonly DraftDimension[],
): [string, DraftProblemCode] | null {
  if (blank(id)) return ['id', 'idMissing'];
  if (!ID.test(id)) return ['id', 'idForm'];
  return all.some((other) => other.uid !== uid && other.id === id) ? ['id', 'idTwice'] : null;
}

function dimensionFindings(all: readonly DraftDimension[], index: number): DraftProblem[] {
  const entry = all[index];
  if (!entry) return [];
  const own = [
    idFinding(entry, all),
    levelFinding(entry),
    rangeFinding(entry),
    gateFinding(entry, all.slice(0, index)),
    categoryFinding(entry),
    ...fromFindings(entry),
  ].flatMap((found): Finding[] => (found ? [{ at: entry.uid, field: found[0], code: found[1] }] : []));
  return [...own, ...optionFindings(entry)].map((found) => ({ ...found, dimension: entry.uid }));
}

/** Everything that keeps a draft from being a rubric, each at its field. */
export function draftProblems({ title, dimensions }: RubricDraft): DraftProblem[] {
  const rubric = { at: '', dimension: '' };
  return [
    ...(blank(title) ? [{ ...rubric, field: 'title', code: 'titleMissing' } as const] : []),
    ...(dimensions.length === 0
      ? [{ ...rubric, field: 'dimensions', code: 'dimensionsMissing' } as const]
      : []),
    ...dimensions.flatMap((_, index) => dimensionFindings(dimensions, index)),
  ];
}
