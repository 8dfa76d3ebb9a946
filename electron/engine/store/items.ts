import { Fault } from '../../../shared/contract/errors.ts';
import type { Part, Role } from '../../../shared/domain/conversation.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';

export interface ItemRow {
  id: number;
  uuid: string;
  ref: string;
}

/** An answer by content: it means the same in every project that holds the conversation. */
export const itemRef = (contentHash: Buffer, position: number, candidate: number): string =>
  `${contentHash.toString('hex')}:${position}:${candidate}`;

/** The item for a message, made if no one asked for it before. */
export function ensureItem(context: WriteContext, messageId: number): ItemRow {
  const known = get<ItemRow>(context.db, 'SELECT id, uuid, ref FROM item WHERE message_id = ?', messageId);
  if (known) return known;
  const place = get<{ content_hash: Buffer; position: number; candidate: number }>(
    context.db,
    'SELECT c.content_hash, m.position, m.candidate FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.id = ?',
    messageId,
  );
  if (!place) throw new Fault('ITEM_UNKNOWN', 'The answer is not in this project.');
  const uuid = context.newId();
  const ref = itemRef(place.content_hash, place.position, place.candidate);
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO item (uuid, message_id, ref, created_at) VALUES (?, ?, ?, ?)',
    uuid,
    messageId,
    ref,
    context.now,
  );
  return { id: Number(lastInsertRowid), uuid, ref };
}

export interface StoredMessage {
  role: Role;
  text: string;
  parts: Part[] | null;
}

interface MessageRow {
  role: Role;
  text: string;
  parts: string | null;
  candidate: number;
}

const hydrate = ({ role, text, parts }: MessageRow): StoredMessage => ({
  role,
  text,
  parts: parts === null ? null : JSON.parse(parts),
});

export interface ItemInContext {
  /** The messages before, oldest first. */
  context: StoredMessage[];
  /** The answer; of a comparison its candidates, in the order of their numbers. */
  answers: [StoredMessage, ...StoredMessage[]];
}

interface PlaceRow {
  conversation_id: number;
  position: number;
  candidate: number;
}

const PLACE =
  'SELECT m.conversation_id, m.position, m.candidate FROM item i JOIN message m ON m.id = i.message_id WHERE i.id = ?';
const CANDIDATE_PLACES = `SELECT m.conversation_id, m.position, m.candidate FROM comparison_candidate k JOIN message m ON m.id = k.message_id
  WHERE k.item_id = ? ORDER BY k.number`;

/** Where the answer of an item stands, or where its candidates do, in the order of their numbers. */
function placesOf(db: ReadConnection, itemId: number): PlaceRow[] {
  const place = get<PlaceRow>(db, PLACE, itemId);
  return place ? [place] : all<PlaceRow>(db, CANDIDATE_PLACES, itemId);
}

/** What an item is about, with what was said before. */
export function itemInContext(db: ReadConnection, itemId: number): ItemInContext {
  const places = placesOf(db, itemId);
  const [first] = places;
  if (!first) throw new Fault('ITEM_UNKNOWN', 'The item is not in this project.');
  const rows = all<MessageRow & { position: number }>(
    db,
    'SELECT role, text, parts, position, candidate FROM message WHERE conversation_id = ? AND position <= ? ORDER BY position, candidate',
    first.conversation_id,
    first.position,
  );
  const answers = places.flatMap(
    (place) =>
      rows.find(({ position, candidate }) => position === place.position && candidate === place.candidate) ??
      [],
  );
  const [answer, ...others] = answers.map(hydrate);
  if (!answer) throw new Fault('ITEM_UNKNOWN', 'The answer is not in this project.');
  return {
    context: rows.filter(({ position }) => position < first.position).map(hydrate),
    answers: [answer, ...others],
  };
}

/**
 * The message that a rating names: conversation by a source's id, message by its index or its own id.
 * For a conversation with candidates an index past the context names the candidates in turn.
 */
export function findMessage(
  db: ReadConnection,
  conversation: string,
  message: number | string,
): { id: number; text: string } | undefined {
  const owner = get<{ id: number }>(
    db,
    `SELECT c.id FROM ready_conversation c WHERE c.id IN (
       SELECT id FROM conversation WHERE name = ? UNION SELECT conversation_id FROM conversation_alias WHERE name = ?)
     ORDER BY c.id LIMIT 1`,
    conversation,
    conversation,
  );
  if (!owner) return undefined;
  if (typeof message === 'string')
    return get(
      db,
      'SELECT id, text FROM message WHERE conversation_id = ? AND name = ? AND judgeable = 1',
      owner.id,
      message,
    );
  return get(
    db,
    `SELECT id, text FROM (
       SELECT id, text, judgeable, row_number() OVER (ORDER BY position, candidate) - 1 AS place
       FROM message WHERE conversation_id = ?) WHERE place = ? AND judgeable = 1`,
    owner.id,
    message,
  );
}
