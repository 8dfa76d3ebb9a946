import { type ErrorCode, Fault } from '../../../shared/contract/errors.ts';

/** System error code -> what to tell the user. */
const SYSTEM: Readonly<Record<string, readonly [code: ErrorCode, sentence: string]>> = {
  ENOENT: ['FILE_NOT_FOUND', 'There is no such file'],
  ENOTDIR: ['FILE_NOT_FOUND', 'There is no such file'],
  ENAMETOOLONG: ['FILE_NOT_FOUND', 'The name of the file is too long'],
  EISDIR: ['FILE_IS_DIRECTORY', 'This is a folder, not a file'],
  EACCES: ['FILE_NOT_PERMITTED', 'You may not read this file'],
  EPERM: ['FILE_NOT_PERMITTED', 'You may not read this file'],
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The Fault for an exception that came up while this file was read; a Fault stays as it is. */
export function fileFault(error: unknown, file: string): Fault {
  if (error instanceof Fault) return placed(error, file);
  const system = codeOf(error);
  if (system.startsWith('Z_'))
    return new Fault('GZIP_DAMAGED', `The gzip data cannot be read to its end: ${messageOf(error)}.`, {
      file,
    });
  const [code, sentence] = SYSTEM[system] ?? [
    'FILE_UNREADABLE',
    `The file cannot be read (${messageOf(error)})`,
  ];
  return new Fault(code, `${sentence}: ${file}`, { file });
}

/** A reader of bytes does not know whose they are. */
const placed = (fault: Fault, file: string): Fault =>
  fault.failure.place ? fault : new Fault(fault.failure.code, fault.message, { file }, fault.failure.advice);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
