import Database from 'better-sqlite3';
import { sqliteBinding } from './binding.ts';
import { addFunctions } from './functions.ts';

declare const writable: unique symbol;
declare const readable: unique symbol;

/** A connection that can only read; any statement that would write fails in SQLite. */
export type ReadConnection = Database.Database & { readonly [readable]: true };
/** The one connection that writes. It may be passed wherever reading is enough. */
export type WriteConnection = ReadConnection & { readonly [writable]: true };

const options = (readonly: boolean): Database.Options => {
  const nativeBinding = sqliteBinding();
  return { readonly, fileMustExist: true, timeout: 5000, ...(nativeBinding ? { nativeBinding } : {}) };
};

/** Opens the writer's connection: WAL, every commit synced to disk before it returns. */
export function connectWriter(path: string): WriteConnection {
  const db = connectIdle(path);
  try {
    beginWriting(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Turns write-ahead logging on, which is the first change to the file. */
export const beginWriting = (db: WriteConnection): void => void db.pragma('journal_mode = WAL');

/** The writer's connection before it writes anything: the file stays as it is. */
export function connectIdle(path: string): WriteConnection {
  const db = new Database(path, options(false));
  try {
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // So that replacing a row counts as removing it, and the triggers that guard the record see it.
    db.pragma('recursive_triggers = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -8000');
    addFunctions(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteConnection;
}

/** Opens a connection that cannot write. */
export function connectReader(path: string): ReadConnection {
  const db = new Database(path, options(true));
  db.pragma('query_only = ON');
  db.pragma('temp_store = MEMORY');
  addFunctions(db);
  return db as ReadConnection;
}

/** Lets SQLite take back a change of the file that was cut off half way; a connection that cannot write may not. */
export function rollBack(path: string): void {
  const db = new Database(path, options(false));
  try {
    db.pragma('schema_version');
  } finally {
    db.close();
  }
}

/** Makes a new, empty database file; the caller has made sure that nothing is there. */
export function createDatabase(path: string, applicationId: number): void {
  const nativeBinding = sqliteBinding();
  const db = new Database(path, nativeBinding ? { nativeBinding } : {});
  try {
    db.pragma(`application_id = ${applicationId}`);
  } finally {
    db.close();
  }
}

/** A bare database connection for the project lock. */
export function connectBare(path: string, timeout: number): Database.Database {
  const nativeBinding = sqliteBinding();
  return new Database(path, { timeout, ...(nativeBinding ? { nativeBinding } : {}) });
}
