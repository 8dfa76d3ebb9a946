import {
  type Dimension,
  type Gate,
  kindOf,
  type OptionValue,
  optionOf,
  type RatingValue,
  type SliderRange,
} from './rubric.ts';

export const isChosen = (value: RatingValue | null | undefined): value is OptionValue[] =>
  Array.isArray(value);

/** True where two values are the same judgement; categories are a set, whatever order they were chosen in. */
export function sameValue(a: RatingValue | undefined, b: RatingValue | undefined): boolean {
  if (!isChosen(a) || !isChosen(b)) return a === b;
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** True where the value opens the gate. */
export function meetsGate(gate: Gate, value: RatingValue | null | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (gate.includes !== undefined) return isChosen(value) && value.includes(gate.includes);
  if (gate.from !== undefined) return typeof value === 'number' && value >= gate.from;
  return value === gate.equals;
}

/** True where the value says "something is there", so that categories and spans are asked for: above the lowest number. */
export function isMarked(entry: Dimension, value: RatingValue | null | undefined): boolean {
  if (value === null || value === undefined || entry.kind === 'text') return false;
  if (isChosen(value)) return value.length > 0;
  if (typeof value !== 'number') return entry.options.findIndex((choice) => choice.value === value) > 0;
  const numbers = entry.options.flatMap((choice) => (typeof choice.value === 'number' ? choice.value : []));
  return value > (entry.range?.min ?? Math.min(...numbers));
}

/** True where a number reaches the one that a rationale or spans are asked for from. */
export const reaches = (from: number | undefined, value: RatingValue | undefined): boolean =>
  from !== undefined && typeof value === 'number' && value >= from;

/** Digits after the point that numbers of this range are written with. */
const decimals = ({ min, step }: SliderRange): number =>
  Math.max(
    ...[min, step].map((number) => {
      const [figures = '', exponent = '0'] = String(number).split('e-');
      return Number(exponent) + (figures.split('.')[1]?.length ?? 0);
    }),
  );

/** The nearest number the slider stops at. */
export function snapped(range: SliderRange, number: number): number {
  const { min, max, step } = range;
  const nearest = Math.round((Math.min(max, Math.max(min, number)) - min) / step);
  const stop = Math.min(nearest, stopCount(range) - 1);
  return Number((min + stop * step).toFixed(decimals(range)));
}

/** How many stops a slider has. */
export const stopCount = ({ min, max, step }: SliderRange): number =>
  Math.floor((max - min) / step + 1e-9) + 1;

/** Every stop of a slider, lowest first. */
export const stopsOf = (range: SliderRange): number[] =>
  Array.from({ length: stopCount(range) }, (_, stop) => snapped(range, range.min + stop * range.step));

/** Why a value cannot be given on a dimension, or null when it can. */
export function valueRefusal(entry: Dimension, value: RatingValue): string | null {
  return REFUSALS[kindOf(entry)](entry, value);
}

const REFUSALS: Record<ReturnType<typeof kindOf>, (entry: Dimension, value: RatingValue) => string | null> = {
  options: (entry, value) =>
    optionOf(entry, value) ? null : `${shown(value)} is not an option of ${entry.id}`,
  slider({ id, range }, value) {
    if (typeof value !== 'number') return `${shown(value)} is not a number, as ${id} wants`;
    if (!range || snapped(range, value) === value) return null;
    const outside = value < range.min || value > range.max;
    return `${value} is ${outside ? 'outside' : 'between the steps of'} ${id}: ${range.min} to ${range.max} in steps of ${range.step}`;
  },
  categories(entry, value) {
    if (!isChosen(value)) return `${shown(value)} is not a list of options, as ${entry.id} wants`;
    const unknown = value.find((one) => !optionOf(entry, one));
    if (unknown !== undefined) return `${shown(unknown)} is not an option of ${entry.id}`;
    return new Set(value).size < value.length ? `an option of ${entry.id} is there twice` : null;
  },
  text: ({ id }, value) =>
    typeof value === 'string' && value.trim() !== '' ? null : `${shown(value)} is not text, as ${id} wants`,
};

const shown = (value: RatingValue): string => (isChosen(value) ? `[${value.join(', ')}]` : String(value));
