import { canonical } from '../../../shared/domain/canonical.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { eventsOf, mergeEvents, standingByUnit } from '../store/adjudications.ts';
import { hadJudged } from '../store/sent-back.ts';
import type { Work } from './contents.ts';

/** Where a packet names a place; null where it holds nothing of it. */
type Telling = (item: string, occasion: number) => { item: number; occasion: number } | null;

/** What the lead said to a rater: answers to what they asked, and notes by which something came back. Nothing of what others judged. */
export function readWords(
  db: ReadConnection,
  raterId: number,
  tell: Telling,
): Pick<Work, 'answers' | 'notes'> {
  return { answers: readAnswers(db, raterId, tell), notes: readNotes(db, raterId, tell) };
}

interface AnswerRow {
  id: string;
  item: string;
  occasion: number;
  question: string;
  text: string;
  at: number;
}

const readAnswers = (db: ReadConnection, raterId: number, tell: Telling): Work['answers'] =>
  all<AnswerRow>(
    db,
    `SELECT m.uuid AS id, i.uuid AS item, m.occasion, m.question, m.text, m.at
     FROM mark_answer m JOIN item i ON i.id = m.item_id WHERE m.rater_id = ? ORDER BY m.id`,
    raterId,
  ).flatMap(({ item, occasion, ...rest }) => {
    const place = tell(item, occasion);
    return place ? { ...rest, ...place } : [];
  });

interface PlaceRow {
  item_id: number;
  item: string;
  occasion: number;
}

const RETURNED = `SELECT a.item_id, i.uuid AS item, a.occasion FROM assignment a JOIN item i ON i.id = a.item_id
  WHERE a.rater_id = ? AND a.item_id IN (SELECT item_id FROM adjudication_event WHERE kind = 'return') ORDER BY a.id`;

/** Only what came back to this rater: a note to others would tell what they are to find. */
function readNotes(db: ReadConnection, raterId: number, tell: Telling): Work['notes'] {
  const notes = new Map<string, Work['notes'][number]>();
  for (const { item_id: itemId, item, occasion } of all<PlaceRow>(db, RETURNED, raterId)) {
    const place = tell(item, occasion);
    if (!place) continue;
    for (const { id, unit, action, rubric, at } of standingByUnit(eventsOf(db, itemId)).values()) {
      if (action.kind !== 'return' || !hadJudged(db, { raterId, itemId, occasion }, at)) continue;
      const { candidate, dimension } = unit;
      const note = { id, item: place.item, candidate, dimension, rubric, text: action.note, at };
      if (!notes.has(id)) notes.set(id, note);
    }
  }
  return [...notes.values()];
}

/** What stands for the lead in a rater's file, which does not tell who they are. */
const LEAD = 'lead';

/** Stores what the lead said, as far as it is not known. `items` gives rows by their index in the packet. */
export function storeWords(
  context: WriteContext,
  raterId: number,
  { answers, notes }: Pick<Work, 'answers' | 'notes'>,
  items: (index: number) => number | undefined,
): void {
  for (const { item, ...answer } of answers) {
    const itemId = items(item);
    if (itemId !== undefined) addAnswer(context, { ...answer, raterId, itemId, actor: LEAD });
  }
  mergeEvents(
    context,
    notes.flatMap(({ item, text, ...note }) => {
      const itemId = items(item);
      if (itemId === undefined) return [];
      const payload = canonical({ kind: 'return', note: text });
      return { ...note, uuid: note.id, itemId, kind: 'return', payload, actor: LEAD };
    }),
  );
}

interface Answer {
  id: string;
  raterId: number;
  itemId: number;
  occasion: number;
  question: string;
  text: string;
  actor: string;
  at: number;
}

/** Adds what the lead answered to a rater, unless it is known. */
export function addAnswer(context: WriteContext, answer: Answer): void {
  const { id, raterId, itemId, occasion, question, text, actor, at } = answer;
  if (get(context.db, 'SELECT 1 FROM mark_answer WHERE uuid = ?', id)) return;
  run(
    context.db,
    'INSERT INTO mark_answer (uuid, rater_id, item_id, occasion, question, text, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    raterId,
    itemId,
    occasion,
    question,
    text,
    actor,
    at,
  );
  audit(context, 'mark.answer', { answer: id });
}
