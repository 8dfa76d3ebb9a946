import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { LeadReply } from '../../../shared/contract/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { itemInContext, type StoredMessage } from './items.ts';
import { notesTo, noteTo } from './sent-back.ts';

interface ReplyRow {
  uuid: string;
  question: string;
  text: string;
  at: number;
}

const reply = ({ uuid, question, text, at }: ReplyRow): LeadReply => ({
  id: uuid,
  question,
  text,
  at: iso(at),
});

/** The lead's newest word to a rater on an item: an answer to what they asked, or why it came back to them; null where there is none. */
export function replyTo(
  db: ReadConnection,
  place: { raterId: number; itemId: number; occasion: number },
): LeadReply | null {
  const row = get<ReplyRow>(
    db,
    `SELECT uuid, question, text, at FROM mark_answer WHERE rater_id = ? AND item_id = ? AND occasion = ?
     ORDER BY id DESC LIMIT 1`,
    place.raterId,
    place.itemId,
    place.occasion,
  );
  const answer = row ? reply(row) : null;
  const note = noteTo(db, place);
  return note && (!answer || answer.at < note.at) ? note : answer;
}

/** The newest word to each item of a rater's that the lead has said anything of. */
export function repliesTo(db: ReadConnection, raterId: number): OutputOf<'queue.open'>['replies'] {
  const notes = notesTo(db, raterId);
  const noted = new Set(notes.map(({ assignment }) => assignment));
  return [...answersTo(db, raterId).filter(({ assignment }) => !noted.has(assignment)), ...notes];
}

const answersTo = (db: ReadConnection, raterId: number): OutputOf<'queue.open'>['replies'] =>
  all<{ assignment: string; uuid: string }>(
    db,
    `SELECT a.uuid AS assignment, m.uuid FROM mark_answer m
     JOIN assignment a ON a.rater_id = m.rater_id AND a.item_id = m.item_id AND a.occasion = m.occasion
     WHERE m.rater_id = ? AND m.id = (SELECT max(n.id) FROM mark_answer n
       WHERE n.rater_id = m.rater_id AND n.item_id = m.item_id AND n.occasion = m.occasion)`,
    raterId,
  ).map(({ assignment, uuid }) => ({ assignment, id: uuid }));

interface MarkRow {
  assignment: string;
  rater: string;
  rater_id: number;
  item_id: number;
  occasion: number;
  status: 'draft' | 'submitted' | 'skipped';
  body: string;
  updated_at: number;
}

const MARKS = `SELECT a.uuid AS assignment, p.name AS rater, r.rater_id, r.item_id, r.occasion, r.status, r.body, r.updated_at
  FROM rating r JOIN rater p ON p.id = r.rater_id
  JOIN assignment a ON a.rater_id = r.rater_id AND a.item_id = r.item_id AND a.occasion = r.occasion
  WHERE r.flagged = 1`;

/** Every item that a rater marked for the lead: those not answered yet first, the oldest of them first. */
export function listMarks(db: ReadConnection): OutputOf<'mark.list'> {
  const marks = all<MarkRow>(db, `${MARKS} ORDER BY r.updated_at, a.id`).map((row) => {
    const { question } = readRatingBody(row.body);
    const given = replyTo(db, { raterId: row.rater_id, itemId: row.item_id, occasion: row.occasion });
    return {
      assignment: row.assignment,
      rater: row.rater,
      question,
      status: row.status,
      changedAt: iso(row.updated_at),
      reply: given,
      isOpen: given === null || given.question !== question,
    };
  });
  return { marks: marks.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)) };
}

const markAt = (db: ReadConnection, assignment: string): MarkRow => {
  const row = get<MarkRow>(db, `${MARKS} AND a.uuid = ?`, assignment);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This item is not marked any more.');
  return row;
};

/** A marked item in its context: its text, and nothing of what the rater made of it. */
export function markedItem(db: ReadConnection, assignment: string): OutputOf<'mark.item'> {
  const { context, answers } = itemInContext(db, markAt(db, assignment).item_id);
  const shown = ({ role, text, parts }: StoredMessage) => ({ role, text, parts });
  return { context: context.map(shown), answers: answers.map(shown) };
}

/** Stores what the lead says to a rater's mark. An earlier answer stays on record. */
export function answerMark(
  context: WriteContext,
  { assignment, text }: ParsedInputOf<'mark.answer'>,
): OutputOf<'mark.answer'> {
  const { db } = context;
  const row = markAt(db, assignment);
  const uuid = context.newId();
  const { question } = readRatingBody(row.body);
  run(
    db,
    `INSERT INTO mark_answer (uuid, rater_id, item_id, occasion, question, text, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    row.rater_id,
    row.item_id,
    row.occasion,
    question,
    text,
    context.actor,
    context.now,
  );
  audit(context, 'mark.answer', { answer: uuid });
  return reply({ uuid, question, text, at: context.now });
}
