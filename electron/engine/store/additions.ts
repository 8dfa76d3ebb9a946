import type { WriteContext } from '../context.ts';
import type { WriteConnection } from '../db/connection.ts';
import { insertion, insertRows } from '../db/insert-rows.ts';
import { type Parameter, run } from '../db/statements.ts';
import type { Cell } from './packed.ts';

/** A conversation that goes on: what is known of it now has this hash, so many messages and so many candidates after them. */
export interface Continuation {
  conversation: number;
  hash: Uint8Array;
  messages: number;
  candidates: number;
  /** Told by what it is known to say now; null where the source gives one, and where it cannot be told. */
  language: string | null;
}

/** What a file adds to conversations that are there. Rows are lists of cells, one after another. */
export interface Additions {
  continuations: Continuation[];
  /** In the order of ADDED_MESSAGE. */
  messages: Cell[];
  /** In the order of ADDED_FEEDBACK. */
  feedback: Cell[];
}

export const ADDED_MESSAGE = [
  'conversation_id',
  'position',
  'candidate',
  'role',
  'judgeable',
  'text',
  'parts',
  'name',
  'model',
  'details',
  'findings',
  'redactions',
] as const;
export const ADDED_FEEDBACK = [
  'conversation_id',
  'position',
  'candidate',
  'kind',
  'signal',
  'value',
  'text',
  'comment',
] as const;

const MESSAGES = insertion('staged_message', ['batch_id', ...ADDED_MESSAGE]);
const FEEDBACK = insertion('staged_feedback', ['batch_id', ...ADDED_FEEDBACK]);

/** Keeps what a file adds to conversations that are there until all of the file is in. */
export function stageAdditions(
  { db }: WriteContext,
  { batch, continuations, messages, feedback }: Additions & { batch: number },
): void {
  for (const { conversation, hash, language, ...counts } of continuations)
    run(
      db,
      `INSERT INTO continuation (batch_id, conversation_id, content_hash, messages, candidates, detected_language)
       VALUES (?, ?, ?, ?, ?, ?)`,
      batch,
      conversation,
      Buffer.from(hash),
      counts.messages,
      counts.candidates,
      language,
    );
  insertRows(db, MESSAGES, withBatch(batch, messages, ADDED_MESSAGE.length));
  insertRows(db, FEEDBACK, withBatch(batch, feedback, ADDED_FEEDBACK.length));
}

function withBatch(batch: number, cells: readonly Cell[], width: number): Parameter[] {
  const rows: Parameter[] = [];
  for (let at = 0; at < cells.length; at += width) rows.push(batch, ...cells.slice(at, at + width));
  return rows;
}

const PLACE =
  'm.conversation_id = s.conversation_id AND m.position = s.position AND m.candidate = s.candidate';

/** Makes what a batch adds to conversations part of them. */
export function publishAdditions(db: WriteConnection, batch: number): void {
  const steps = [
    `INSERT INTO message (conversation_id, position, candidate, role, judgeable, text, parts, name, model, details, batch_id)
     SELECT conversation_id, position, candidate, role, judgeable, text, parts, name, model, details, batch_id
     FROM staged_message WHERE batch_id = ? ORDER BY id`,
    `INSERT INTO feedback (message_id, kind, signal, value, text, comment, batch_id)
     SELECT m.id, s.kind, s.signal, s.value, s.text, s.comment, s.batch_id
     FROM staged_feedback s JOIN message m ON ${PLACE} WHERE s.batch_id = ? ORDER BY s.id`,
    `INSERT OR IGNORE INTO finding (message_id, code)
     SELECT m.id, f.value FROM staged_message s JOIN message m ON ${PLACE}, json_each(s.findings) f
     WHERE s.batch_id = ?`,
    `INSERT INTO redaction (message_id, start, "end", kind, placeholder, original)
     SELECT m.id, r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4
     FROM staged_message s JOIN message m ON ${PLACE}, json_each(s.redactions) r
     WHERE s.batch_id = ? ORDER BY s.id, r.key`,
    `UPDATE conversation SET detected_language = n.detected_language FROM continuation n
     WHERE n.batch_id = ? AND n.conversation_id = conversation.id AND n.detected_language IS NOT NULL
       AND conversation.language IS NULL AND conversation.detected_language IS NULL`,
    'DELETE FROM staged_message WHERE batch_id = ?',
    'DELETE FROM staged_feedback WHERE batch_id = ?',
  ];
  for (const sql of steps) run(db, sql, batch);
}
