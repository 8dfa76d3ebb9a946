import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';

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

/** Brings the database to the current schema in one transaction; all of it or nothing. */
export function migrate(db: WriteConnection, path: string): void {
  const from = versionOf(db);
  refuseNewer(from, path);
  if (!isPending(from)) return;
  db.transaction(() => {
    for (const { version, sql } of allMigrations()) if (version > from) db.exec(sql);
    db.pragma(`user_version = ${schemaVersion()}`);
  }).immediate();
}
