import { canonical } from '../../../shared/domain/canonical.ts';
import { type JournalEvent, replay } from '../../../shared/domain/journal.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, each } from '../db/statements.ts';
import { type EventRow, toJournalEvent } from '../journal.ts';
import type { Finding } from './finding.ts';

interface RatingRow {
  rater_id: number;
  item_id: number;
  occasion: number;
  rubric: string;
  status: string;
  flagged: number;
  body: string;
  active_ms: number;
  last_event: number;
  updated_at: number;
}

const PLACES =
  'SELECT rater_id, item_id, occasion, rubric, status, flagged, body, active_ms, last_event, updated_at FROM rating';
const EVENTS =
  'SELECT seq, uuid, at, rubric, kind, payload, active_ms FROM rating_event WHERE item_id = ? AND rater_id = ? AND occasion = ? ORDER BY seq';

/** The first current rating that is not what its events add up to. */
export function judgeRatings(db: ReadConnection): Finding | null {
  for (const row of each<RatingRow>(db, PLACES)) {
    const events = all<EventRow>(db, EVENTS, row.item_id, row.rater_id, row.occasion);
    if (!holds(row, events))
      return {
        table: 'rating',
        sequence: row.last_event,
        sentence: `The current rating after event ${row.last_event} is not what its events add up to.`,
      };
  }
  const places = count(
    db,
    'SELECT count(*) AS n FROM (SELECT DISTINCT item_id, rater_id, occasion FROM rating_event)',
  );
  const ratings = count(db, 'SELECT count(*) AS n FROM rating');
  if (places === ratings) return null;
  return {
    table: 'rating',
    sequence: 0,
    sentence: `The journal tells of ${places} ratings and ${ratings} are there.`,
  };
}

function holds(row: RatingRow, events: EventRow[]): boolean {
  const read: JournalEvent[] = [];
  try {
    read.push(...events.map(toJournalEvent));
  } catch {
    return false;
  }
  const rating = replay(read);
  const last = events.at(-1);
  return (
    row.body === canonical(rating) &&
    row.status === rating.status &&
    row.flagged === (rating.flagged ? 1 : 0) &&
    row.rubric === last?.rubric &&
    row.last_event === last.seq &&
    row.updated_at === last.at &&
    row.active_ms === events.reduce((sum, { active_ms }) => sum + active_ms, 0)
  );
}
