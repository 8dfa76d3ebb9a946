import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Log } from './log.ts';

const RETRY_MS = 200;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function tryLock(file: string): Database.Database | undefined {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

/**
 * Runs `work` while no other process (or other caller in this one) holds the lock `name` in `cache`.
 * The lock is SQLite's own file lock: the operating system frees it when its holder dies, however it dies,
 * so there is no stale lock to detect.
 */
export async function withLock<T>(cache: string, name: string, log: Log, work: () => Promise<T>): Promise<T> {
  const folder = join(cache, 'locks');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  let held = tryLock(file);
  if (!held) log.say(`Another Touchstone set-up is making ${name}; waiting for it.`);
  while (!held) {
    await sleep(RETRY_MS);
    held = tryLock(file);
  }
  try {
    return await work();
  } finally {
    held.close();
  }
}
