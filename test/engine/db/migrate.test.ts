import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { listBackups } from '../../../electron/engine/db/backup.ts';
import { schemaVersion } from '../../../electron/engine/db/migrate.ts';
import { APPLICATION_ID } from '../../../electron/engine/db/open.ts';
import { digestOf } from '../../support/bytes.ts';
import { numberOf, withDatabase } from '../../support/database.ts';
import { TestEngine, withEngine } from '../../support/engine.ts';
import { fixedSource } from '../../support/source.ts';
import { makeStudy } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const MIGRATIONS = join(import.meta.dirname, '../../../electron/engine/db/migrations');

const folder = tempFolder();
const study = join(folder, 'study.touchstone');
beforeAll(() => withEngine((engine) => makeStudy(engine, folder, { conversations: 4 })));

/** Runs the migrations up to a version on an empty database. */
function migrateTo(db: Database.Database, version: number): void {
  for (const file of readdirSync(MIGRATIONS).sort())
    if (Number.parseInt(file, 10) <= version) db.exec(readFileSync(join(MIGRATIONS, file), 'utf8'));
  db.pragma(`user_version = ${version}`);
}

/** The study as the program before bias samples would have written it: the schema of its time, with the same rows. */
function olderProject(name: string): string {
  const path = join(folder, name);
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrateTo(db, 40);
  db.prepare('ATTACH ? AS study').run(study);
  db.pragma('foreign_keys = OFF');
  const tables = db.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").pluck().all();
  for (const table of tables) {
    const columns = db.prepare(`SELECT '"' || name || '"' FROM pragma_table_info(?)`).pluck().all(table);
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM study.${table}`);
  }
  db.close();
  return path;
}

const schemaOf = (db: Database.Database): unknown[] =>
  db.prepare('SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name').all();

describe('a project of an earlier schema', () => {
  test('is backed up as it is, brought to this version, and says so', async () => {
    const path = olderProject('older.touchstone');
    await withEngine(async (engine) => {
      const { notices, schemaVersion: version, counts } = await engine.ask('project.open', { file: path });
      expect(version).toBe(schemaVersion());
      expect(counts).toMatchObject({ conversations: 4, items: 4, raters: 3, assignments: 8 });
      const [backup = ''] = listBackups(path);
      expect(notices).toEqual([expect.stringContaining(backup)]);
      const kept = join(`${path}-backups`, backup);
      expect(numberOf(kept, 'PRAGMA user_version')).toBe(40);
      expect(numberOf(kept, 'SELECT count(*) FROM assignment')).toBe(8);
      const { checks } = await engine.ask('audit.verify', {});
      // This program's acts also vouch for columns that the earlier schema had no place for.
      expect(checks.filter(({ ok }) => !ok).map((check) => check.name)).toEqual(['acts']);
      expect((await engine.ask('project.open', { file: path })).notices, 'until it is closed').toEqual(
        notices,
      );
    });
    expect(withDatabase(path, schemaOf)).toEqual(withDatabase(study, schemaOf));
  });

  test('stays exactly what it was when the migration fails', async () => {
    const path = olderProject('stuck.touchstone');
    withDatabase(path, (db) => db.exec('CREATE TABLE audit_decision (mine TEXT)'));
    const schema = withDatabase(path, schemaOf);
    const engine = new TestEngine();
    expect((await engine.refused('project.open', { file: path })).message).toContain('audit_decision');
    expect(withDatabase(path, schemaOf), 'none of the migration is in').toEqual(schema);
    expect(numberOf(path, 'PRAGMA user_version')).toBe(40);
    expect(listBackups(path)).toHaveLength(1);
  });

  test('is refused as it is where a row refers to one that is not there', async () => {
    const path = olderProject('dangling.touchstone');
    withDatabase(path, (db) => {
      db.pragma('foreign_keys = OFF');
      db.exec('UPDATE item SET message_id = 9999 WHERE id = 1');
    });
    const schema = withDatabase(path, schemaOf);
    const refused = await new TestEngine().refused('project.open', { file: path });
    expect(refused).toMatchObject({ code: 'PROJECT_CORRUPT', place: { file: path } });
    expect(refused.message).toContain('item 1 (message)');
    expect(withDatabase(path, schemaOf)).toEqual(schema);
    expect(numberOf(path, 'PRAGMA user_version')).toBe(40);
  });

  test('is not read before it is migrated, with the reason', () => {
    const path = olderProject('unread.touchstone');
    const before = digestOf(path);
    const result = new TestEngine().engine.openReadOnly(path);
    expect(result).toMatchObject({ ok: false, error: { code: 'READ_ONLY', place: { file: path } } });
    expect(result.ok ? '' : result.error.advice).toContain('once for writing');
    expect(digestOf(path)).toBe(before);
  });
});

const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith('.touchstone'));

describe.each(fixtures)('the stored project %s', (name) => {
  const version = Number(/\d+/.exec(name)?.[0]);
  const fixture = join(FIXTURES, name);

  test('opens in this program with everything in it', async () => {
    const path = join(folder, name);
    copyFileSync(fixture, path);
    await withEngine(
      async (engine) => {
        const summary = await engine.ask('project.open', { file: path });
        expect(summary.schemaVersion).toBe(schemaVersion());
        expect(summary.notices).toHaveLength(version < schemaVersion() ? 1 : 0);
        expect(summary.counts).toMatchObject({ conversations: 6, answers: 6, items: 6, ratings: 2 });
        expect(summary.raters.map((rater) => rater.name)).toEqual(['Ada', 'Ben', 'Cyd']);
        expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: 12 });
        const ada = summary.raters[0]?.id ?? '';
        const { entries, next } = await engine.ask('queue.open', { rater: ada });
        expect(entries.map(({ status }) => status)).toEqual(['submitted', 'draft', 'open', 'open']);
        expect([next.undo !== null, next.redo !== null]).toEqual([true, true]);
        const { samples } = await engine.ask('audit.samples', {});
        expect(samples).toMatchObject([{ marked: 0, unmarked: 1, decided: 1 }]);
      },
      { source: fixedSource(9) },
    );
  });

  test('has the schema that the migrations up to it make: none of them was edited since', () => {
    const made = new Database(':memory:');
    migrateTo(made, version);
    const schema = schemaOf(made);
    made.close();
    const path = join(folder, `schema-of-${name}`);
    copyFileSync(fixture, path);
    expect(withDatabase(path, schemaOf)).toEqual(schema);
  });
});

test('there is a stored project of the newest schema', () => {
  expect(fixtures).toContain(`schema-${schemaVersion()}.touchstone`);
});
