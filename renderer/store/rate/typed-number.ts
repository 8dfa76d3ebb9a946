import type { SliderRange } from '../../../shared/domain/rubric.ts';
import { stopsOf } from '../../../shared/domain/value.ts';

/** A number being typed for a slider. */
export interface TypedNumber {
  text: string;
  /** The stop that was typed in full; null where more is to come. */
  value: number | null;
  /** True where no other stop begins like this: the number is given. */
  done: boolean;
}

const written = new WeakMap<SliderRange, readonly string[]>();

function writtenStops(range: SliderRange): readonly string[] {
  const known = written.get(range) ?? stopsOf(range).map(String);
  written.set(range, known);
  return known;
}

function read(range: SliderRange, text: string): TypedNumber | null {
  const beginning = writtenStops(range).filter((stop) => stop.startsWith(text));
  if (beginning.length === 0) return null;
  const given = beginning.includes(text);
  return { text, value: given ? Number(text) : null, done: given && beginning.length === 1 };
}

/** What was typed with one more sign, a figure, a point or a minus; null where no stop begins like that. */
export function typeOn(range: SliderRange, before: string, sign: string): TypedNumber | null {
  const start = before === '0' && /\d/.test(sign) ? '' : before;
  return read(range, sign === '.' && (start === '' || start === '-') ? `${start}0.` : start + sign);
}

/** What is typed when the last sign is taken back. */
export const typeBack = (range: SliderRange, before: string): TypedNumber =>
  read(range, before.slice(0, -1)) ?? { text: '', value: null, done: false };
