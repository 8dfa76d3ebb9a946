import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { iso } from '../ids.ts';
import type { ReadConnection } from './connection.ts';

/** Kept: the three newest of the newest day, one of each earlier day, ten in all. */
const PER_NEWEST_DAY = 3;
const KEPT = 10;

export const backupFolder = (project: string): string => `${project}-backups`;

/**
 * Copies the live project through SQLite's backup API to the folder beside it.
 * The copy gets its name only when it is whole.
 */
export async function backUp(db: ReadConnection, project: string, now: number): Promise<string> {
  const folder = backupFolder(project);
  mkdirSync(folder, { recursive: true });
  const name = `${basename(project, '.touchstone')}-${iso(now).replaceAll(':', '-')}.touchstone`;
  const path = join(folder, name);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    await db.backup(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  renameSync(partial, path);
  thin(folder);
  return path;
}

/** Which of the backup names, each ending in its time, may go. Newest first in, names to remove out. */
export function surplus(names: readonly string[]): string[] {
  const newestDay = names[0] === undefined ? '' : dayOf(names[0]);
  const perDay = new Map<string, number>();
  let kept = 0;
  return names.filter((name) => {
    const day = dayOf(name);
    const already = perDay.get(day) ?? 0;
    const keep = kept < KEPT && already < (day === newestDay ? PER_NEWEST_DAY : 1);
    if (keep) {
      perDay.set(day, already + 1);
      kept += 1;
    }
    return !keep;
  });
}

const TIME = /(\d{4}-\d{2}-\d{2})T[\d.-]+Z\.touchstone$/;
const dayOf = (name: string): string => TIME.exec(name)?.[1] ?? '';

/** Backups of a project, newest first. */
export function listBackups(project: string): string[] {
  const folder = backupFolder(project);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => TIME.test(name))
    .sort(
      (a, b) => statSync(join(folder, b)).mtimeMs - statSync(join(folder, a)).mtimeMs || (a < b ? 1 : -1),
    );
}

function thin(folder: string): void {
  const names = readdirSync(folder)
    .filter((name) => TIME.test(name))
    .sort()
    .reverse();
  for (const name of surplus(names)) rmSync(join(folder, name), { force: true });
}
