import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { all } from './statements.ts';

interface Migration {
  version: number;
  sql: string;
}

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(`${folder}${name}`, 'utf8') }));
}

let migrations: Migration[] | null = null;
const allMigrations = (): Migration[] => {
  migrations ??= readMigrations();
  return migrations;
};

/** The schema version this program writes: that of its last migration. */
export const schemaVersion = (): number => allMigrations().at(-1)?.version ?? 0;

export const versionOf = (db: ReadConnection): number => Number(db.pragma('user_version', { simple: true }));

export function refuseNewer(version: number, path: string): void {
  if (version > schemaVersion())
    throw new Fault(
      'PROJECT_NEWER',
      `This project was written by a newer Touchstone (schema ${version}; this one knows up to ${schemaVersion()}).`,
      { file: path },
    );
}

/** A project of an earlier schema is migrated before it is read, and that takes writing. */
export function refuseOlder(version: number, path: string): void {
  if (isPending(version))
    throw new Fault(
      'READ_ONLY',
      `This project was written by an earlier Touchstone (schema ${version}; this one reads ${schemaVersion()}).`,
      { file: path },
      'Open it once for writing: in the window, or with any command that changes a project. A backup of it as it is now is kept.',
    );
}

export const isPending = (version: number): boolean => version < schemaVersion();

/**
 * Brings the database to the current schema in one transaction; all of it or nothing. A table that is made anew is missing for a moment,
 * and those that refer to it must not mind: foreign keys are off meanwhile, which SQLite does outside of transactions only, and all are
 * checked before the end.
 */
export function migrate(db: WriteConnection, path: string): void {
  const from = versionOf(db);
  refuseNewer(from, path);
  if (!isPending(from)) return;
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const { version, sql } of allMigrations()) if (version > from) db.exec(sql);
      refuseDangling(db, path);
      db.pragma(`user_version = ${schemaVersion()}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** Rows that refer to what is not there. Three are enough to look into. */
const DANGLING = `SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 3`;

function refuseDangling(db: WriteConnection, path: string): void {
  const found = all<{ table: string; rowid: number | null; parent: string }>(db, DANGLING);
  if (found.length === 0) return;
  const places = found.map(({ table, rowid, parent }) => `${table} ${rowid ?? ''} (${parent})`);
  throw new Fault(
    'PROJECT_CORRUPT',
    `Rows of this project refer to others that are not there: ${places.join(', ')}.`,
    { file: path },
  );
}
