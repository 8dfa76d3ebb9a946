import type { Role } from '../../../shared/domain/conversation.ts';
import { audit, type WriteContext } from '../context.ts';
import { count, get, run } from '../db/statements.ts';

/** A message ready to be stored; JSON columns are already text. */
export interface NewMessage {
  position: number;
  candidate: number;
  role: Role;
  judgeable: boolean;
  text: string;
  parts: string | null;
  name: string | null;
  createdAt: number | null;
  model: string | null;
  latencyMs: number | null;
  usage: string | null;
  metadata: string | null;
  feedback: {
    kind: 'explicit' | 'implicit';
    signal: string;
    value: number | null;
    text: string | null;
    comment: string | null;
  }[];
}

export interface NewConversation {
  /** SHA-256 of the content key. */
  contentHash: Uint8Array;
  name: string | null;
  createdAt: number | null;
  model: string | null;
  modelVersion: string | null;
  language: string | null;
  useCase: string | null;
  groups: string | null;
  metadata: string | null;
  messages: NewMessage[];
}

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

export interface BatchHandle {
  id: number;
  uuid: string;
}

/** Opens a batch; what goes into it is not part of the project until it is finished. */
export function beginBatch(context: WriteContext, batch: NewBatch): BatchHandle {
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

interface Chunk {
  batch: number;
  conversations: readonly NewConversation[];
  faults: readonly NewFault[];
}

/** Stores one chunk of conversations and faults; what is known already counts as a duplicate. */
export function addConversations(
  context: WriteContext,
  { batch, conversations, faults }: Chunk,
): { imported: number; duplicates: number; messages: number } {
  let imported = 0;
  let messages = 0;
  for (const conversation of conversations) {
    if (!addConversation(context, batch, conversation)) continue;
    imported += 1;
    messages += conversation.messages.length;
  }
  addFaults(context, { batch, faults });
  return { imported, duplicates: conversations.length - imported, messages };
}

function addConversation(context: WriteContext, batch: number, conversation: NewConversation): boolean {
  const hash = Buffer.from(conversation.contentHash);
  const { changes, lastInsertRowid } = run(
    context.db,
    `INSERT INTO conversation (uuid, batch_id, content_hash, created_at, model, model_version, language, use_case, groups, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_hash) DO NOTHING`,
    context.newId(),
    batch,
    hash,
    conversation.createdAt,
    conversation.model,
    conversation.modelVersion,
    conversation.language,
    conversation.useCase,
    conversation.groups,
    conversation.metadata,
  );
  const isNew = changes > 0;
  const id = isNew ? Number(lastInsertRowid) : knownConversation(context, hash);
  if (conversation.name !== null)
    run(
      context.db,
      'INSERT OR IGNORE INTO conversation_name (name, conversation_id, batch_id) VALUES (?, ?, ?)',
      conversation.name,
      id,
      batch,
    );
  if (isNew) for (const message of conversation.messages) addMessage(context, id, message);
  return isNew;
}

const knownConversation = (context: WriteContext, hash: Buffer): number =>
  count(context.db, 'SELECT id AS n FROM conversation WHERE content_hash = ?', hash);

function addMessage(context: WriteContext, conversation: number, message: NewMessage): void {
  const { lastInsertRowid } = run(
    context.db,
    `INSERT INTO message (conversation_id, position, candidate, role, judgeable, text, parts, name, created_at, model, latency_ms, usage, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    conversation,
    message.position,
    message.candidate,
    message.role,
    message.judgeable ? 1 : 0,
    message.text,
    message.parts,
    message.name,
    message.createdAt,
    message.model,
    message.latencyMs,
    message.usage,
    message.metadata,
  );
  for (const { kind, signal, value, text, comment } of message.feedback)
    run(
      context.db,
      'INSERT INTO feedback (message_id, kind, signal, value, text, comment) VALUES (?, ?, ?, ?, ?, ?)',
      lastInsertRowid,
      kind,
      signal,
      value,
      text,
      comment,
    );
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

/** Makes the batch part of the project, in one step, and logs the act. */
export function finishBatch(
  context: WriteContext,
  { batch, sha256, counts }: { batch: number; sha256: string; counts: BatchCounts },
): void {
  run(
    context.db,
    `UPDATE batch SET status = 'ready', sha256 = ?, records = ?, imported = ?, duplicates = ?, rejected = ?, finished_at = ?
     WHERE id = ?`,
    sha256,
    counts.records,
    counts.imported,
    counts.duplicates,
    counts.rejected,
    context.now,
    batch,
  );
  const row = get<{ uuid: string; kind: string; file: string; adapter: string }>(
    context.db,
    'SELECT uuid, kind, file, adapter FROM batch WHERE id = ?',
    batch,
  );
  if (!row) throw new Error(`batch ${batch} is gone`);
  audit(context, `import.${row.kind}`, {
    batch: row.uuid,
    file: row.file,
    adapter: row.adapter,
    sha256,
    ...counts,
  });
}

/** Takes back a batch that was not finished. */
export function discardBatch(context: WriteContext, { batch }: { batch: number }): void {
  run(context.db, "DELETE FROM batch WHERE id = ? AND status = 'loading'", batch);
}
