import type { ReadConnection, WriteConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { shardTable } from './index-schema.ts';
import { type IndexState, isLoading, isOf, readState } from './state.ts';

/** The last row of each kind, once no import is under way: all up to it is part of the project. */
export interface Heads {
  conversation: number;
  message: number;
  feedback: number;
}

/** Null while an import is under way. */
export function readHeads(db: ReadConnection): Heads | null {
  const read = (): Heads | null =>
    isLoading(db)
      ? null
      : {
          conversation: count(db, 'SELECT coalesce(max(id), 0) AS n FROM conversation'),
          message: count(db, 'SELECT coalesce(max(id), 0) AS n FROM message'),
          feedback: count(db, 'SELECT coalesce(max(id), 0) AS n FROM feedback'),
        };
  return db.transaction(read).deferred();
}

/** The state of the index; of one that does not fit the project any more, everything is taken out first. */
export function currentState(project: ReadConnection, index: WriteConnection): IndexState {
  const state = readState(index);
  if (state && isOf(project, state)) return state;
  index.transaction(() => empty(project, index)).immediate();
  const fresh = readState(index);
  if (!fresh) throw new Error('the index has no state');
  return fresh;
}

function empty(project: ReadConnection, index: WriteConnection): void {
  for (const { name } of all<{ name: string }>(
    index,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'text_[0-9]*' AND sql LIKE 'CREATE VIRTUAL%'",
  ))
    index.exec(`DROP TABLE ${name}`);
  run(index, 'DELETE FROM block');
  run(index, 'DELETE FROM value');
  // Counted on, so that no reader takes what it knows for what comes now.
  const { rewrites, revision } = readState(index) ?? { rewrites: 0, revision: 0 };
  run(index, 'DELETE FROM state');
  const uuid = get<{ uuid: string }>(project, 'SELECT uuid FROM project')?.uuid ?? '';
  const entry = lastLogged(project);
  run(
    index,
    'INSERT INTO state (id, project, log_entry, log_hash, rewrites, revision) VALUES (1, ?, ?, ?, ?, ?)',
    uuid,
    entry.seq,
    entry.hash,
    rewrites + 1,
    revision + 1,
  );
}

/** Notes that the index is what the project was at this entry of its log. */
export function noteLogged(index: WriteConnection, { seq, hash }: { seq: number; hash: Buffer }): void {
  run(index, 'UPDATE state SET log_entry = ?, log_hash = ?', seq, hash);
}

export function lastLogged(project: ReadConnection): { seq: number; hash: Buffer } {
  const entry = get<{ seq: number; hash: Buffer }>(
    project,
    'SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1',
  );
  if (!entry) throw new Error('the project has no log');
  return entry;
}

/** Conversations in the index to which something was added since: turns, or what users did. Ascending. */
export function grownSince(project: ReadConnection, state: IndexState, heads: Heads): number[] {
  if (state.listed_to === 0) return [];
  const rows = all<{ id: number }>(
    project,
    `SELECT conversation_id AS id FROM message WHERE id > ? AND id <= ? AND conversation_id <= ?
     UNION SELECT m.conversation_id FROM feedback f JOIN message m ON m.id = f.message_id
     WHERE f.id > ? AND f.id <= ? AND m.conversation_id <= ? ORDER BY 1`,
    state.message_to,
    heads.message,
    state.listed_to,
    state.feedback_to,
    heads.feedback,
    state.listed_to,
  );
  return rows.map(({ id }) => id);
}

/** Takes a conversation's words out of its table. */
export const forgetText = (index: WriteConnection, shard: number, conversation: number): void =>
  void run(index, `DELETE FROM ${shardTable(shard)} WHERE rowid = ?`, conversation);
