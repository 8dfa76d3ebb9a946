import { createHash, type Hash } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { type Cell, EXTRA_COLUMNS, type PackedConversations, PLACE_COLUMNS } from './packed.ts';

/** Conversations looked at in one query. */
const PAGE = 1000;

/**
 * The messages that the conversations from @first to @last came with; their row ids follow each other as those of the conversations
 * do. What later batches added is told of by those.
 */
const MESSAGES = `BETWEEN (SELECT min(id) FROM message WHERE conversation_id = @first)
  AND (SELECT max(id) FROM message WHERE conversation_id = @last AND batch_id IS NULL)`;

/** A conversation as SQLite writes it below: a JSON list and the end of the line. `hash` is given as Latin-1. */
export const conversationLine = (hash: string, cells: readonly Cell[]): string =>
  `${JSON.stringify([Buffer.from(hash, 'latin1').toString('hex'), ...cells])}\n`;

/**
 * Rows as JSON lists, one a line. SQLite writes them, several times faster than row by row here. Texts, roles and order are in the
 * content hash already.
 */
const FACES = {
  conversations: `SELECT group_concat(json_array(lower(hex(content_hash)), name, created_at, model, model_version, language,
      use_case, groups, metadata) || char(10), '' ORDER BY id) AS lines
    FROM conversation WHERE id BETWEEN @first AND @last AND batch_id = @batch`,
  extras: `SELECT group_concat(json_array(m.conversation_id, m.position, m.candidate, m.name, m.model, m.details) || char(10), ''
      ORDER BY m.id) AS lines
    FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.id ${MESSAGES} AND m.batch_id IS NULL AND c.batch_id = @batch
      AND (m.name IS NOT NULL OR m.model IS NOT NULL OR m.details IS NOT NULL)`,
  feedback: `SELECT group_concat(json_array(m.conversation_id, m.position, m.candidate, f.kind, f.signal, f.value, f.text, f.comment)
      || char(10), '' ORDER BY f.id) AS lines
    FROM feedback f JOIN message m ON m.id = f.message_id JOIN conversation c ON c.id = m.conversation_id
    WHERE f.message_id ${MESSAGES} AND m.batch_id IS NULL AND f.batch_id IS NULL AND c.batch_id = @batch`,
} as const;

/** The extras of a pack whose first conversation has this row id, as SQLite writes them above. */
function extraLines(
  { extras, places }: Pick<PackedConversations, 'extras' | 'places'>,
  first: number,
): string {
  let lines = '';
  for (let message = 0; message * EXTRA_COLUMNS.length < extras.length; message += 1) {
    const from = message * EXTRA_COLUMNS.length;
    const [, name = null, model = null, details = null] = extras.slice(from, from + EXTRA_COLUMNS.length);
    if (name === null && model === null && details === null) continue;
    const [owner = 0, position, candidate] = places.subarray(message * PLACE_COLUMNS.length);
    lines += `${JSON.stringify([first + owner, position, candidate, name, model, details])}\n`;
  }
  return lines;
}

type Kind = keyof typeof FACES;
const KINDS: readonly Kind[] = ['conversations', 'extras', 'feedback'];

interface Stretch {
  /** Row ids of the first and the last conversation. */
  first: number;
  last: number;
}

/** SHA-256 over the conversations of a batch in the order of their row ids, with what is known of their messages, and feedback. */
export class ConversationDigest {
  private readonly hashes: Record<Kind, Hash> = {
    conversations: createHash('sha256'),
    extras: createHash('sha256'),
    feedback: createHash('sha256'),
  };
  private readonly batch: number;

  constructor(batch: number) {
    this.batch = batch;
  }

  /** Takes in what is stored of a stretch of conversations, which must come after those taken in before. */
  add(db: ReadConnection, stretch: Stretch): void {
    for (const kind of KINDS) this.addKind(db, kind, stretch);
  }

  /** The same of a pack that was stored from the row id `first` on. Feedback, which has fractions, is read as SQLite writes it. */
  addPack(
    db: ReadConnection,
    pack: Pick<PackedConversations, 'conversations' | 'extras' | 'feedback' | 'places'>,
    stretch: Stretch,
  ): void {
    this.hashes.conversations.update(pack.conversations);
    if (pack.extras.length > 0) this.hashes.extras.update(extraLines(pack, stretch.first));
    if (pack.feedback.length > 0) this.addKind(db, 'feedback', stretch);
  }

  private addKind(db: ReadConnection, kind: Kind, { first, last }: Stretch): void {
    for (let from = first; from <= last; from += PAGE) {
      const range = { first: from, last: Math.min(from + PAGE - 1, last), batch: this.batch };
      this.hashes[kind].update(get<{ lines: string | null }>(db, FACES[kind], range)?.lines ?? '');
    }
  }

  hex(): string {
    return sha256Hex(KINDS.map((kind) => this.hashes[kind].digest('hex')).join('\n'));
  }
}

/** The digest of all conversations of a batch, by the batch's public id. */
export function digestConversations(db: ReadConnection, batch: string): string {
  const rows = get<{ batch: number; first: number | null; last: number | null }>(
    db,
    `SELECT b.id AS batch, min(c.id) AS first, max(c.id) AS last
     FROM batch b LEFT JOIN conversation c ON c.batch_id = b.id WHERE b.uuid = ?`,
    batch,
  );
  const digest = new ConversationDigest(rows?.batch ?? 0);
  if (rows && rows.first !== null && rows.last !== null)
    digest.add(db, { first: rows.first, last: rows.last });
  return digest.hex();
}
