import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { faultAt } from '../faults.ts';
import { isPacket } from '../packets/magic.ts';
import { discardUnfinished } from '../store/batches.ts';
import { removeGathering } from '../store/gathering.ts';
import { backUp } from './backup.ts';
import {
  beginWriting,
  connectIdle,
  connectReader,
  connectWriter,
  createDatabase,
  type ReadConnection,
  type WriteConnection,
} from './connection.ts';
import { inspect } from './damage.ts';
import { lockProject, type ProjectLock } from './lock.ts';
import { isPending, migrate, refuseNewer, refuseOlder, versionOf } from './migrate.ts';
import { get } from './statements.ts';
import { transact } from './transaction.ts';

/** "TSTN", in the file's header, marks a Touchstone project. */
export const APPLICATION_ID = 0x5453544e;

export interface OpenProject {
  path: string;
  db: WriteConnection;
  lock: ProjectLock;
  /** What opening found and did, in sentences. */
  notices: string[];
  /** False while the file was not looked over yet: until `checked`, nothing may be written. */
  isChecked: boolean;
}

/** Refuses anything that is not a project file, without opening it as a database. */
function checkHeader(path: string): void {
  let header: Buffer;
  try {
    if (statSync(path).isDirectory())
      throw new Fault('FILE_IS_DIRECTORY', `${path} is a folder.`, { file: path });
    header = Buffer.alloc(100);
    const descriptor = openSync(path, 'r');
    try {
      readSync(descriptor, header, 0, 100, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw faultAt(error, path);
  }
  if (isPacket(header))
    throw new Fault(
      'PACKET_NOT_OPENED',
      `${basename(path)} is a packet, from which a project is made first.`,
      {
        file: path,
      },
    );
  const isSqlite = header.toString('latin1', 0, 15) === 'SQLite format 3';
  if (!isSqlite || header.readUInt32BE(68) !== APPLICATION_ID)
    throw new Fault('NOT_A_PROJECT', `${basename(path)} is not a Touchstone project.`, { file: path });
  refuseNewer(header.readUInt32BE(60), path);
}

/** Makes an empty project file with the current schema; never touches what is there. */
export function createProjectFile(path: string): void {
  if (existsSync(path)) throw new Fault('FILE_EXISTS', `There is already a file at ${path}.`, { file: path });
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new Fault('FILE_NOT_FOUND', `There is no folder ${folder}.`, { file: folder });
  try {
    createDatabase(path, APPLICATION_ID);
    const db = connectWriter(path);
    try {
      migrate(db, path);
    } finally {
      closeWriter(db);
    }
  } catch (error) {
    discardProjectFile(path);
    throw faultAt(error, path);
  }
}

export function discardProjectFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '-lock', '-index'])
    rmSync(`${path}${suffix}`, { force: true });
}

/**
 * Opens a project for writing: takes its lock, checks it, migrates it, and clears what a crash left half done. One that was closed in
 * good order and has more than `checkLaterAbove` bytes can be read at once; it is to be checked before anything is written.
 */
export async function openForWriting(
  path: string,
  now: number,
  checkLaterAbove = Number.POSITIVE_INFINITY,
): Promise<OpenProject> {
  checkHeader(path);
  let lock: ProjectLock | undefined;
  let db: WriteConnection | undefined;
  try {
    lock = lockProject(path);
    if (!lock.uncleanExit && isWhole(path) && statSync(path).size > checkLaterAbove) {
      db = connectIdle(path);
      if (!isPending(versionOf(db))) return { path, db, lock, notices: [], isChecked: false };
      db.close();
    }
    inspect(path, lock.uncleanExit ? 'integrity_check' : 'quick_check');
    db = connectWriter(path);
    const notices: string[] = [];
    if (lock.uncleanExit)
      notices.push(
        'The last session ended without closing the project. It was checked in full, and nothing saved is missing.',
      );
    if (isPending(versionOf(db))) {
      const backup = await backUp(db, path, now);
      migrate(db, path);
      notices.push(`The project was brought to this version; the one before is kept at ${backup}.`);
    }
    notices.push(...removeLeftovers(db, path));
    return { path, db, lock, notices, isChecked: true };
  } catch (error) {
    db?.close();
    lock?.release(!lock.uncleanExit);
    throw faultAt(error, path);
  }
}

/** True where the file holds everything, with no log or journal beside it. */
const isWhole = (path: string): boolean => !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`);

/** The file was looked over and is sound: from now on it may be written. Gives back what there was to do, in sentences. */
export function checked(project: OpenProject): string[] {
  beginWriting(project.db);
  project.isChecked = true;
  return removeLeftovers(project.db, project.path);
}

/** Opens a project for reading only, also while another program has it open for writing. */
export function openForReading(path: string): ReadConnection {
  checkHeader(path);
  let db: ReadConnection | undefined;
  try {
    db = connectReader(path);
    refuseOlder(versionOf(db), path);
    get(db, 'SELECT 1 FROM project');
    return db;
  } catch (error) {
    db?.close();
    throw faultAt(error, path);
  }
}

/** Removes what an import cut off by a crash left behind; it was never visible. */
function removeLeftovers(db: WriteConnection, path: string): string[] {
  removeGathering(path);
  const removed = transact(db, () => discardUnfinished({ db }));
  return removed > 0 ? ['An import that was cut off has been removed; import the file again.'] : [];
}

/** Folds the write-ahead log into the file and leaves one plain file that opens anywhere, also read-only. */
function closeWriter(db: WriteConnection): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } catch {
    // A full disk or a reader elsewhere keeps the log as it is: what it holds is durable and read at the next open.
  }
  db.close();
}

export function closeProject({ db, lock }: OpenProject): void {
  closeWriter(db);
  lock.release(true);
}
