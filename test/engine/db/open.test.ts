import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectReader } from '../../../electron/engine/db/connection.ts';
import { schemaVersion } from '../../../electron/engine/db/migrate.ts';
import {
  APPLICATION_ID,
  closeProject,
  createProjectFile,
  openForReading,
  openForWriting,
} from '../../../electron/engine/db/open.ts';
import { toFailure } from '../../../electron/engine/faults.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { companions, digestOf } from '../../support/bytes.ts';
import { withDatabase } from '../../support/database.ts';
import { withEngine } from '../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const project = join(folder, 'study.touchstone');

beforeAll(async () => {
  await withEngine(async (engine) => {
    const study = await makeStudy(engine, folder, { conversations: 4 });
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    await rate(engine, first, complete());
  });
});

async function refusalOf(path: string): Promise<Failure> {
  try {
    closeProject(await openForWriting(path, 0));
  } catch (error) {
    return toFailure(error);
  }
  throw new Error(`${path} was opened`);
}

const copyOf = (name: string): string => {
  const path = join(folder, name);
  copyFileSync(project, path);
  return path;
};

describe('a project that is open', () => {
  test('is written so that a commit is on disk before it returns', async () => {
    const open = await openForWriting(project, 0);
    const pragma = (name: string) => open.db.pragma(name, { simple: true });
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma);
    closeProject(open);
    expect(settings).toEqual(['wal', 2, 1, 5000]);
  });

  test('cannot be written to over a reading connection', () => {
    const db = connectReader(project);
    expect(() => db.exec("UPDATE project SET name = 'other'")).toThrow(/readonly/);
    db.close();
  });
});

describe('a project that is closed', () => {
  test('is one plain file, marked as a project and with the version of its schema', () => {
    const header = readFileSync(project).subarray(0, 100);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(header.toString('latin1', 68, 72)).toBe('TSTN');
    expect(header.readUInt32BE(60)).toBe(schemaVersion());
    expect([header[18], header[19]], 'no write-ahead log needed to read it').toEqual([1, 1]);
    expect(companions(project)).toEqual([]);
  });

  test('is the same project wherever it is copied to', async () => {
    const copy = copyOf('copy.touchstone');
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: copy });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: 5 });
    });
  });
});

test('a change of the file that was cut off half way is taken back', async () => {
  const path = copyOf('journal.touchstone');
  const cut = join(folder, 'cut.touchstone');
  const other = new Database(path);
  other.pragma('cache_size = 2');
  other.exec('BEGIN; UPDATE message SET text = text || hex(randomblob(20000))');
  for (const suffix of ['', '-journal']) copyFileSync(`${path}${suffix}`, `${cut}${suffix}`);
  other.exec('ROLLBACK');
  other.close();
  expect(digestOf(cut), 'part of it had reached the file').not.toBe(digestOf(path));
  const open = await openForWriting(cut, 0);
  const longest = open.db.prepare('SELECT max(length(text)) FROM message').pluck().get();
  closeProject(open);
  expect(longest).toBeLessThan(100);
  expect(companions(cut)).toEqual([]);
});

describe('what is not a project is refused, named, and left as it is', () => {
  test.each([
    ['a text file', 'notes.txt', 'Only words, but more than a hundred bytes of them. '.repeat(3)],
    ['a short file', 'short.touchstone', 'SQLite format 3'],
    ['an empty file', 'empty.touchstone', ''],
  ])('%s', async (_what, name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const refusal = await refusalOf(path);
    expect(refusal).toMatchObject({ code: 'NOT_A_PROJECT', place: { file: path } });
    expect(refusal.message).toContain(name);
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(companions(path)).toEqual([]);
  });

  test("another program's database", async () => {
    const path = join(folder, 'other.db');
    const other = new Database(path);
    other.exec('CREATE TABLE things (name TEXT)');
    other.close();
    const before = digestOf(path);
    expect(await refusalOf(path)).toMatchObject({ code: 'NOT_A_PROJECT' });
    expect(digestOf(path)).toBe(before);
  });

  test('a folder', async () => {
    const path = join(folder, 'folder.touchstone');
    mkdirSync(path);
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_IS_DIRECTORY' });
  });

  test('nothing at all', async () => {
    const path = join(folder, 'none.touchstone');
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_NOT_FOUND', place: { file: path } });
    expect(existsSync(path)).toBe(false);
    expect(companions(path)).toEqual([]);
  });
});

describe('a project from a newer Touchstone is refused and left as it is', () => {
  test('where its header says so', async () => {
    const path = copyOf('newer.touchstone');
    withDatabase(path, (db) => db.pragma(`user_version = ${schemaVersion() + 10}`));
    const before = digestOf(path);
    expect(await refusalOf(path)).toMatchObject({ code: 'PROJECT_NEWER', place: { file: path } });
    expect(() => openForReading(path)).toThrow(/newer/);
    expect(digestOf(path)).toBe(before);
    expect(companions(path)).toEqual([]);
  });

  test('where only its write-ahead log says so, the newer program having crashed', async () => {
    const path = copyOf('crashed.touchstone');
    const running = new Database(path);
    running.pragma('journal_mode = WAL');
    running.pragma(`user_version = ${schemaVersion() + 10}`);
    const left = join(folder, 'newer-log.touchstone');
    for (const suffix of ['', '-wal', '-shm']) copyFileSync(`${path}${suffix}`, `${left}${suffix}`);
    running.close();
    const before = [digestOf(left), digestOf(`${left}-wal`)];
    expect(await refusalOf(left)).toMatchObject({ code: 'PROJECT_NEWER' });
    expect([digestOf(left), digestOf(`${left}-wal`)]).toEqual(before);
  });
});

describe('making a project', () => {
  test('never touches a file that is there', () => {
    const path = join(folder, 'mine.touchstone');
    writeFileSync(path, 'mine');
    expect(() => createProjectFile(path)).toThrow(/already a file/);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('in a folder that is not there is refused', () => {
    const path = join(folder, 'nowhere', 'new.touchstone');
    expect(() => createProjectFile(path)).toThrow(/no folder/);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('with a rubric that cannot be used leaves no file', async () => {
    const path = join(folder, 'half.touchstone');
    const rubric = join(folder, 'rubric.json');
    writeFileSync(rubric, '{"id":"x","version":1,"title":"X","dimensions":[]}');
    await withEngine(async (engine) => {
      const refusal = await engine.refused('project.create', { file: path, rubric });
      expect(refusal).toMatchObject({ code: 'RUBRIC_INVALID', place: { file: rubric, path: 'dimensions' } });
      expect(await engine.refused('project.summary', {})).toMatchObject({ code: 'NO_PROJECT' });
    });
    expect(existsSync(path)).toBe(false);
    expect(companions(path)).toEqual([]);
  });

  test('leaves the project that is open open, when it is refused', async () => {
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: project });
      await engine.refused('project.create', { file: project });
      await engine.refused('project.open', { file: join(folder, 'none.touchstone') });
      expect((await engine.ask('project.summary', {})).file).toBe('study.touchstone');
    });
    expect(statSync(project).size).toBeGreaterThan(0);
  });
});
