import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backUp, listBackups, surplus } from '../../../electron/engine/db/backup.ts';
import { connectReader, type ReadConnection } from '../../../electron/engine/db/connection.ts';
import { createProjectFile } from '../../../electron/engine/db/open.ts';
import { Session } from '../../../electron/engine/session.ts';
import { ensureRater } from '../../../electron/engine/store/raters.ts';
import { companions } from '../../support/bytes.ts';
import { numberOf, rowsOf } from '../../support/database.ts';
import { type FixedSource, fixedSource } from '../../support/source.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const root = tempFolder();
let tests = 0;
let folder: string;
let project: string;
let source: FixedSource;

beforeEach(() => {
  tests += 1;
  folder = join(root, String(tests));
  mkdirSync(folder);
  project = join(folder, 'study.touchstone');
  source = fixedSource();
  createProjectFile(project);
});
afterEach(() => vi.useRealTimers());

const backups = (): string[] => listBackups(project);
const backupPath = (name: string): string => join(`${project}-backups`, name);

/** A session on the project without its reading threads, which backups do not need. */
const open = (complain: (sentence: string) => void = () => undefined): Promise<Session> =>
  Session.open(project, { source, backups: true, complain });

const addRater = (session: Session, name: string): void => {
  session.write('Lea', (context) => ensureRater(context, name));
};

describe('closing a project', () => {
  test('leaves a backup beside it when something was changed, and none when nothing was', async () => {
    const first = await open();
    addRater(first, 'Ada');
    await first.close();
    expect(backups()).toEqual(['study-2026-03-02T09-00-00.000Z.touchstone']);

    source.advance(60_000);
    await (await open()).close();
    expect(backups()).toHaveLength(1);

    source.advance(60_000);
    const third = await open();
    addRater(third, 'Ben');
    await third.close();
    expect(backups()).toHaveLength(2);
    const names = rowsOf(backupPath(backups()[0] ?? ''), 'SELECT name FROM rater ORDER BY name');
    expect(names, 'the newest holds the last change').toEqual([{ name: 'Ada' }, { name: 'Ben' }]);
  });

  test('still works where no backup can be made, and says so', async () => {
    const said: string[] = [];
    const session = await open((sentence) => void said.push(sentence));
    addRater(session, 'Ada');
    writeFileSync(`${project}-backups`, 'a file where the folder is to be');
    await session.close();
    expect(said).toEqual([expect.stringContaining('No backup could be made')]);
    expect(numberOf(project, 'SELECT count(*) FROM rater')).toBe(1);
    expect(companions(project)).toEqual(['-backups']);
  });
});

test('a project that stays open is backed up every 15 minutes in which something was changed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const session = await open();
  const quarter = (): void => {
    source.advance(15 * 60_000);
    vi.advanceTimersByTime(15 * 60_000);
  };
  quarter();
  expect(companions(project), 'nothing changed').not.toContain('-backups');
  addRater(session, 'Ada');
  quarter();
  while (backups().length === 0) await setImmediate();
  quarter();
  addRater(session, 'Ben');
  quarter();
  while (backups().length === 1) await setImmediate();
  await session.close();
  expect(backups(), 'the end had nothing to add').toEqual([
    'study-2026-03-02T10-00-00.000Z.touchstone',
    'study-2026-03-02T09-30-00.000Z.touchstone',
  ]);
});

describe('backups are thinned', () => {
  const day = (date: string, ...hours: number[]): string[] =>
    hours.map((hour) => `study-2026-${date}T${String(hour).padStart(2, '0')}-00-00.000Z.touchstone`);

  test('to the three newest of the newest day and the newest of each day before', () => {
    const newest = day('03-09', 17, 15, 12, 9);
    const before = day('03-08', 18, 8);
    const earlier = day('03-01', 7);
    expect(surplus([...newest, ...before, ...earlier])).toEqual([...newest.slice(3), ...before.slice(1)]);
    expect(surplus([])).toEqual([]);
  });

  test('to ten in all', () => {
    const names = Array.from({ length: 20 }, (_, index) =>
      day(`02-${String(28 - index).padStart(2, '0')}`, 9),
    ).flat();
    expect(surplus(names)).toEqual(names.slice(10));
  });

  test('in the folder itself, where other files are left alone', async () => {
    const kept = `${project}-backups`;
    mkdirSync(kept);
    const old = Array.from({ length: 12 }, (_, index) =>
      day(`02-${String(12 - index).padStart(2, '0')}`, 9),
    ).flat();
    for (const name of old) writeFileSync(join(kept, name), 'old');
    writeFileSync(join(kept, 'notes.txt'), 'mine');
    await withReader((db) => backUp(db, project, source.now()));
    const left = readdirSync(kept).sort();
    expect(left).toHaveLength(11);
    expect(left).toEqual(
      expect.arrayContaining(['notes.txt', 'study-2026-03-02T09-00-00.000Z.touchstone', ...old.slice(0, 9)]),
    );
  });
});

test('a backup that fails half way leaves no file that looks like one', async () => {
  await withReader(async (db) => {
    await backUp(db, project, source.now());
    rmSync(backupPath(backups()[0] ?? ''));
    db.close();
    await expect(backUp(db, project, source.now())).rejects.toThrow();
  });
  expect(readdirSync(`${project}-backups`)).toEqual([]);
});

async function withReader(work: (db: ReadConnection) => Promise<unknown>): Promise<void> {
  const db = connectReader(project);
  await work(db);
  db.close();
}
