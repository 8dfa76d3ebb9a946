import type { Unblinded } from '../../../shared/contract/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import type { RatingPlace } from '../journal.ts';

interface AnswerRow {
  message_id: number;
  model: string | null;
  model_version: string | null;
  file: string;
  conversation: string | null;
}

interface FeedbackRow {
  signal: string;
  value: number | null;
  text: string | null;
  comment: string | null;
}

const ANSWERS = `SELECT m.id AS message_id, coalesce(m.model, c.model) AS model, c.model_version, b.file, c.name AS conversation
  FROM judged_answer j JOIN message m ON m.id = j.message_id JOIN conversation c ON c.id = m.conversation_id
  JOIN batch b ON b.id = c.batch_id WHERE j.item_id = ? ORDER BY j.number`;

/** What a project that is not blind shows of an item beside its text: where it comes from, and what others made of it. */
export function unblinded(db: ReadConnection, { itemId, raterId }: RatingPlace): Unblinded {
  const rows = all<AnswerRow>(db, ANSWERS, itemId);
  const others = all<{ name: string; body: string }>(
    db,
    `SELECT p.name, r.body FROM rating r JOIN rater p ON p.id = r.rater_id
     WHERE r.item_id = ? AND r.rater_id <> ? AND r.status = 'submitted' AND r.occasion = 0 ORDER BY p.name`,
    itemId,
    raterId,
  );
  return {
    file: rows[0]?.file ?? '',
    conversation: rows[0]?.conversation ?? null,
    answers: rows.map(({ message_id, model, model_version }) => ({
      model,
      version: model_version,
      feedback: all<FeedbackRow>(
        db,
        'SELECT signal, value, text, comment FROM feedback WHERE message_id = ? ORDER BY id',
        message_id,
      ),
    })),
    ratings: others.map(({ name, body }) => ({ rater: name, values: readRatingBody(body).values })),
  };
}
