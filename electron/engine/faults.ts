import { rmSync, writeFileSync } from 'node:fs';
import { type ErrorCode, Fault, failure, isFault } from '../../shared/contract/errors.ts';
import type { ErrorPlace, Failure } from '../../shared/contract/result.ts';

interface CodeMeaning {
  code: ErrorCode;
  sentence: (what: string) => string;
}

const full: CodeMeaning = {
  code: 'DISK_FULL',
  sentence: (what) => `There is no space left on the disk for ${what}.`,
};
const denied: CodeMeaning = {
  code: 'FILE_NOT_PERMITTED',
  sentence: (what) => `Your user may not read or write ${what}.`,
};
const readOnly: CodeMeaning = {
  code: 'READ_ONLY',
  sentence: (what) => `${capital(what)} cannot be written to.`,
};
const corrupt: CodeMeaning = { code: 'PROJECT_CORRUPT', sentence: (what) => `${capital(what)} is damaged.` };
const busy: CodeMeaning = {
  code: 'PROJECT_BUSY',
  sentence: (what) => `${capital(what)} is open in another window or program.`,
};

/** What the error codes of Node and SQLite mean to a user. Longer names are looked up by their first two parts too. */
const MEANINGS: Record<string, CodeMeaning> = {
  ENOENT: { code: 'FILE_NOT_FOUND', sentence: (what) => `There is no file at ${what}.` },
  ENOTDIR: { code: 'FILE_NOT_FOUND', sentence: (what) => `There is no folder to hold ${what}.` },
  EISDIR: { code: 'FILE_IS_DIRECTORY', sentence: (what) => `${capital(what)} is a folder, not a file.` },
  EEXIST: { code: 'FILE_EXISTS', sentence: (what) => `There is already something at ${what}.` },
  EACCES: denied,
  EPERM: denied,
  EROFS: readOnly,
  ENOSPC: full,
  EDQUOT: full,
  EIO: { code: 'FILE_UNREADABLE', sentence: (what) => `The disk could not read or write ${what}.` },
  SQLITE_FULL: full,
  SQLITE_READONLY: readOnly,
  SQLITE_CANTOPEN: denied,
  SQLITE_CORRUPT: corrupt,
  SQLITE_NOTADB: corrupt,
  SQLITE_BUSY: busy,
  SQLITE_LOCKED: busy,
  SQLITE_IOERR: { code: 'FILE_UNREADABLE', sentence: (what) => `The disk could not read or write ${what}.` },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Any thrown thing as a failure. `what` names the file or project in question, as the user knows it. */
export function toFailure(error: unknown, what = 'the file', place?: ErrorPlace): Failure {
  if (isFault(error)) return error.failure;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = MEANINGS[code] ?? MEANINGS[code.split('_').slice(0, 2).join('_')];
  if (meaning) return failure(meaning.code, meaning.sentence(what), place);
  return failure('INTERNAL', error instanceof Error ? error.message : String(error), place);
}

/**
 * What stood behind an error of the disk: SQLite says only that it could not write; a disk that the system has made read-only, as it does
 * after faults of its own, says so to whoever makes a file beside the project.
 */
export function causeOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_IOERR')) return error;
  const trial = `${path}-trial`;
  try {
    writeFileSync(trial, '');
    rmSync(trial);
    return error;
  } catch (cause) {
    return cause;
  }
}

/** A failure as an exception, to leave a boundary's inside by. */
export const asFault = ({ code, message, place, advice }: Failure): Fault =>
  new Fault(code, message, place, advice);

/** Any thrown thing as a Fault that names the file it was about. */
export const faultAt = (error: unknown, file: string): Fault => {
  const known = toFailure(error, file);
  return asFault({ ...known, place: known.place ?? { file } });
};
