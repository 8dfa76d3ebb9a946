import { isObject, type JsonObject } from '../domain/json.ts';
import type { Span } from '../domain/rating.ts';
import type { OptionValue, RatingValue } from '../domain/rubric.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, keep } from './fields.ts';

const SPAN_FIELDS = new Set(['start', 'end', 'label']);

/** Where a message stands: its index, counted from 0, or its id. */
export type MessageName = number | string;

export function readMessageName(value: unknown, at: string): MessageName {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return wrong(at, "the message's index, counted from 0, or its id", value);
}

/** Dimension -> value; what is null was not given. */
export function readValues(values: unknown, at: string): Record<string, RatingValue> {
  if (!isObject(values)) return wrong(at, 'an object of dimensions and values', values);
  const read: Record<string, RatingValue> = {};
  for (const key in values) {
    const value = values[key];
    if (value === null) continue;
    if (isSingle(value)) keep(read, key, value);
    else if (Array.isArray(value) && value.every(isSingle)) keep(read, key, value);
    else wrong(`${at}.${key}`, 'a number, a word, or a list of them', value);
  }
  return read;
}

const isSingle = (value: unknown): value is OptionValue =>
  (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && value !== '');

/** Dimension -> why it could not be judged. */
export function readCannot(reasons: unknown, at: string): Record<string, string> {
  if (reasons === undefined || reasons === null) return {};
  if (!isObject(reasons)) return wrong(at, 'an object of dimensions and reasons', reasons);
  const read: Record<string, string> = {};
  for (const [key, reason] of Object.entries(reasons)) {
    if (reason === null) continue;
    if (typeof reason !== 'string' || reason.trim() === '') wrong(`${at}.${key}`, 'a reason', reason);
    else keep(read, key, reason.trim());
  }
  return read;
}

export function readCategories(categories: unknown, at: string): string[] {
  if (categories === undefined || categories === null) return [];
  if (!Array.isArray(categories)) return wrong(at, 'a list of categories', categories);
  return categories.map((entry: unknown, index) =>
    typeof entry === 'string' && entry !== '' ? entry : wrong(`${at}[${index}]`, 'text', entry),
  );
}

/** Spans; fields of theirs that the format does not name go to `extra`. */
export function readSpans(spans: unknown, at: string, extra: JsonObject): Span[] {
  if (spans === undefined || spans === null) return [];
  if (!Array.isArray(spans)) return wrong(at, 'a list of spans', spans);
  const unnamed: JsonObject = {};
  const read = spans.map((entry: unknown, index) => {
    const place = `${at}[${index}]`;
    if (!isObject(entry)) return wrong(place, 'an object with start, end and label', entry);
    const others = Object.entries(entry).filter(([key]) => !SPAN_FIELDS.has(key));
    if (others.length > 0) {
      checkDepth(entry, place);
      unnamed[String(index)] = Object.fromEntries(others);
    }
    return readSpan(entry, place);
  });
  if (Object.keys(unnamed).length > 0) keep(extra, 'spans_extra', unnamed);
  return read;
}

function readSpan({ start, end, label }: JsonObject, at: string): Span {
  if (!isOffset(start)) return wrong(`${at}.start`, 'a whole number of 0 or more', start);
  if (!isOffset(end)) return wrong(`${at}.end`, 'a whole number of 0 or more', end);
  if (end <= start) throw new Reject(`${at}.end`, `It is ${end}, not after the start, ${start}.`);
  if (typeof label !== 'string' || label === '') return wrong(`${at}.label`, 'text', label);
  return { start, end, label };
}

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
