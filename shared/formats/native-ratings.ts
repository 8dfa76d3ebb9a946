import { isObject, type JsonObject } from '../domain/json.ts';
import type { Span } from '../domain/rating.ts';
import type { RatingValue } from '../domain/rubric.ts';
import { type RecordFault, Reject, wrong } from './fault.ts';
import { checkDepth, keep, optionalAmount, optionalText, optionalTime } from './fields.ts';
import { COMPARISON_FIELDS, type NamedComparison, readComparison } from './native-comparison.ts';
import { readCannot, readCategories, readMessageName, readSpans, readValues } from './native-values.ts';

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
  /** Dimension -> why it could not be judged. */
  cannot: Record<string, string>;
  categories: string[];
  spans: Span[];
  rationale: string;
  rewrite: string | null;
  /** What is compared and which is better, where the rating is of a comparison. */
  comparison: NamedComparison | null;
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
  'cannot_judge',
  'bias_categories',
  'spans',
  'rationale',
  'rewrite',
  'created_at',
  'active_ms',
]);

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
  const comparison = readComparison(record, extra);
  for (const key in record) {
    if (FIELDS.has(key) || (comparison && COMPARISON_FIELDS.has(key))) continue;
    checkDepth(record[key], `$.${key}`);
    keep(extra, key, record[key]);
  }
  return {
    conversation: readName(record, 'conversation'),
    message: readMessageName(record.message, '$.message'),
    rater: readName(record, 'rater').trim(),
    rubric: readRubricRef(record),
    values: comparison && record.values === undefined ? {} : readValues(record.values, '$.values'),
    cannot: readCannot(record.cannot_judge, '$.cannot_judge'),
    categories: readCategories(record.bias_categories, '$.bias_categories'),
    spans: readSpans(record.spans, '$.spans', extra),
    comparison,
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

function readRubricRef(record: JsonObject): string | null {
  const ref = optionalText(record, 'rubric', '$');
  if (ref === null || /^[^@]+@[1-9]\d*$/.test(ref)) return ref;
  return wrong('$.rubric', 'a rubric and its version, such as ssfb@1', ref);
}
