import { createHash } from 'node:crypto';
import { type Conversation, type Message, messageFace } from '../../../shared/domain/conversation.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import {
  type MessageText,
  originalOf,
  REDACTIONS_OF_MESSAGE,
  readRedactions,
} from '../store/original-text.ts';
import type { Arrivals } from './arrivals.ts';

/** Conversations of one name that are compared with a new one of that name. */
const COMPARED = 50;

const IS_NAMED = `SELECT 1 FROM conversation WHERE id = @id AND name = @name
  UNION ALL SELECT 1 FROM conversation_alias WHERE conversation_id = @id AND name = @name`;
/** Those of a name that are longer. */
const LONGER = `SELECT id FROM (
    SELECT id FROM (SELECT id FROM conversation WHERE name = @name ORDER BY id LIMIT ${COMPARED})
    UNION SELECT conversation_id FROM conversation_alias WHERE name = @name LIMIT ${COMPARED}) named
  WHERE EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = named.id AND m.position = @length)
    OR EXISTS (SELECT 1 FROM staged_message s WHERE s.conversation_id = named.id AND s.position = @length)`;
const END = `SELECT coalesce(max(position), -1) + 1 AS messages, coalesce(max(candidate), 0) AS candidates
  FROM message WHERE conversation_id = ?`;
const OPENING = `SELECT m.position, m.candidate, m.role, m.text, m.parts, ${REDACTIONS_OF_MESSAGE} AS redactions
  FROM message m WHERE m.conversation_id = @id AND m.position < @length
  UNION ALL
  SELECT s.position, s.candidate, s.role, s.text, s.parts,
    (SELECT json_group_array(json_array(r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 4)) FROM json_each(s.redactions) r)
  FROM staged_message s WHERE s.conversation_id = @id AND s.position < @length
  ORDER BY 1, 2`;

/** How a conversation, whose content is new and whose name is not, stands to those of its name. */
export type Relation =
  /** It goes on where that one ends, which has so many messages. */
  | { kind: 'continues'; id: number; from: number }
  /** That one begins with all of it. */
  | { kind: 'begins'; id: number }
  | { kind: 'other' };

/** Looks for the conversation that another one continues, or is the beginning of. */
export function relationOf(
  arrivals: Arrivals,
  conversation: Conversation,
  name: string,
  holds: (id: number) => boolean,
): Relation {
  const { db } = arrivals;
  for (const { id, length } of knownOpenings(arrivals, conversation)) {
    // In a trial the ones before it in the file are not there to be asked; the same opening under the same name is taken for one.
    const isStored = holds(id);
    if (isStored && !get(db, IS_NAMED, { id, name })) continue;
    const end = arrivals.ends.get(id) ?? (isStored ? endOf(db, id) : { messages: length, candidates: 0 });
    if (end.messages === length && end.candidates === 0) return { kind: 'continues', id, from: length };
  }
  const longer = all<{ id: number }>(db, LONGER, { name, length: conversation.messages.length });
  const beginning = longer.find(({ id }) => beginsWith(db, id, conversation));
  return beginning ? { kind: 'begins', id: beginning.id } : { kind: 'other' };
}

const endOf = (db: ReadConnection, id: number): { messages: number; candidates: number } =>
  get<{ messages: number; candidates: number }>(db, END, id) ?? { messages: 0, candidates: 0 };

/** Conversations whose whole content is the first messages of this one, the longest first. */
function knownOpenings(arrivals: Arrivals, { messages }: Conversation): { id: number; length: number }[] {
  const hashes = openingHashes(messages);
  const inProject = arrivals.known.find(hashes);
  return hashes
    .map((hash, index) => {
      const place = arrivals.known.seen.indexOf(hash);
      const id = inProject.get(index)?.id ?? (place === null ? undefined : arrivals.rowId(place));
      return id === undefined ? null : { id, length: index + 1 };
    })
    .filter((found) => found !== null)
    .reverse();
}

/** The content hashes of the first message, of the first two, and so on up to all, each without candidates. */
function openingHashes(messages: readonly Message[]): string[] {
  const hash = createHash('sha256').update('[[');
  return messages.map((message, index) => {
    hash.update(`${index === 0 ? '' : ','}${JSON.stringify(messageFace(message))}`);
    return hash.copy().update('],[]]').digest('binary');
  });
}

interface OpeningRow extends MessageText {
  position: number;
  candidate: number;
  role: Message['role'];
  redactions: string | null;
}

/** True where the stored conversation has these messages first, and no other answers among them. */
function beginsWith(db: ReadConnection, id: number, { messages, candidates }: Conversation): boolean {
  if (candidates.length > 0) return false;
  const rows = all<OpeningRow>(db, OPENING, { id, length: messages.length });
  return (
    rows.length === messages.length &&
    rows.every((row, index) => {
      const message = messages[index];
      return (
        row.candidate === 0 &&
        message !== undefined &&
        storedFace(row) === JSON.stringify(messageFace(message))
      );
    })
  );
}

function storedFace(row: OpeningRow): string {
  const { text, parts } = originalOf(row, readRedactions(row.redactions));
  return JSON.stringify(parts === null ? [row.role, text] : [row.role, text, JSON.parse(parts)]);
}
