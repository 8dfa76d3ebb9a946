import { isObject, type JsonObject } from '../domain/json.ts';
import { Reject } from './fault.ts';
import { MAX_DEPTH } from './fields.ts';
import { parseRecord } from './record.ts';

/** Room for what a source wraps around its fields. */
const DEEPEST = MAX_DEPTH + 10;

/**
 * The record with nothing in it but what JSON has: columns of a Parquet file may hold big integers (a number where it is
 * exact, else digits), dates (ISO 8601 text), typed arrays (lists) and gaps in lists (null); numbers too large to be any
 * ("1e400") and NaN become text. The very same value where there are none. What is nested too deep is refused.
 */
export const plainRecord = (record: unknown): unknown => plain(record, 0);

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth > DEEPEST) throw new Reject('$', `It is nested more than ${DEEPEST} levels deep.`);
  if (isTypedArray(value)) return plainList([...value], depth);
  return Array.isArray(value) ? plainList(value, depth) : isObject(value) ? plainObject(value, depth) : value;
}

const isTypedArray = (value: object): value is Iterable<unknown> & object =>
  ArrayBuffer.isView(value) && Symbol.iterator in value;

function plainList(list: readonly unknown[], depth: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const entry = plain(list[index] ?? null, depth + 1);
    if (entry === list[index]) continue;
    copy ??= [...list];
    copy[index] = entry;
  }
  return copy ?? list;
}

function plainObject(object: JsonObject, depth: number): JsonObject {
  let copy: JsonObject | null = null;
  for (const key in object) {
    const entry = object[key];
    if (typeof entry === 'string') continue;
    const value = plain(entry, depth + 1);
    if (value === entry) continue;
    copy ??= { ...object };
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy ?? object;
}

function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** A value that may be JSON written as text, as in the cell of a table: the object or list in it, else the value itself. */
export function fromCell(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  const parsed = parseRecord(value);
  return parsed.ok ? plainRecord(parsed.value) : value;
}

/** The object in a value that may be JSON text, or null. */
export function objectIn(value: unknown): JsonObject | null {
  const read = fromCell(value);
  return isObject(read) ? read : null;
}

/** The list in a value that may be JSON text, or null. */
export function listIn(value: unknown): readonly unknown[] | null {
  const read = fromCell(value);
  return Array.isArray(read) ? read : null;
}
