import { existsSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sqliteBinding } from '../db/binding.ts';
import { connectReader, type ReadConnection, type WriteConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema.ts';

/** Everything in it is derived from the project: it may be removed at any time, and is made again. */
export const indexPath = (project: string): string => `${project}-index`;

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

export function discardIndex(project: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(`${indexPath(project)}${suffix}`, { force: true });
}

/** Opens the index of a project for writing, a new one where there is none that can be used. */
export function openIndex(project: string): WriteConnection {
  try {
    return connectIndex(indexPath(project));
  } catch (error) {
    if (!isUnusable(error)) throw error;
    discardIndex(project);
    return connectIndex(indexPath(project));
  }
}

/** True of errors that say that the index, not the disk or a permission, is at fault. */
export const isUnusable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|SCHEMA)/.test(String(error.code));

function connectIndex(path: string): WriteConnection {
  const nativeBinding = sqliteBinding();
  const db = new Database(path, { timeout: 5000, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    db.pragma('journal_mode = WAL');
    // Losing the last second to a power cut costs a second of indexing.
    db.pragma('synchronous = NORMAL');
    db.pragma('wal_autocheckpoint = 4000');
    db.pragma('cache_size = -16000');
    db.pragma('temp_store = MEMORY');
    if (versionOf(db) !== INDEX_VERSION) makeSchema(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteConnection;
}

/** Makes the tables in an empty file; the index of another version is done away with first. */
function makeSchema(db: Database.Database): void {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.length > 0)
    throw Object.assign(new Error('the index is of another version'), { code: 'SQLITE_SCHEMA' });
  db.transaction(() => {
    db.exec(INDEX_SCHEMA);
    db.pragma(`user_version = ${INDEX_VERSION}`);
  }).immediate();
}

/** Leaves one plain file, as the project's own closing does. */
export function closeIndex(db: WriteConnection): void {
  try {
    // Whoever is reading is not waited for.
    db.pragma('busy_timeout = 0');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } catch {
    // A reader keeps the log; it is read at the next opening.
  }
  db.close();
}

/** Where a reader kept the index from being one plain file when it was closed, makes it one; nobody may have it open by now. */
export function settleIndex(project: string): void {
  if (!existsSync(`${indexPath(project)}-wal`)) return;
  try {
    closeIndex(connectIndex(indexPath(project)));
  } catch {
    // What stands beside the index is read with it, or made anew with it.
  }
}

/** A reading connection to a project's index, opened when there is one and again when another file has taken its place. */
export class IndexReader {
  private readonly path: string;
  private connection: ReadConnection | null = null;
  private inode = 0;

  constructor(project: string) {
    this.path = indexPath(project);
  }

  /** Null where there is no index, or none that can be read. */
  open(): ReadConnection | null {
    const inode = existsSync(this.path) ? statSync(this.path).ino : 0;
    if (this.connection && inode === this.inode) return this.connection;
    this.close();
    if (inode === 0) return null;
    try {
      const db = connectReader(this.path);
      if (versionOf(db) !== INDEX_VERSION || !get(db, 'SELECT 1 FROM state')) {
        db.close();
        return null;
      }
      this.connection = db;
      this.inode = inode;
      return db;
    } catch {
      return null;
    }
  }

  private close(): void {
    this.connection?.close();
    this.connection = null;
  }
}
