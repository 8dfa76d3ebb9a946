import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Database } from 'better-sqlite3';
import { Fault } from '../../../shared/contract/errors.ts';
import { connectBare } from './connection.ts';

export interface ProjectLock {
  /** True when the previous holder did not close the project: its lock file was still there. */
  uncleanExit: boolean;
  /** Gives the project free. Unless the session ended cleanly the file stays, as after a crash, so that the next open checks in full. */
  release(clean: boolean): void;
}

const lockPath = (project: string): string => `${project}-lock`;

/**
 * Takes the project for this process. The lock is an SQLite write lock on a file beside the project: the operating system drops
 * it when the process ends, however it ends, so no stale lock can keep anyone out.
 */
export function lockProject(project: string): ProjectLock {
  const path = lockPath(project);
  const uncleanExit = existsSync(path);
  const db = connectBare(path, 0);
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
    db.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(`process ${process.pid} on ${hostname()}`);
    db.exec('COMMIT');
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const holder = isBusy(error) ? readHolder(db) : null;
    db.close();
    if (holder === null) throw error;
    throw new Fault('PROJECT_BUSY', `The project is already open${holder ? ` (${holder})` : ''}.`, {
      file: project,
    });
  }
  if (!existsSync(path)) {
    // The holder before removed the file between our opening and our locking it: what we hold is no longer the lock.
    db.close();
    return lockProject(project);
  }
  return {
    uncleanExit,
    release(clean) {
      const removeFirst = process.platform !== 'win32';
      if (clean && removeFirst) rmSync(path, { force: true });
      db.exec('ROLLBACK');
      db.close();
      if (clean && !removeFirst) rmSync(path, { force: true });
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function readHolder(db: Database): string {
  try {
    const row: unknown = db.prepare('SELECT name FROM holder').get();
    return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : '';
  } catch {
    return '';
  }
}
