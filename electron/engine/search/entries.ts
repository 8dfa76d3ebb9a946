import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import type { Entry } from './block.ts';
import type { Coder } from './dictionary.ts';
import { type Answers, type ConversationRow, FactSets, type FeedbackRow, feedbackCodes } from './facts.ts';

interface MessagesRow extends Answers {
  id: number;
  messages: number;
  turns: number;
  candidates: number;
  shortest: number | null;
  longest: number | null;
  first: number;
  last: number;
  /** Messages that came later than the conversation. */
  added: number;
}

const CONVERSATIONS = `SELECT c.id, b.uuid AS batch, c.created_at, c.model, c.model_version,
    coalesce(c.language, c.detected_language) AS language, c.use_case, c.groups
  FROM conversation c JOIN batch b ON b.id = c.batch_id WHERE c.id BETWEEN ? AND ? AND b.status = 'ready' ORDER BY c.id`;

const MESSAGES = `SELECT conversation_id AS id, sum(candidate = 0) AS messages, sum(role = 'user') AS turns,
    sum(candidate > 0) AS candidates, sum(judgeable) AS answers, count(iif(judgeable = 1, model, NULL)) AS named,
    min(model) IS NOT max(model) AS several, min(iif(judgeable = 1, length(text), NULL)) AS shortest,
    max(iif(judgeable = 1, length(text), NULL)) AS longest, min(id) AS first, max(id) AS last, count(batch_id) AS added
  FROM message WHERE conversation_id BETWEEN ? AND ? GROUP BY conversation_id`;

const MODELS = `SELECT DISTINCT conversation_id AS id, model FROM message
  WHERE conversation_id BETWEEN ? AND ? AND judgeable = 1 AND model IS NOT NULL`;

/** Of several thumbs on an answer the one down counts. */
const FEEDBACK = 'f.signal, min(f.value) AS value, count(f.comment) AS comments';
const BY_SIGNAL = 'GROUP BY f.message_id, f.signal';
/** Of the messages in a range of ids, few of which have any; */
const MARKED =
  'm.id = f.message_id WHERE f.message_id BETWEEN ? AND ? AND m.conversation_id BETWEEN ? AND ? AND m.judgeable = 1';
/** and where messages were added later, so that their ids are far apart, of each message. */
const OF_EACH = 'f.message_id = m.id WHERE m.conversation_id BETWEEN ? AND ? AND m.judgeable = 1';

const MARKS = {
  near: {
    feedback: `SELECT m.conversation_id AS id, ${FEEDBACK} FROM feedback f CROSS JOIN message m ON ${MARKED} ${BY_SIGNAL}`,
    findings: `SELECT m.conversation_id AS id, f.code FROM finding f CROSS JOIN message m ON ${MARKED}`,
  },
  apart: {
    feedback: `SELECT m.conversation_id AS id, ${FEEDBACK} FROM message m CROSS JOIN feedback f ON ${OF_EACH} ${BY_SIGNAL}`,
    findings: `SELECT m.conversation_id AS id, f.code FROM message m CROSS JOIN finding f ON ${OF_EACH}`,
  },
} as const;

/** The facts of the project's conversations in a range of ids, both ends included, in the order of their ids. */
export function readEntries(db: ReadConnection, coder: Coder, from: number, to: number): Entry[] {
  const rows = all<ConversationRow>(db, CONVERSATIONS, from, to);
  const messages = all<MessagesRow>(db, MESSAGES, from, to);
  const byId = new Map(messages.map((row) => [row.id, row]));
  const marks = readMarks(db, coder, messages, from, to);
  const sets = new FactSets(coder);
  return rows.map((row) => {
    const own = byId.get(row.id);
    const codes = sets.of(row, own);
    const more = marks.get(row.id);
    return entryOf(row, own, more ? sets.with(codes, more) : codes);
  });
}

/** Models that answers name, what users did with them and what was found in them. */
function readMarks(
  db: ReadConnection,
  coder: Coder,
  messages: readonly MessagesRow[],
  from: number,
  to: number,
): Map<number, number[]> {
  const marks = new Map<number, number[]>();
  const add = (id: number, codes: number[]): void => {
    const known = marks.get(id);
    if (known) known.push(...codes);
    else marks.set(id, codes);
  };
  if (messages.some(({ named }) => named > 0))
    for (const { id, model } of all<{ id: number; model: string }>(db, MODELS, from, to))
      add(id, [coder.codeOf('model', model)]);
  const isNear = messages.every(({ added }) => added === 0);
  const first = messages.reduce((least, row) => Math.min(least, row.first), Number.MAX_SAFE_INTEGER);
  const last = messages.reduce((most, row) => Math.max(most, row.last), 0);
  const range = isNear ? [first, last, from, to] : [from, to];
  const { feedback, findings } = MARKS[isNear ? 'near' : 'apart'];
  for (const row of all<FeedbackRow>(db, feedback, ...range)) add(row.id, feedbackCodes(coder, row));
  for (const { id, code } of all<{ id: number; code: string }>(db, findings, ...range))
    add(id, [coder.codeOf('finding', code)]);
  return marks;
}

const entryOf = (row: ConversationRow, own: MessagesRow | undefined, codes: readonly number[]): Entry => ({
  id: row.id,
  time: row.created_at,
  messages: own?.messages ?? 0,
  turns: own?.turns ?? 0,
  candidates: own?.candidates ?? 0,
  shortest: own?.shortest ?? 0,
  longest: own?.longest ?? 0,
  codes,
});
