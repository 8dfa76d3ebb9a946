import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { LeadReply } from '../../../shared/contract/rating.ts';
import { dimensionLabel } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { type Acted, eventsOf, standingByUnit } from './adjudications.ts';
import { currentRubric } from './project.ts';

interface Place {
  raterId: number;
  itemId: number;
  occasion: number;
}

/** What the lead sent back of an item and did not settle since, newest first. */
const returnsOf = (db: ReadConnection, itemId: number): Acted[] =>
  [...standingByUnit(eventsOf(db, itemId)).values()]
    .filter(({ action }) => action.kind === 'return')
    .toSorted((a, b) => b.at - a.at);

/** Only those who had judged it by then are spoken to: a note to others would tell what they are to find. */
export const hadJudged = (db: ReadConnection, { raterId, itemId, occasion }: Place, at: number): boolean =>
  count(
    db,
    'SELECT count(*) AS n FROM rating_event WHERE rater_id = ? AND item_id = ? AND occasion = ? AND at <= ?',
    raterId,
    itemId,
    occasion,
    at,
  ) > 0;

/** Why the lead sent an item back to a rater, as it is shown there; null where nothing came back, or it is settled. */
export function noteTo(db: ReadConnection, place: Place): LeadReply | null {
  const returns = returnsOf(db, place.itemId).filter(({ at }) => hadJudged(db, place, at));
  const [newest] = returns;
  if (!newest) return null;
  const { dimensions } = currentRubric(db);
  const text = returns.map(({ unit, action }) => {
    const entry = dimensions.find(({ id }) => id === unit.dimension);
    const note = action.kind === 'return' ? action.note : '';
    return entry ? `${dimensionLabel(entry)}: ${note}` : note;
  });
  return { id: newest.id, question: '', text: text.join(' · '), at: iso(newest.at) };
}

/** The notes on a rater's items that came back. */
export function notesTo(db: ReadConnection, raterId: number): OutputOf<'queue.open'>['replies'] {
  const rows = all<{ assignment: string; item_id: number; occasion: number }>(
    db,
    `SELECT a.uuid AS assignment, a.item_id, a.occasion FROM adjudication_event e
     CROSS JOIN assignment a ON a.item_id = e.item_id AND a.rater_id = ? WHERE e.kind = 'return'`,
    raterId,
  );
  const places = new Map(rows.map((row) => [row.assignment, row]));
  return [...places.values()].flatMap(({ assignment, item_id: itemId, occasion }) => {
    const note = noteTo(db, { raterId, itemId, occasion });
    return note ? { assignment, id: note.id } : [];
  });
}
