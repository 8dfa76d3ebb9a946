import { ratingBody } from '../../../shared/domain/rating-body.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count, each } from '../db/statements.ts';
import { foldPlace } from '../packets/fold.ts';
import { Rules } from '../packets/rules.ts';
import { eventsAt, type Standing, standingOf } from '../packets/standing.ts';
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

const RATINGS =
  'SELECT rater_id, item_id, occasion, rubric, status, flagged, body, active_ms, last_event, updated_at FROM rating';

/** Places with an event that counts. */
const PLACES = `SELECT count(*) AS n FROM (
  SELECT 1 FROM rating_event e LEFT JOIN merged_event m ON m.event_seq = e.seq
  LEFT JOIN given_away d ON d.rater_id = e.rater_id AND d.journal_id = m.journal_id
  LEFT JOIN withdrawn_rubric w ON w.subject = m.accepted
  GROUP BY e.item_id, e.rater_id, e.occasion HAVING sum(d.rater_id IS NULL AND w.subject IS NULL) > 0)`;

/** The first current rating that is not what its events add up to. */
export function judgeRatings(db: ReadConnection): Finding | null {
  const standing = standings(db);
  for (const row of each<RatingRow>(db, RATINGS))
    if (!holds(row, standing(row)))
      return {
        table: 'rating',
        sequence: row.last_event,
        sentence: `The current rating after event ${row.last_event} is not what its events add up to.`,
      };
  const places = count(db, PLACES);
  const ratings = count(db, 'SELECT count(*) AS n FROM rating');
  if (places === ratings) return null;
  return {
    table: 'rating',
    sequence: 0,
    sentence: `The journal tells of ${places} ratings and ${ratings} are there.`,
  };
}

/** What the events of a place add up to; undefined where they cannot be read, or there are none. */
function standings(db: ReadConnection): (row: RatingRow) => Standing | undefined {
  const rules = new Map<number, Rules>();
  return ({ rater_id: raterId, item_id: itemId, occasion }) => {
    const own = rules.get(raterId) ?? new Rules(db, raterId);
    rules.set(raterId, own);
    try {
      const [version] = foldPlace(
        eventsAt(db, { raterId, itemId, occasion }),
        own.at(itemId, occasion),
      ).versions;
      return version && standingOf(version);
    } catch {
      return undefined;
    }
  };
}

function holds(row: RatingRow, standing: Standing | undefined): boolean {
  if (!standing) return false;
  const { rating, rubric, activeMs, lastEvent, updatedAt } = standing;
  return (
    row.body === ratingBody(rating) &&
    row.status === rating.status &&
    row.flagged === (rating.flagged ? 1 : 0) &&
    row.rubric === rubric &&
    row.last_event === lastEvent &&
    row.updated_at === updatedAt &&
    row.active_ms === activeMs
  );
}
