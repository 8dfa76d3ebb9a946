import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { connectBare } from '../db/connection.ts';

/** Most that the records of one conversation may have together, in bytes of JSON. */
export const MAX_GROUP_BYTES = 64 * 1024 * 1024;

/** Where records wait, beside the project. */
export const gatheringPath = (project: string): string => `${project}-gathering`;

/** Removes what an import that was cut off has left. */
export function removeGathering(project: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${gatheringPath(project)}${suffix}`, { force: true });
}

/** A record, or one inside another, that waits for the others of its conversation. */
export interface Member {
  /** Index of its file. */
  file: number;
  line: number;
  byteOffset: number;
  repaired: boolean;
  /** As JSON. */
  body: string;
}

export interface Group {
  /** Of all records of it, also those that were too many to be kept. */
  bytes: number;
  records: number;
  /** In the order they came; where they are too large together, only the first of them. */
  members: Member[];
}

const SCHEMA = `
  CREATE TABLE grp (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, file INTEGER NOT NULL, bytes INTEGER NOT NULL,
    records INTEGER NOT NULL);
  CREATE TABLE member (id INTEGER PRIMARY KEY, grp INTEGER NOT NULL, file INTEGER NOT NULL, line INTEGER NOT NULL,
    byte_offset INTEGER NOT NULL, repaired INTEGER NOT NULL, body TEXT NOT NULL);`;

/**
 * Records that belong together although they stand apart, kept on disk until all files are read. Nothing in it outlives the import:
 * it is not synced, and removed at the end.
 */
export class Gathering {
  private readonly db: Database;
  private readonly path: string;
  private readonly enter: (key: string, member: Member, size: number) => void;
  private isIndexed = false;

  constructor(project: string) {
    removeGathering(project);
    this.path = project;
    const db = connectBare(gatheringPath(project), 0);
    this.db = db;
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -16000');
    db.exec(SCHEMA);
    const group = db.prepare<[string, number, number], { id: number; bytes: number }>(
      `INSERT INTO grp (key, file, bytes, records) VALUES (?, ?, ?, 1)
       ON CONFLICT (key) DO UPDATE SET bytes = bytes + excluded.bytes, records = records + 1 RETURNING id, bytes`,
    );
    const add = db.prepare(
      'INSERT INTO member (grp, file, line, byte_offset, repaired, body) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.enter = (key, { file, line, byteOffset, repaired, body }, size) => {
      const row = group.get(key, file, size);
      if (row && row.bytes <= MAX_GROUP_BYTES)
        add.run(row.id, file, line, byteOffset, repaired ? 1 : 0, body);
    };
    db.exec('BEGIN');
  }

  add(key: string, member: Member): void {
    this.enter(key, member, Buffer.byteLength(member.body));
  }

  /** The groups whose first record is in this file, in the order of those; only when all files were read. */
  *ofFile(file: number): Generator<Group> {
    if (!this.isIndexed) this.db.exec('CREATE INDEX member_grp ON member (grp, id)');
    this.isIndexed = true;
    const members = this.db.prepare<[number], Omit<Member, 'repaired'> & { repaired: number }>(
      'SELECT file, line, byte_offset AS byteOffset, repaired, body FROM member WHERE grp = ? ORDER BY id',
    );
    const groups = this.db
      .prepare<[number], { id: number; bytes: number; records: number }>(
        'SELECT id, bytes, records FROM grp WHERE file = ? ORDER BY id',
      )
      .iterate(file);
    for (const { id, ...group } of groups)
      yield {
        ...group,
        members: members.all(id).map((member) => ({ ...member, repaired: member.repaired === 1 })),
      };
  }

  /** Ends it and removes the file. */
  close(): void {
    this.db.close();
    removeGathering(this.path);
  }
}
