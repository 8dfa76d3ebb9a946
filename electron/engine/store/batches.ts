import { audit, type WriteContext } from '../context.ts';
import { all, get, run } from '../db/statements.ts';
import { publishAdditions } from './additions.ts';
import { joinTwins, resolveMended, type StoodAt } from './mended.ts';

/** Conversations that are taken back in one step. */
const STEP = 300;

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
  conversations: number;
  messages: number;
  /** Messages that a rater can judge. */
  answers: number;
  /** Records that added something to conversations known before. */
  merged: number;
  /** Conversations known before that went on. */
  continued: number;
  /** Feedback added to messages known before. */
  feedback: number;
  /** Records in which characters had to be replaced. */
  repaired: number;
  /** Digests of the conversations and of what was rejected. */
  digests: { conversations: string; quarantine: string };
  layout: { framing: string; encoding: string | null; header: string | null } | null;
  /** What was found in the file as a whole, as JSON; null where nothing was looked for. */
  report: string | null;
}

export interface BatchHandle {
  id: number;
  uuid: string;
}

/** Opens a batch; what goes into it is not part of the project until it is finished. */
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

interface FinishedBatch {
  batch: number;
  /** Of the file. */
  sha256: string;
  counts: BatchCounts;
  contents?: Contents;
  /** Rejected records that the file was written to be mended for. */
  stood?: readonly StoodAt[];
}

/** Makes the batches of an import part of the project, all in one step, and logs each. */
export function finishBatches(context: WriteContext, batches: readonly FinishedBatch[]): void {
  for (const batch of batches) finishBatch(context, batch);
}

export function finishBatch(
  context: WriteContext,
  { batch, sha256, counts, contents, stood = [] }: FinishedBatch,
): void {
  const { db } = context;
  run(
    db,
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
    db,
    'SELECT uuid, kind, file, adapter FROM batch WHERE id = ?',
    batch,
  );
  if (!row) throw new Error(`batch ${batch} is gone`);
  if (counts.rejected > 0) joinTwins(context, batch);
  const resolved = resolveMended(context, { batch, stood });
  const payload = {
    ...{ batch: row.uuid, file: row.file, adapter: row.adapter, sha256, ...counts },
    ...(resolved > 0 ? { resolved } : {}),
  };
  if (!contents) {
    audit(context, `import.${row.kind}`, payload);
    return;
  }
  addContents(context, batch, contents);
  const { conversations, merged, continued, feedback, repaired, digests } = contents;
  audit(
    context,
    `import.${row.kind}`,
    { ...payload, conversations, merged, continued, feedback, repaired },
    digests,
  );
}

function addContents({ db }: WriteContext, batch: number, contents: Contents): void {
  const { conversations, merged, repaired, layout, report } = contents;
  run(
    db,
    'UPDATE batch SET conversations = ?, merged = ?, repaired = ?, framing = ?, encoding = ?, header = ? WHERE id = ?',
    conversations,
    merged,
    repaired,
    layout?.framing ?? null,
    layout?.encoding ?? null,
    layout?.header ?? null,
    batch,
  );
  if (report !== null) run(db, 'INSERT INTO batch_report (batch_id, body) VALUES (?, ?)', batch, report);
  if (contents.continued > 0 || contents.feedback > 0) publishAdditions(db, batch);
}

const unfinished = ({ db }: Pick<WriteContext, 'db'>): { id: number }[] =>
  all<{ id: number }>(db, "SELECT id FROM batch WHERE status = 'loading'");

/** Takes back every batch that was not finished; gives back how many there were. Nothing of them was ever visible. */
export function discardUnfinished(context: Pick<WriteContext, 'db'>): number {
  const left = unfinished(context);
  for (let more = left.length > 0; more; ) more = discardSome(context);
  return left.length;
}

/** Takes back a part of the batches that are not finished; false where none is left. */
export function discardSome(context: Pick<WriteContext, 'db'>): boolean {
  const { db } = context;
  const last = unfinished(context).at(-1)?.id;
  if (last === undefined) return false;
  // Those of a batch that was never finished are the last of the table.
  const rows = all<{ id: number }>(
    db,
    'SELECT id FROM conversation WHERE batch_id = ? ORDER BY id DESC LIMIT ?',
    last,
    STEP,
  );
  const [newest, oldest] = [rows[0]?.id, rows.at(-1)?.id];
  if (newest === undefined || oldest === undefined) {
    run(
      db,
      `DELETE FROM known_content WHERE (content_hash, conversation_id) IN
         (SELECT content_hash, conversation_id FROM continuation WHERE batch_id = ?)`,
      last,
    );
    run(db, 'DELETE FROM batch WHERE id = ?', last);
    return true;
  }
  run(
    db,
    `DELETE FROM known_content WHERE (content_hash, conversation_id) IN
       (SELECT content_hash, id FROM conversation WHERE id BETWEEN ? AND ? AND batch_id = ?)`,
    oldest,
    newest,
    last,
  );
  run(db, 'DELETE FROM conversation WHERE id BETWEEN ? AND ? AND batch_id = ?', oldest, newest, last);
  return true;
}
