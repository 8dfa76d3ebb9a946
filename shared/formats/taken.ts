import { isObject, type JsonObject } from '../domain/json.ts';
import { checkDepth, isoTime, keep } from './fields.ts';
import { fromCell } from './plain.ts';

/** 1 January 2100 in seconds. */
const LAST_SECOND = 4_102_444_800;
/** 3 March 1973 in seconds: a smaller number counts something else. */
const FIRST_SECOND = 100_000_000;

/**
 * UTC milliseconds of ISO 8601 text, or of a number (or its digits) that counts seconds, milliseconds, microseconds or
 * nanoseconds since 1970, told apart by size; null where it is none of them.
 */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'string') {
    const time = isoTime(value);
    if (!Number.isNaN(time)) return time;
    return /^\d{9,20}(?:\.\d+)?$/.test(value) ? timeOf(Number(value)) : null;
  }
  if (typeof value !== 'number' || !(value >= FIRST_SECOND)) return null;
  for (const unit of [1, 1e3, 1e6, 1e9])
    if (value < LAST_SECOND * unit) return Math.round((value / unit) * 1000);
  return null;
}

/** A number of zero or more, also when written as text, as in the cell of a table; else null. */
export function amountOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < Number.POSITIVE_INFINITY ? number : null;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.length === 0;
  for (const _key in value) return false;
  return true;
}

/** The fields of an object that hold something, as a new object: no null, no empty text, list or object. */
export function withoutNothing(object: JsonObject): JsonObject {
  const something: JsonObject = {};
  for (const key in object) if (!isNothing(object[key])) keep(something, key, object[key]);
  return something;
}

/**
 * The fields of a record, taken one by one: each of these looks through several names a source uses for one thing, takes
 * the first that holds it, and leaves a field of that name but of another kind alone. What was not taken is the rest.
 */
export class Taken {
  readonly #record: JsonObject;
  readonly #taken: string[] = [];

  constructor(record: JsonObject) {
    this.#record = record;
  }

  #first<T>(names: readonly string[], read: (value: unknown) => T | null): T | null {
    for (const name of names) {
      if (!Object.hasOwn(this.#record, name)) continue;
      const value = read(this.#record[name]);
      if (value === null) continue;
      this.#taken.push(name);
      return value;
    }
    return null;
  }

  /** Non-empty text. */
  text(...names: string[]): string | null {
    return this.#first(names, (value) => (typeof value === 'string' && value !== '' ? value : null));
  }

  /** Non-empty text, or a whole number written as text. */
  id(...names: string[]): string | null {
    return this.#first(names, (value) => {
      if (Number.isInteger(value)) return String(value);
      return typeof value === 'string' && value !== '' ? value : null;
    });
  }

  time(...names: string[]): number | null {
    return this.#first(names, timeOf);
  }

  amount(...names: string[]): number | null {
    return this.#first(names, amountOf);
  }

  object(...names: string[]): JsonObject | null {
    return this.#first(names, (value) => {
      const read = fromCell(value);
      return isObject(read) ? read : null;
    });
  }

  list(...names: string[]): readonly unknown[] | null {
    return this.#first(names, (value) => {
      const read = fromCell(value);
      return Array.isArray(read) ? read : null;
    });
  }

  /** Whatever the field holds, JSON text read, without taking it. */
  peek(name: string): unknown {
    return Object.hasOwn(this.#record, name) ? fromCell(this.#record[name]) : undefined;
  }

  /** Whatever the field holds, JSON text read; undefined where there is none. */
  any(name: string): unknown {
    this.#taken.push(name);
    return this.peek(name);
  }

  /** Counts fields as taken that were read elsewhere. */
  drop(...names: string[]): void {
    this.#taken.push(...names);
  }

  /** True for a field that is there and was not taken. */
  has(name: string): boolean {
    return Object.hasOwn(this.#record, name) && !this.#taken.includes(name);
  }

  /**
   * What was not taken, together with the record's own `metadata`; fields that hold nothing are left out. What is nested
   * too deep is refused where `at` says where the record stands; records that are plain have been looked at before.
   */
  rest(at?: string): JsonObject {
    if (at !== undefined) checkDepth(this.#record, at);
    const { metadata } = this.#record;
    const rest: JsonObject = isObject(metadata) ? withoutNothing(metadata) : {};
    for (const key in this.#record) {
      const value = this.#record[key];
      if (this.#taken.includes(key) || isNothing(value) || (key === 'metadata' && isObject(value))) continue;
      keep(rest, key, value);
    }
    return rest;
  }
}
