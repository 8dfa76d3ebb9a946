import { isObject } from '../domain/json.ts';

/** Why one record of a file was not taken in. `path` is a JSON path from the record's root, `$`. */
export interface RecordFault {
  /** In capitals, such as RECORD_INVALID; a reason that users will want to tell apart has a code of its own. */
  code: string;
  path: string;
  /** One sentence, without the place. */
  reason: string;
}

/** Thrown inside an adapter to refuse a record; never leaves `read`. */
export class Reject extends Error {
  readonly fault: RecordFault;
  constructor(path: string, reason: string, code = 'RECORD_INVALID') {
    super(reason);
    this.name = 'Reject';
    this.fault = { code, path, reason };
  }
}

/** What a value is, for a sentence: "a number", "the text "usr"", "missing". */
export function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${String(value)}`;
  if (value === '') return 'an empty text';
  return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)}`;
}

/** Refuses a value that is not what the format wants at this path. */
export function wrong(path: string, wanted: string, got: unknown): never {
  const is = got === undefined ? 'is missing' : `is ${described(got)}`;
  throw new Reject(path, `It ${is}; the format wants ${wanted} here.`);
}
