import type { WriteContext } from '../context.ts';
import { count, get, type Parameter, run } from '../db/statements.ts';
import {
  addFaults,
  type Cell,
  CONVERSATION_COLUMNS,
  FEEDBACK_COLUMNS,
  MESSAGE_COLUMNS,
  type NewFault,
  type PackedConversations,
} from './batches.ts';

const HASH_BYTES = 32;
/** Messages a statement takes at once; one call for many rows costs much less than many calls. */
const ROWS = 16;

const row = (width: number): string => `(${Array(width).fill('?').join(', ')})`;

const INSERT_CONVERSATION = `INSERT INTO conversation (uuid, batch_id, content_hash, ${CONVERSATION_COLUMNS.join(', ')})
  VALUES ${row(CONVERSATION_COLUMNS.length + 3)}`;
const MESSAGE_WIDTH = MESSAGE_COLUMNS.length + 2;
const INSERT_MESSAGE = `INSERT INTO message (id, conversation_id, ${MESSAGE_COLUMNS.join(', ')}) VALUES ${row(MESSAGE_WIDTH)}`;
const INSERT_MESSAGES = `${INSERT_MESSAGE}${`, ${row(MESSAGE_WIDTH)}`.repeat(ROWS - 1)}`;
const INSERT_FEEDBACK = `INSERT INTO feedback (${FEEDBACK_COLUMNS.join(', ')}) VALUES ${row(FEEDBACK_COLUMNS.length)}`;

interface Chunk {
  batch: number;
  pack: PackedConversations;
  faults: readonly NewFault[];
}

export interface StoredChunk {
  /** Row id of each conversation of the pack; null where its content was known. */
  ids: (number | null)[];
  messages: number;
}

/** Stores one chunk of conversations, no two of which are alike, and of faults; known content is not stored again. */
export function addConversations(context: WriteContext, { batch, pack, faults }: Chunk): StoredChunk {
  const writer = new MessageWriter(context);
  const messageIds: (number | null)[] = [];
  let message = 0;
  const ids = pack.sizes.map((size, index) => {
    const conversation = addConversation(context, batch, pack, index);
    for (let end = message + size; message < end; message += 1)
      messageIds.push(conversation === null ? null : writer.add(conversation, pack.messages, message));
    return conversation;
  });
  writer.flush();
  addFeedback(context, pack.feedback, messageIds);
  addFaults(context, { batch, faults });
  return { ids, messages: writer.added };
}

/** The new conversation's row id, or null where its content is known. */
function addConversation(
  context: WriteContext,
  batch: number,
  { hashes, conversations }: PackedConversations,
  index: number,
): number | null {
  const hash = Buffer.from(hashes.buffer, hashes.byteOffset + index * HASH_BYTES, HASH_BYTES);
  const cells = conversations.slice(
    index * CONVERSATION_COLUMNS.length,
    (index + 1) * CONVERSATION_COLUMNS.length,
  );
  if (get(context.db, 'SELECT 1 FROM known_content WHERE content_hash = ?', hash)) {
    addAlias(context, batch, hash, cells[0] ?? null);
    return null;
  }
  const { lastInsertRowid } = run(context.db, INSERT_CONVERSATION, context.newId(), batch, hash, ...cells);
  return Number(lastInsertRowid);
}

/** Known content under another id of its source: both ids find it from now on. */
function addAlias(context: WriteContext, batch: number, hash: Uint8Array, name: Cell): void {
  if (name === null) return;
  run(
    context.db,
    `INSERT OR IGNORE INTO conversation_alias (name, conversation_id, batch_id)
     SELECT ?, c.id, ? FROM known_content k JOIN conversation c ON c.id = k.conversation_id
     WHERE k.content_hash = ? AND c.name IS NOT ?`,
    name,
    batch,
    Buffer.from(hash),
    name,
  );
}

/** Makes new content known, in the order of its hashes: 32 bytes and a row id each. */
export function indexContent(
  context: WriteContext,
  { hashes, ids }: { hashes: Uint8Array; ids: readonly number[] },
): void {
  ids.forEach((id, index) => {
    run(
      context.db,
      'INSERT INTO known_content (content_hash, conversation_id) VALUES (?, ?)',
      Buffer.from(hashes.buffer, hashes.byteOffset + index * HASH_BYTES, HASH_BYTES),
      id,
    );
  });
}

/** Names that content which came twice in one file had the second time. */
export function addAliases(
  context: WriteContext,
  { batch, aliases }: { batch: number; aliases: readonly { name: string; hash: Uint8Array }[] },
): void {
  for (const { name, hash } of aliases) addAlias(context, batch, hash, name);
}

/** Gathers messages and writes many with one statement. Row ids are given here, so that feedback can name them. */
class MessageWriter {
  added = 0;
  private readonly context: WriteContext;
  private readonly first: number;
  private waiting: Parameter[] = [];

  constructor(context: WriteContext) {
    this.context = context;
    this.first = count(context.db, 'SELECT coalesce(max(id), 0) + 1 AS n FROM message');
  }

  add(conversation: number, cells: readonly Cell[], index: number): number {
    const id = this.first + this.added;
    this.added += 1;
    this.waiting.push(id, conversation);
    const from = index * MESSAGE_COLUMNS.length;
    for (let at = from; at < from + MESSAGE_COLUMNS.length; at += 1) this.waiting.push(cells[at] ?? null);
    if (this.waiting.length === ROWS * MESSAGE_WIDTH) {
      run(this.context.db, INSERT_MESSAGES, ...this.waiting);
      this.waiting = [];
    }
    return id;
  }

  flush(): void {
    for (let from = 0; from < this.waiting.length; from += MESSAGE_WIDTH)
      run(this.context.db, INSERT_MESSAGE, ...this.waiting.slice(from, from + MESSAGE_WIDTH));
    this.waiting = [];
  }
}

function addFeedback(context: WriteContext, cells: readonly Cell[], ids: readonly (number | null)[]): void {
  for (let from = 0; from < cells.length; from += FEEDBACK_COLUMNS.length) {
    const [message, ...rest] = cells.slice(from, from + FEEDBACK_COLUMNS.length);
    const id = ids[Number(message)];
    if (id !== null && id !== undefined) run(context.db, INSERT_FEEDBACK, id, ...rest);
  }
}
