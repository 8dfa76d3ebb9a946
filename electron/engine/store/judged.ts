import type { Recipe } from '../../../shared/contract/reporting.ts';
import { type Message, messageFace, type Role } from '../../../shared/domain/conversation.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { bareMessage } from '../../../shared/formats/bare.ts';
import type { JudgedContext } from '../../../shared/formats/export/judged.ts';
import { judgedAnswer } from '../../../shared/formats/export/score.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { readComparisons } from './judged-comparisons.ts';
import { answerRef, faceOf, type StoredText, textAs } from './judged-text.ts';
import { COUNTED, newestOf, type RatingKey, valuesUnder } from './newest-ratings.ts';
import { REDACTIONS_OF_MESSAGE } from './original-text.ts';
import { placeholdersOf } from './redactions.ts';
import { settledItems } from './settled.ts';

interface JudgedRow extends RatingKey {
  conversation_id: number;
  position: number;
  candidate: number;
  text: string;
  redactions: string | null;
  name: string | null;
  content_hash: Buffer;
  body: string;
}

interface ContextRow extends StoredText {
  role: Role;
}

type Place = Pick<JudgedRow, 'conversation_id' | 'position' | 'content_hash'>;

const JUDGED = `SELECT r.item_id, r.rater_id, r.occasion, r.rubric, m.conversation_id, m.position, m.candidate, m.text, ${REDACTIONS_OF_MESSAGE} AS redactions,
    c.name, c.content_hash, r.body
  FROM rating r JOIN item i ON i.id = r.item_id JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id
  WHERE ${COUNTED} ORDER BY r.item_id, r.rater_id`;

/** One answer's rows together, of each rater the newest, as they count under the rubric. */
function* byItem(db: ReadConnection, rubric: Rubric): Generator<[JudgedRow, Rating[]]> {
  const under = valuesUnder(db, rubric);
  let current: [JudgedRow, Rating[]] | null = null;
  for (const row of newestOf(each<JudgedRow>(db, JUDGED))) {
    if (current && current[0].item_id !== row.item_id) {
      yield current;
      current = null;
    }
    current ??= [row, []];
    const rating = readRatingBody(row.body);
    current[1].push({ ...rating, values: under(row.rubric, rating.values).values });
  }
  if (current) yield current;
}

function readContext(
  db: ReadConnection,
  { conversation_id, position }: Place,
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

/** Puts back what placeholders stand for in what a rater wrote about a conversation. */
function withoutPlaceholders(db: ReadConnection, conversation: number, text: string): string {
  let restored = text;
  for (const [placeholder, original] of placeholdersOf(db, conversation))
    restored = restored.replaceAll(placeholder, () => original);
  return restored;
}

type GrowingContext = JudgedContext & {
  conversations: string[];
  answers: JudgedContext['answers'][number][];
  comparisons: JudgedContext['comparisons'][number][];
};

/** The context of a place, the same for equal contexts; made where it was not met before. */
function contextAt(
  db: ReadConnection,
  contexts: Map<string, GrowingContext>,
  place: Place,
  personalData: Recipe['personalData'],
): GrowingContext {
  const context = readContext(db, place, personalData);
  const contextKey = sha256Hex(JSON.stringify(context.map(messageFace)));
  const conversation = place.content_hash.toString('hex');
  const known: GrowingContext = contexts.get(contextKey) ?? {
    contextKey,
    conversations: [],
    context,
    answers: [],
    comparisons: [],
  };
  contexts.set(contextKey, known);
  if (!known.conversations.includes(conversation)) known.conversations.push(conversation);
  return known;
}

/** Every rated answer and comparison by the context it belongs to, with what its ratings say. Gold items and hidden repeats are left out. */
export function readJudged(
  db: ReadConnection,
  rubric: Rubric,
  { weights, personalData, values }: Pick<Recipe, 'weights' | 'personalData' | 'values'>,
): JudgedContext[] {
  const contexts = new Map<string, GrowingContext>();
  const settled = settledItems(db, rubric, values);
  for (const [row, ratings] of byItem(db, rubric)) {
    contextAt(db, contexts, row, personalData).answers.push(
      judgedAnswer(rubric, weights, {
        ref: answerRef(row),
        text: textAs(row, personalData),
        rewrites: ratings.flatMap(({ rewrite }) =>
          rewrite === null
            ? []
            : personalData === 'originals'
              ? withoutPlaceholders(db, row.conversation_id, rewrite)
              : rewrite,
        ),
        ratings: ratings.map((rating) => rating.values),
        settled: settled.get(row.item_id),
      }),
    );
  }
  for (const { place, comparison } of readComparisons(db, rubric, personalData, settled))
    contextAt(db, contexts, place, personalData).comparisons.push(comparison);
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
