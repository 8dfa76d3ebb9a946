import type { WriteContext } from '../context.ts';
import { insertion, insertRows } from '../db/insert-rows.ts';
import { count, type Parameter, run } from '../db/statements.ts';
import { addMessages } from './messages.ts';
import {
  type Cell,
  CONVERSATION_COLUMNS,
  FEEDBACK_COLUMNS,
  FINDING_COLUMNS,
  type PackedConversations,
  REDACTION_COLUMNS,
} from './packed.ts';
import { addFaults, type NewFault } from './quarantine.ts';

const HASH_BYTES = 32;

const CONVERSATIONS = insertion('conversation', [
  'batch_id',
  'content_hash',
  ...CONVERSATION_COLUMNS,
  'detected_language',
]);
const FEEDBACK = insertion('feedback', FEEDBACK_COLUMNS);
const FINDINGS = insertion('finding', FINDING_COLUMNS);
const REDACTIONS = insertion('redaction', REDACTION_COLUMNS);
const KNOWN_CONTENT = insertion('known_content', ['content_hash', 'conversation_id']);

interface Chunk {
  batch: number;
  pack: PackedConversations;
  faults: readonly NewFault[];
}

/**
 * Stores one chunk of conversations whose content is new, and of faults. Gives back the first conversation's row id; those of
 * the others follow it.
 */
export function addConversations(context: WriteContext, { batch, pack, faults }: Chunk): number {
  // SQLite numbers new rows on from the last, and nothing else writes within this transaction.
  const first = nextId(context, 'conversation');
  const firstMessage = nextId(context, 'message');
  insertRows(context.db, CONVERSATIONS, conversationCells(batch, pack));
  addMessages(context.db, first, pack);
  insertRows(context.db, FEEDBACK, ofMessages(firstMessage, pack.feedback, FEEDBACK_COLUMNS.length));
  insertRows(context.db, FINDINGS, ofMessages(firstMessage, pack.findings, FINDING_COLUMNS.length));
  insertRows(context.db, REDACTIONS, ofMessages(firstMessage, pack.redactions, REDACTION_COLUMNS.length));
  addFaults(context, { batch, faults });
  return first;
}

const nextId = ({ db }: WriteContext, table: 'conversation' | 'message'): number =>
  count(db, `SELECT coalesce(max(id), 0) + 1 AS n FROM ${table}`);

const hashAt = ({ buffer, byteOffset }: Uint8Array, index: number): Buffer =>
  Buffer.from(buffer, byteOffset + index * HASH_BYTES, HASH_BYTES);

function conversationCells(
  batch: number,
  { hashes, conversations, detectedLanguages }: PackedConversations,
): Parameter[] {
  const rows: [hash: string, ...cells: Cell[]][] = JSON.parse(
    `[${conversations.trimEnd().replaceAll('\n', ',')}]`,
  );
  return rows.flatMap(([, ...cells], index) => [
    batch,
    hashAt(hashes, index),
    ...cells,
    detectedLanguages[index] ?? null,
  ]);
}

/** The first cell of each row names a message by its index in the pack. */
const ofMessages = (firstMessage: number, cells: readonly Cell[], width: number): Parameter[] =>
  cells.map((cell, at) => (at % width === 0 ? firstMessage + Number(cell) : cell));

/** Makes new content known, in the order of its hashes: 32 bytes and a row id each. */
export function indexContent(
  context: WriteContext,
  { hashes, ids }: { hashes: Uint8Array; ids: readonly number[] },
): void {
  insertRows(
    context.db,
    KNOWN_CONTENT,
    ids.flatMap((id, index): Parameter[] => [hashAt(hashes, index), id]),
  );
}

/** Known content under another id of its source: both ids find it from now on. */
export function addAliases(
  context: WriteContext,
  { batch, aliases }: { batch: number; aliases: readonly { name: string; conversation: number }[] },
): void {
  for (const { name, conversation } of aliases)
    run(
      context.db,
      `INSERT OR IGNORE INTO conversation_alias (name, conversation_id, batch_id)
       SELECT ?, id, ? FROM conversation WHERE id = ? AND name IS NOT ?`,
      name,
      batch,
      conversation,
      name,
    );
}
