import { audit, type WriteContext } from '../context.ts';
import { all, get, run } from '../db/statements.ts';

/** A value as SQLite stores it; JSON columns are already text. */
export type Cell = string | number | null;

/**
 * Conversations ready to be stored, packed column by column: plain lists cross from thread to thread several times faster
 * than objects. Texts are bytes, so that neither thread's memory fills with strings that soon are garbage.
 */
export interface PackedConversations {
  /** 32 bytes a conversation: SHA-256 of its content key. */
  hashes: Uint8Array;
  /** A conversation's cells after another's, in the order of CONVERSATION_COLUMNS. */
  conversations: Cell[];
  /** Where each message stands, in the order of PLACE_COLUMNS. */
  places: Uint32Array;
  /** The text of each message after another's, in UTF-8. */
  text: Uint8Array;
  /** What else there is of each message, in the order of EXTRA_COLUMNS; empty where no message has any of it. */
  extras: Cell[];
  /** Feedback cells, in the order of FEEDBACK_COLUMNS; the first is the message's index among all of this pack. */
  feedback: Cell[];
}

export const CONVERSATION_COLUMNS = [
  'name',
  'created_at',
  'model',
  'model_version',
  'language',
  'use_case',
  'groups',
  'metadata',
] as const;
/** As numbers: the conversation by its index in the pack, the role by its index among all roles, the text's length in bytes. */
export const PLACE_COLUMNS = [
  'conversation',
  'position',
  'candidate',
  'role',
  'judgeable',
  'length',
] as const;
export const EXTRA_COLUMNS = ['parts', 'name', 'model', 'details'] as const;
export const FEEDBACK_COLUMNS = ['message_id', 'kind', 'signal', 'value', 'text', 'comment'] as const;

/** A record that could not be read, as it is kept in quarantine. */
export interface NewFault {
  line: number;
  byteOffset: number;
  path: string;
  code: string;
  reason: string;
  original: string;
}

export interface NewBatch {
  kind: 'transcripts' | 'ratings';
  file: string;
  adapter: string;
}

export interface BatchCounts {
  records: number;
  imported: number;
  duplicates: number;
  rejected: number;
}

/** What came in with a batch of transcripts. */
export interface Contents {
  messages: number;
  /** Messages that a rater can judge. */
  answers: number;
  /** Digest of the conversations. */
  digest: string;
}

export interface BatchHandle {
  id: number;
  uuid: string;
}

/**
 * Opens the batches of an import of transcripts; what goes into them is not part of the project until they are finished. Imports
 * take turns, so another batch that is not finished now is one that could not be taken back.
 */
export function beginBatches(context: WriteContext, batches: readonly NewBatch[]): BatchHandle[] {
  discardUnfinished(context);
  return batches.map((batch) => insertBatch(context, batch));
}

export function insertBatch(context: WriteContext, batch: NewBatch): BatchHandle {
  const uuid = context.newId();
  const { lastInsertRowid } = run(
    context.db,
    "INSERT INTO batch (uuid, kind, status, file, adapter, started_at) VALUES (?, ?, 'loading', ?, ?, ?)",
    uuid,
    batch.kind,
    batch.file,
    batch.adapter,
    context.now,
  );
  return { id: Number(lastInsertRowid), uuid };
}

/** Puts rejected records into quarantine. */
export function addFaults(
  context: WriteContext,
  { batch, faults }: { batch: number; faults: readonly NewFault[] },
): void {
  for (const fault of faults)
    run(
      context.db,
      'INSERT INTO quarantine (batch_id, line, byte_offset, json_path, code, reason, original) VALUES (?, ?, ?, ?, ?, ?, ?)',
      batch,
      fault.line,
      fault.byteOffset,
      fault.path,
      fault.code,
      fault.reason,
      fault.original,
    );
}

interface FinishedBatch {
  batch: number;
  /** Of the file. */
  sha256: string;
  counts: BatchCounts;
  contents?: Contents;
}

/** Makes the batches of an import part of the project, all in one step, and logs each. */
export function finishBatches(context: WriteContext, batches: readonly FinishedBatch[]): void {
  for (const batch of batches) finishBatch(context, batch);
}

export function finishBatch(context: WriteContext, { batch, sha256, counts, contents }: FinishedBatch): void {
  run(
    context.db,
    `UPDATE batch SET status = 'ready', sha256 = ?, records = ?, imported = ?, duplicates = ?, rejected = ?, messages = ?,
       answers = ?, finished_at = ?
     WHERE id = ?`,
    sha256,
    counts.records,
    counts.imported,
    counts.duplicates,
    counts.rejected,
    contents?.messages ?? 0,
    contents?.answers ?? 0,
    context.now,
    batch,
  );
  const row = get<{ uuid: string; kind: string; file: string; adapter: string }>(
    context.db,
    'SELECT uuid, kind, file, adapter FROM batch WHERE id = ?',
    batch,
  );
  if (!row) throw new Error(`batch ${batch} is gone`);
  const payload = { batch: row.uuid, file: row.file, adapter: row.adapter, sha256, ...counts };
  audit(context, `import.${row.kind}`, payload, contents?.digest);
}

/** Takes back every batch that was not finished; gives back how many there were. Nothing of them was ever visible. */
export function discardUnfinished({ db }: Pick<WriteContext, 'db'>): number {
  const left = all<{ id: number }>(db, "SELECT id FROM batch WHERE status = 'loading'");
  for (const { id } of left) {
    run(
      db,
      `DELETE FROM known_content WHERE (content_hash, conversation_id) IN
         (SELECT content_hash, id FROM conversation WHERE batch_id = ?)`,
      id,
    );
    run(db, 'DELETE FROM batch WHERE id = ?', id);
  }
  return left.length;
}
