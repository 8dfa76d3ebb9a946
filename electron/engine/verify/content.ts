import { isJudgeable, messageFace, type Part, type Role } from '../../../shared/domain/conversation.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each, get } from '../db/statements.ts';
import { sameBytes, sha256 } from '../digest.ts';
import { PACKET_ADAPTER, packetContentKey } from '../packets/packet-content.ts';
import { originalOf, REDACTIONS_OF_MESSAGE, readRedactions } from '../store/original-text.ts';
import { type Continuation, Continuations } from './continuations.ts';
import type { Finding } from './finding.ts';

interface MessageRow {
  conversation_id: number;
  content_hash: Buffer;
  position: number;
  candidate: number;
  judgeable: number;
  /** Null in the one row of a conversation that has lost its messages. */
  role: Role | null;
  text: string;
  parts: string | null;
  /** Null for what came with the conversation. */
  batch_id: number | null;
  redactions: string | null;
  /** The item that the conversation came for, where it came with a packet. */
  packet_item: string | null;
}

/** Personal data was replaced after the content was digested, so it is put back to digest it again. */
const messages = (redactions: string): string =>
  `SELECT c.id AS conversation_id, c.content_hash, m.position, m.candidate, m.judgeable, m.role, m.text, m.parts, m.batch_id,
     ${redactions} AS redactions,
     CASE WHEN c.batch_id IN (SELECT id FROM batch WHERE adapter = '${PACKET_ADAPTER}') THEN c.name END AS packet_item
   FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id
   ORDER BY c.id, m.position, m.candidate`;

/** The first conversation whose messages no longer give the hashes it is known by. */
export function judgeConversations(db: ReadConnection): Finding | null {
  const hasRedactions = get(db, 'SELECT 1 FROM redaction LIMIT 1') !== undefined;
  const continuations = new Continuations(db);
  let rows: MessageRow[] = [];
  for (const row of each<MessageRow>(db, messages(hasRedactions ? REDACTIONS_OF_MESSAGE : 'NULL'))) {
    if (rows[0] && rows[0].conversation_id !== row.conversation_id) {
      const finding = judge(rows, continuations);
      if (finding) return finding;
      rows = [];
    }
    rows.push(row);
  }
  return judge(rows, continuations) ?? judgeKnownContent(db);
}

/** The first conversation that importing again would not recognise. */
function judgeKnownContent(db: ReadConnection): Finding | null {
  const row = get<{ id: number }>(
    db,
    `SELECT c.id FROM ready_conversation c LEFT JOIN known_content k ON k.content_hash = c.content_hash
     WHERE k.conversation_id IS NOT c.id
     UNION ALL
     SELECT n.conversation_id FROM continuation n JOIN batch b ON b.id = n.batch_id AND b.status = 'ready'
     LEFT JOIN known_content k ON k.content_hash = n.content_hash WHERE k.conversation_id IS NOT n.conversation_id
     ORDER BY 1 LIMIT 1`,
  );
  if (!row) return null;
  return {
    table: 'conversation',
    sequence: row.id,
    sentence: `Conversation ${row.id} is not found by its content.`,
  };
}

function judge(rows: MessageRow[], continuations: Continuations): Finding | null {
  const first = rows[0];
  if (!first) return null;
  const later = continuations.of(first.conversation_id);
  if (holds(rows, first.content_hash, later) && areInPlace(rows)) return null;
  return {
    table: 'conversation',
    sequence: first.conversation_id,
    sentence: `The messages of conversation ${first.conversation_id} are not those that were imported.`,
  };
}

/** True where what came first has its hash, and so has what was there after each time the conversation went on. */
function holds(rows: MessageRow[], hash: Buffer, continuations: readonly Continuation[]): boolean {
  const own = rows.filter(({ batch_id }) => batch_id === null);
  if (!sameBytes(hash, sha256(storedKey(own)))) return false;
  const last = continuations.at(-1);
  const total = last ? last.messages + last.candidates : own.length;
  if (rows.length !== total) return false;
  return continuations.every(({ content_hash, messages: context, candidates }) => {
    const then = rows.filter(({ position, candidate }) =>
      candidate === 0 ? position < context : candidates > 0 && position === context,
    );
    return sameBytes(content_hash, sha256(storedKey(then)));
  });
}

/** True where messages are numbered and marked as the import does it; rows come in the order of their numbers. */
function areInPlace(rows: MessageRow[]): boolean {
  const context = rows.filter(({ candidate }) => candidate === 0).length;
  return rows.every(({ position, candidate, judgeable, role, text }, index) => {
    const isNumbered =
      index < context
        ? position === index && candidate === 0
        : position === context && candidate === index - context + 1;
    return role !== null && isNumbered && (judgeable === 1) === isJudgeable({ role, text });
  });
}

/** The content key, as `contentKey` makes it at import, of messages as they are stored. */
function storedKey(rows: MessageRow[]): string {
  const faces = (own: MessageRow[]) =>
    own.flatMap((row) => {
      if (row.role === null) return [];
      const { text, parts } = originalOf(row, readRedactions(row.redactions));
      return [messageFace({ role: row.role, text, parts: parts === null ? null : readParts(parts) })];
    });
  const key = JSON.stringify([
    faces(rows.filter(({ candidate }) => candidate === 0)),
    faces(rows.filter(({ candidate }) => candidate > 0)),
  ]);
  const item = rows[0]?.packet_item ?? null;
  return item === null ? key : packetContentKey(key, item);
}

/** Damaged JSON still gives something to hash, which then does not match. */
function readParts(text: string): Part[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
