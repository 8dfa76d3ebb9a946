import type { ErrorCode } from './errors.ts';

/** Where in the user's material an error lies; every field is optional, `file` is a path or name as the user knows it. */
export interface ErrorPlace {
  file?: string | undefined;
  line?: number | undefined;
  path?: string | undefined;
}

/** An error as a value: it survives process and thread borders, unlike a thrown one. */
export interface Failure {
  code: ErrorCode;
  /** What happened, one sentence. */
  message: string;
  /** What to do about it, one sentence. */
  advice: string;
  place?: ErrorPlace | undefined;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = <T = never>(error: Failure): Result<T> => ({ ok: false, error });
