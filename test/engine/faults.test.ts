import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { causeOf, toFailure } from '../../electron/engine/faults.ts';
import { ERRORS, Fault } from '../../shared/contract/errors.ts';
import { tempFolder } from '../support/temp-folder.ts';

const thrown = (code: string): Error => Object.assign(new Error(`${code}: raw words`), { code });

describe('what the system says becomes an error that the user can act on', () => {
  test.each([
    ['ENOENT', 'FILE_NOT_FOUND'],
    ['ENOTDIR', 'FILE_NOT_FOUND'],
    ['EISDIR', 'FILE_IS_DIRECTORY'],
    ['EEXIST', 'FILE_EXISTS'],
    ['EACCES', 'FILE_NOT_PERMITTED'],
    ['EPERM', 'FILE_NOT_PERMITTED'],
    ['EROFS', 'READ_ONLY'],
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EIO', 'FILE_UNREADABLE'],
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_READONLY_DBMOVED', 'READ_ONLY'],
    ['SQLITE_CANTOPEN', 'FILE_NOT_PERMITTED'],
    ['SQLITE_CORRUPT_VTAB', 'PROJECT_CORRUPT'],
    ['SQLITE_NOTADB', 'PROJECT_CORRUPT'],
    ['SQLITE_BUSY_SNAPSHOT', 'PROJECT_BUSY'],
    ['SQLITE_IOERR_WRITE', 'FILE_UNREADABLE'],
  ] as const)('%s: %s', (code, meaning) => {
    const failure = toFailure(thrown(code), 'notes.jsonl', { file: '/data/notes.jsonl' });
    expect(failure).toMatchObject({
      code: meaning,
      advice: ERRORS[meaning].advice,
      place: { file: '/data/notes.jsonl' },
    });
    expect(failure.message).toMatch(/notes\.jsonl/i);
    expect(failure.message).not.toContain('raw words');
  });
});

test('a fault stays what it is, also one that came from another thread', () => {
  const fault = new Fault('SAMPLE_EMPTY', 'Nothing there.', { line: 3 });
  expect(toFailure(fault)).toBe(fault.failure);
  const far = Object.assign(new Error('Nothing there.'), { name: 'Fault', failure: fault.failure });
  expect(toFailure(far)).toBe(fault.failure);
});

test('what nobody foresaw is a fault of the program, with its words', () => {
  expect(toFailure(new Error('split pea'))).toMatchObject({ code: 'INTERNAL', message: 'split pea' });
  expect(toFailure('just words')).toMatchObject({ code: 'INTERNAL', message: 'just words' });
  expect(toFailure(thrown('SQLITE_CONSTRAINT_UNIQUE'))).toMatchObject({ code: 'INTERNAL' });
});

describe('what stands behind an error of the disk', () => {
  const folder = tempFolder();

  test('is what the system says to whoever writes beside the project', () => {
    const gone = causeOf(thrown('SQLITE_IOERR_WRITE'), join(folder, 'gone', 'study.touchstone'));
    expect(toFailure(gone, 'the project')).toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  test('is the error itself where writing there works, and of any other error; nothing is left behind', () => {
    for (const error of [thrown('SQLITE_IOERR_WRITE'), thrown('SQLITE_FULL'), new Error('x')])
      expect(causeOf(error, join(folder, 'study.touchstone'))).toBe(error);
    expect(readdirSync(folder)).toEqual([]);
  });
});
