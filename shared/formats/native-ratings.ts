import { isObject, type JsonObject } from '../domain/json.ts';
import type { Span } from '../domain/rating.ts';
import type { RatingValue } from '../domain/rubric.ts';
import { type RecordFault, Reject, wrong } from './fault.ts';
import { checkDepth, keep, optionalAmount, optionalText, optionalTime } from './fields.ts';

/** One rating as a native file gives it; whether its item, rater and rubric are known is for the project to say. */
export interface RatingRecord {
  /** The conversation's id in the source. */
  conversation: string;
  /** Index in `messages`, counted from 0, or the message's id. */
  message: number | string;
  rater: string;
  /** `id@version`, or null where the file does not say. */
  rubric: string | null;
  /** Dimension -> value; what was not given is not there. */
  values: Record<string, RatingValue>;
  categories: string[];
  spans: Span[];
  rationale: string;
  rewrite: string | null;
  createdAt: number | null;
  /** Milliseconds the rater was active on the item, or null. */
  activeMs: number | null;
  /** Fields the format does not name, kept as they came. */
  extra: JsonObject;
}

export type RatingOutcome = { ok: true; rating: RatingRecord } | { ok: false; fault: RecordFault };

const FIELDS = new Set([
  'conversation',
  'message',
  'rater',
  'rubric',
  'values',
  'bias_categories',
  'spans',
  'rationale',
  'rewrite',
  'created_at',
  'active_ms',
]);
const SPAN_FIELDS = new Set(['start', 'end', 'label']);

/** Reads one parsed native rating record. */
export function readRating(record: unknown): RatingOutcome {
  try {
    return { ok: true, rating: convert(record) };
  } catch (error) {
    if (error instanceof Reject) return { ok: false, fault: error.fault };
    throw error;
  }
}

function convert(record: unknown): RatingRecord {
  if (!isObject(record)) return wrong('$', 'an object with conversation, message, rater and values', record);
  const extra: JsonObject = {};
  for (const key in record) {
    if (FIELDS.has(key)) continue;
    checkDepth(record[key], `$.${key}`);
    keep(extra, key, record[key]);
  }
  return {
    conversation: readName(record, 'conversation'),
    message: readMessagePlace(record.message),
    rater: readName(record, 'rater').trim(),
    rubric: readRubricRef(record),
    values: readValues(record.values),
    categories: readCategories(record.bias_categories),
    spans: readSpans(record.spans, extra),
    rationale: optionalText(record, 'rationale', '$') ?? '',
    rewrite: optionalText(record, 'rewrite', '$'),
    createdAt: optionalTime(record, 'created_at', '$'),
    activeMs: optionalAmount(record, 'active_ms', '$'),
    extra,
  };
}

function readName(record: JsonObject, key: string): string {
  const value = record[key];
  if (typeof value === 'string' && value.trim() !== '') return value;
  return Number.isInteger(value) ? String(value) : wrong(`$.${key}`, 'text', value);
}

function readMessagePlace(value: unknown): number | string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return wrong('$.message', "the message's index, counted from 0, or its id", value);
}

function readRubricRef(record: JsonObject): string | null {
  const ref = optionalText(record, 'rubric', '$');
  if (ref === null || /^[^@]+@[1-9]\d*$/.test(ref)) return ref;
  return wrong('$.rubric', 'a rubric and its version, such as ssfb@1', ref);
}

function readValues(values: unknown): Record<string, RatingValue> {
  if (!isObject(values)) return wrong('$.values', 'an object of dimensions and values', values);
  const read: Record<string, RatingValue> = {};
  for (const key in values) {
    const value = values[key];
    if (value === null) continue;
    if ((typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && value !== ''))
      keep(read, key, value);
    else wrong(`$.values.${key}`, 'a number or a word', value);
  }
  return read;
}

function readCategories(categories: unknown): string[] {
  if (categories === undefined || categories === null) return [];
  if (!Array.isArray(categories)) return wrong('$.bias_categories', 'a list of categories', categories);
  return categories.map((entry: unknown, index) =>
    typeof entry === 'string' && entry !== '' ? entry : wrong(`$.bias_categories[${index}]`, 'text', entry),
  );
}

function readSpans(spans: unknown, extra: JsonObject): Span[] {
  if (spans === undefined || spans === null) return [];
  if (!Array.isArray(spans)) return wrong('$.spans', 'a list of spans', spans);
  const unnamed: JsonObject = {};
  const read = spans.map((entry: unknown, index) => {
    const at = `$.spans[${index}]`;
    if (!isObject(entry)) return wrong(at, 'an object with start, end and label', entry);
    const others = Object.entries(entry).filter(([key]) => !SPAN_FIELDS.has(key));
    if (others.length > 0) {
      checkDepth(entry, at);
      unnamed[String(index)] = Object.fromEntries(others);
    }
    return readSpan(entry, at);
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
