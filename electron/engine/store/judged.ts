import type { Recipe } from '../../../shared/contract/reporting.ts';
import { type Message, messageFace, type Role } from '../../../shared/domain/conversation.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import { bareMessage } from '../../../shared/formats/bare.ts';
import type { JudgedContext } from '../../../shared/formats/export/judged.ts';
import { judgedAnswer } from '../../../shared/formats/export/score.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { originalOf, REDACTIONS_OF_MESSAGE, readRedactions } from './original-text.ts';
import { readBody } from './ratings.ts';
import { placeholdersOf } from './redactions.ts';

interface JudgedRow {
  item_id: number;
  conversation_id: number;
  position: number;
  candidate: number;
  text: string;
  redactions: string | null;
  name: string | null;
  content_hash: Buffer;
  body: string;
}

interface ContextRow {
  role: Role;
  text: string;
  parts: string | null;
  redactions: string | null;
}

const JUDGED = `SELECT r.item_id, m.conversation_id, m.position, m.candidate, m.text, ${REDACTIONS_OF_MESSAGE} AS redactions,
    c.name, c.content_hash, r.body
  FROM rating r JOIN item i ON i.id = r.item_id JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id
  WHERE r.status = 'submitted' AND r.occasion = 0 AND r.rubric = ? AND r.item_id NOT IN (SELECT item_id FROM gold)
  ORDER BY r.item_id, r.rater_id`;

/** One answer's rows together. */
function* byItem(db: ReadConnection, rubric: Rubric): Generator<[JudgedRow, Rating[]]> {
  let current: [JudgedRow, Rating[]] | null = null;
  for (const row of each<JudgedRow>(db, JUDGED, rubricRef(rubric))) {
    if (current && current[0].item_id !== row.item_id) {
      yield current;
      current = null;
    }
    current ??= [row, []];
    current[1].push(readBody(row.body));
  }
  if (current) yield current;
}

function readContext(
  db: ReadConnection,
  { conversation_id, position }: JudgedRow,
  personalData: Recipe['personalData'],
): Message[] {
  const rows = all<ContextRow>(
    db,
    `SELECT m.role, m.text, m.parts, ${REDACTIONS_OF_MESSAGE} AS redactions FROM message m
     WHERE m.conversation_id = ? AND m.position < ? AND m.candidate = 0 ORDER BY m.position`,
    conversation_id,
    position,
  );
  return rows.map((row) => {
    const { text, parts } = faceOf(row, personalData);
    return bareMessage(row.role, text, parts === null ? null : JSON.parse(parts));
  });
}

/** A message's text and parts as the recipe wants them. */
const faceOf = (
  { text, parts, redactions }: Pick<ContextRow, 'text' | 'parts' | 'redactions'>,
  personalData: Recipe['personalData'],
): { text: string; parts: string | null } =>
  personalData === 'originals' ? originalOf({ text, parts }, readRedactions(redactions)) : { text, parts };

/** Puts back what placeholders stand for in what a rater wrote about a conversation. */
function withoutPlaceholders(db: ReadConnection, conversation: number, text: string): string {
  let restored = text;
  for (const [placeholder, original] of placeholdersOf(db, conversation))
    restored = restored.replaceAll(placeholder, () => original);
  return restored;
}

/** `conversation#message`, with the number of the candidate where there are several. */
const answerRef = ({ name, content_hash, position, candidate }: JudgedRow): string =>
  `${name ?? content_hash.toString('hex')}#${position}${candidate > 0 ? `.${candidate}` : ''}`;

/** Every rated answer by the context it answers, with what its ratings say. Gold items and hidden repeats are left out. */
export function readJudged(
  db: ReadConnection,
  rubric: Rubric,
  { weights, personalData }: Pick<Recipe, 'weights' | 'personalData'>,
): JudgedContext[] {
  const contexts = new Map<
    string,
    JudgedContext & { conversations: string[]; answers: JudgedContext['answers'][number][] }
  >();
  for (const [row, ratings] of byItem(db, rubric)) {
    const context = readContext(db, row, personalData);
    const contextKey = sha256Hex(JSON.stringify(context.map(messageFace)));
    const conversation = row.content_hash.toString('hex');
    const known = contexts.get(contextKey) ?? { contextKey, conversations: [], context, answers: [] };
    contexts.set(contextKey, known);
    if (!known.conversations.includes(conversation)) known.conversations.push(conversation);
    known.answers.push(
      judgedAnswer(rubric, weights, {
        ref: answerRef(row),
        text: faceOf({ ...row, parts: null }, personalData).text,
        rewrites: ratings.flatMap(({ rewrite }) =>
          rewrite === null
            ? []
            : personalData === 'originals'
              ? withoutPlaceholders(db, row.conversation_id, rewrite)
              : rewrite,
        ),
        ratings: ratings.map(({ values }) => values),
      }),
    );
  }
  return [...contexts.values()];
}

/** The journal's head: which ratings a dataset was made from. */
export const journalHead = (db: ReadConnection): { events: number; head: string } => {
  const row = get<{ seq: number; hash: Buffer }>(
    db,
    'SELECT seq, hash FROM rating_event ORDER BY seq DESC LIMIT 1',
  );
  return { events: row?.seq ?? 0, head: row?.hash.toString('hex') ?? '' };
};
