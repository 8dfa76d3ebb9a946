import { isObject, type JsonObject } from '../domain/json.ts';
import { Reject, wrong } from './fault.ts';

/** Objects and lists nested deeper than this are refused: no log needs it, and writing them back would fail. */
export const MAX_DEPTH = 100;

/** Text or null; missing counts as null. */
export function optionalText(record: JsonObject, key: string, at: string): string | null {
  const value = record[key];
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return null;
  return wrong(`${at}.${key}`, 'text', value);
}

/** An id: text, or a whole number written as one. Missing, null and empty text count as none. */
export function optionalId(record: JsonObject, key: string, at: string): string | null {
  const value = record[key];
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === undefined || value === null) return null;
  if (Number.isInteger(value)) return String(value);
  return wrong(`${at}.${key}`, 'text or a whole number', value);
}

/** A number of zero or more, or null. */
export function optionalAmount(record: JsonObject, key: string, at: string): number | null {
  const value = record[key];
  if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  if (value === undefined || value === null) return null;
  return wrong(`${at}.${key}`, 'a number of 0 or more', value);
}

/** An object as it came, or null. */
export function optionalObject(record: JsonObject, key: string, at: string): JsonObject | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return wrong(`${at}.${key}`, 'an object', value);
  checkDepth(value, `${at}.${key}`);
  return value;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|([+-]\d\d):?(\d\d))?)?$/;
const ZONED = /(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** UTC milliseconds of an ISO 8601 date or date and time; without a zone it is UTC. NaN when it is none. */
export function isoTime(text: string): number {
  const match = ISO.exec(text);
  if (!match) return Number.NaN;
  const day = Number(match[3]);
  // The engine rolls 30 February over to March; a calendar does not.
  if (day > 28 && day > new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate())
    return Number.NaN;
  if (text.length === 10) return Date.parse(text);
  const standard = text.toUpperCase().replace(' ', 'T').replace(',', '.');
  return Date.parse(ZONED.test(standard.slice(11)) ? standard : `${standard}Z`);
}

/** UTC milliseconds of an ISO 8601 field, or null. */
export function optionalTime(record: JsonObject, key: string, at: string): number | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  const time = typeof value === 'string' ? isoTime(value) : Number.NaN;
  return Number.isNaN(time)
    ? wrong(`${at}.${key}`, 'a date and time such as 2026-10-02T09:31:04Z', value)
    : time;
}

/** Stores a field under its name, or under `_name` where that name is taken: nothing is overwritten, nothing dropped. */
export function keep(metadata: JsonObject, key: string, value: unknown): void {
  let free = key;
  while (Object.hasOwn(metadata, free)) free = `_${free}`;
  // A plain assignment to `__proto__` would change what the object inherits instead of storing a field.
  if (free === '__proto__')
    Object.defineProperty(metadata, free, { value, enumerable: true, configurable: true, writable: true });
  else metadata[free] = value;
}

/**
 * The `metadata` of a record together with its fields that the format does not name.
 * A `metadata` that is not an object is kept as a field of that name.
 */
export function collectMetadata(
  record: JsonObject,
  isNamed: (key: string) => boolean,
  at: string,
): JsonObject {
  const given = record.metadata;
  let metadata: JsonObject = {};
  if (isObject(given)) {
    checkDepth(given, `${at}.metadata`);
    metadata = given;
  } else if (given !== undefined && given !== null) {
    checkDepth(given, `${at}.metadata`);
    metadata = { metadata: given };
  }
  let copied = metadata !== given;
  for (const key in record) {
    if (key === 'metadata' || isNamed(key)) continue;
    if (!copied) {
      metadata = { ...metadata };
      copied = true;
    }
    const value = record[key];
    if (typeof value === 'object') checkDepth(value, `${at}.${key}`);
    keep(metadata, key, value);
  }
  return metadata;
}

/** Refuses what is nested deeper than {@link MAX_DEPTH}. */
export function checkDepth(value: unknown, at: string): void {
  if (isDeeper(value, MAX_DEPTH)) throw new Reject(at, `It is nested more than ${MAX_DEPTH} levels deep.`);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((entry) => isDeeper(entry, levels - 1));
  return Object.values(value).some((entry) => isDeeper(entry, levels - 1));
}
