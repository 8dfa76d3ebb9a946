import type { BrowsedRow } from '../../../shared/contract/browsing.ts';
import type { Role } from '../../../shared/domain/conversation.ts';
import { excerptOf } from '../../../shared/search/excerpt.ts';
import type { TextQuestion } from '../../../shared/search/question.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { iso } from '../ids.ts';

interface ConversationRow {
  id: number;
  name: string | null;
  content_hash: Buffer;
  created_at: number | null;
  model: string | null;
  language: string | null;
  use_case: string | null;
}

interface MessageRow {
  conversation_id: number;
  candidate: number;
  role: Role;
  length: number;
  opening: string;
}

/** Characters of a message that its row shows at most; the page cuts them to what fits. */
const OPENING = 240;
/** Characters of a message that are searched for something to show. */
const SEARCHED = 200_000;
const AMONG = 'IN (SELECT value FROM json_each(?))';

/** What is shown of conversations in a list, in the order of their ids here. */
export function browseRows(
  db: ReadConnection,
  ids: readonly number[],
  question: TextQuestion | null,
): BrowsedRow[] {
  if (ids.length === 0) return [];
  const among = JSON.stringify(ids);
  const conversations = byId(
    all<ConversationRow>(
      db,
      `SELECT id, name, content_hash, created_at, model, coalesce(language, detected_language) AS language, use_case
       FROM conversation WHERE id ${AMONG}`,
      among,
    ),
  );
  const messages = grouped(
    all<MessageRow>(
      db,
      `SELECT conversation_id, candidate, role, length(text) AS length, substr(text, 1, ${OPENING}) AS opening
       FROM message WHERE conversation_id ${AMONG} ORDER BY conversation_id, position, candidate`,
      among,
    ),
    ({ conversation_id }) => conversation_id,
  );
  const marks = readMarks(db, among);
  return ids.flatMap((id) => {
    const row = conversations.get(id);
    if (!row) return [];
    return {
      ...headOf(row),
      ...shapeOf(messages.get(id) ?? []),
      snippet: question && snippetOf(db, id, question),
      ...marks(id),
    };
  });
}

const headOf = (row: ConversationRow) => ({
  id: row.id,
  ref: row.name ?? row.content_hash.toString('hex'),
  createdAt: row.created_at === null ? null : iso(row.created_at),
  model: row.model,
  language: row.language,
  useCase: row.use_case,
});

function shapeOf(messages: readonly MessageRow[]) {
  const said = messages.filter(({ opening }) => opening.trim() !== '');
  const first = said.find(({ role }) => role === 'user') ?? said[0];
  return {
    turns: messages.filter(({ role }) => role === 'user').length,
    messages: messages.filter(({ candidate }) => candidate === 0).length,
    chars: messages.reduce((sum, { length }) => sum + length, 0),
    candidates: messages.filter(({ candidate }) => candidate > 0).length,
    opening: (first?.opening ?? '').replace(/\s+/gu, ' ').trim(),
  };
}

/** Around the first match, in the first message that has one. */
function snippetOf(db: ReadConnection, id: number, question: TextQuestion): BrowsedRow['snippet'] {
  const rows = all<{ role: Role; text: string }>(
    db,
    `SELECT role, substr(text, 1, ${SEARCHED}) AS text FROM message WHERE conversation_id = ? ORDER BY position, candidate`,
    id,
  );
  for (const { role, text } of rows) {
    const excerpt = excerptOf(question, text);
    if (excerpt) return { role, ...excerpt };
  }
  return null;
}

type Marks = Pick<BrowsedRow, 'feedback' | 'findings' | 'ratings'>;

function readMarks(db: ReadConnection, among: string): (id: number) => Marks {
  const feedback = grouped(
    all<{ id: number; signal: string; value: number | null; times: number }>(
      db,
      `SELECT m.conversation_id AS id, f.signal, f.value, count(*) AS times
       FROM message m JOIN feedback f ON f.message_id = m.id WHERE m.conversation_id ${AMONG}
       GROUP BY m.conversation_id, f.signal, f.value ORDER BY f.signal, f.value`,
      among,
    ),
    ({ id }) => id,
  );
  const findings = grouped(
    all<{ id: number; code: string }>(
      db,
      `SELECT DISTINCT m.conversation_id AS id, g.code FROM message m JOIN finding g ON g.message_id = m.id
       WHERE m.conversation_id ${AMONG} ORDER BY g.code`,
      among,
    ),
    ({ id }) => id,
  );
  const ratings = byId(
    all<{ id: number; n: number }>(
      db,
      `SELECT id, count(*) AS n FROM (
         SELECT DISTINCT m.conversation_id AS id, r.item_id, r.rater_id, r.occasion FROM message m
         JOIN judged_answer j ON j.message_id = m.id JOIN rating r ON r.item_id = j.item_id
         WHERE m.conversation_id ${AMONG} AND r.status = 'submitted') GROUP BY id`,
      among,
    ),
  );
  return (id) => ({
    feedback: (feedback.get(id) ?? []).map(({ signal, value, times }) => ({ signal, value, times })),
    findings: (findings.get(id) ?? []).map(({ code }) => code),
    ratings: ratings.get(id)?.n ?? 0,
  });
}

const byId = <Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.id, row]));

function grouped<Row>(rows: readonly Row[], idOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(idOf(row));
    if (group) group.push(row);
    else groups.set(idOf(row), [row]);
  }
  return groups;
}
