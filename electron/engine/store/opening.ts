import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';

const OPENING_WORDS = 160;

export interface AnswerRow {
  answer: string;
  conversation: string;
  message: number;
}

const ANSWERS = `SELECT substr(m.text, 1, ${OPENING_WORDS}) AS answer, m.position AS message,
    coalesce(c.name, lower(hex(c.content_hash))) AS conversation
  FROM item i JOIN judged_answer j ON j.item_id = i.id JOIN message m ON m.id = j.message_id
  JOIN conversation c ON c.id = m.conversation_id WHERE i.uuid = ? ORDER BY j.number`;

/** Where a unit stands, and the opening words of its answer: of a comparison, of each that is compared. */
export function openingOf(db: ReadConnection, unit: string): AnswerRow | undefined {
  const [item = '', number] = unit.split('#');
  const rows = all<AnswerRow>(db, ANSWERS, item);
  const [first] = rows;
  if (number !== undefined) return rows[Number(number)];
  if (!first || rows.length === 1) return first;
  return { ...first, answer: rows.map(({ answer }, place) => `${place + 1}: ${answer}`).join(' | ') };
}
