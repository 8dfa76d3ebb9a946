import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { toFailure } from '../faults.ts';
import { listBackups } from './backup.ts';
import { connectReader, type ReadConnection, rollBack } from './connection.ts';
import { refuseNewer, versionOf } from './migrate.ts';

type Check = 'quick_check' | 'integrity_check';

/** Looks the project over before anything may write to it, so that what is refused is left exactly as it is. */
export function inspect(path: string, check: Check): void {
  if (existsSync(`${path}-journal`)) rollBack(path);
  const db = connectReader(path);
  try {
    refuseDamaged(db, path, check);
    refuseNewer(versionOf(db), path);
  } finally {
    db.close();
  }
}

/** Throws PROJECT_CORRUPT, with what to do, where SQLite's own check finds damage. Reads the whole file. */
export function refuseDamaged(db: ReadConnection, path: string, check: Check = 'quick_check'): void {
  const finding = damageOf(db, check);
  if (finding !== null) throw damaged(path, finding);
}

/** What SQLite's own check finds, or null; some damage keeps the check itself from running. */
function damageOf(db: ReadConnection, check: Check): string | null {
  try {
    const finding = String(db.pragma(`${check}(1)`, { simple: true }));
    return finding === 'ok' ? null : finding;
  } catch (error) {
    if (error instanceof Error && toFailure(error).code === 'PROJECT_CORRUPT') return error.message;
    throw error;
  }
}

function damaged(path: string, finding: string): Fault {
  const newest = listBackups(path)[0];
  return new Fault(
    'PROJECT_CORRUPT',
    `The project file is damaged: ${finding}.`,
    { file: path },
    newest
      ? `Keep the file as it is. The newest backup is ${newest}, in the folder ${basename(path)}-backups beside it; open a copy of that.`
      : 'Keep the file as it is and restore your own copy; there is no backup beside it yet.',
  );
}
