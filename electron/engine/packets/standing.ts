import type { Rating } from '../../../shared/domain/rating.ts';
import { ratingBody } from '../../../shared/domain/rating-body.ts';
import type { ReadConnection, WriteConnection } from '../db/connection.ts';
import { insertion, insertRows } from '../db/insert-rows.ts';
import { all, type Parameter, run } from '../db/statements.ts';
import { type Fold, foldPlace, type PlacedEvent, type Rule, ratingOf, type Version } from './fold.ts';
import { Rules } from './rules.ts';

/** One rater's rating of one item. */
export interface PlaceKey {
  raterId: number;
  itemId: number;
  occasion: number;
}

const EVENTS = `SELECT e.seq, e.uuid, e.at, e.rubric, e.kind, e.payload, e.active_ms, m.journal_id AS journal, m.previous, m.accepted
  FROM rating_event e LEFT JOIN merged_event m ON m.event_seq = e.seq
  WHERE e.item_id = ? AND e.rater_id = ? AND e.occasion = ? ORDER BY e.seq`;

export const eventsAt = (db: ReadConnection, { itemId, raterId, occasion }: PlaceKey): PlacedEvent[] =>
  all<PlacedEvent>(db, EVENTS, itemId, raterId, occasion);

/** What stands at a place, as far as anything does. */
export interface Standing {
  rating: Rating;
  rubric: string;
  activeMs: number;
  lastEvent: number;
  updatedAt: number;
}

export const standingOf = (version: Version, rating: Rating = ratingOf(version)): Standing => ({
  rating,
  rubric: version.last.rubric,
  activeMs: activeMsOf(version),
  lastEvent: version.last.seq,
  updatedAt: version.last.at,
});

export const activeMsOf = ({ path }: Version): number =>
  path.reduce((sum, { active_ms }) => sum + active_ms, 0);

/** A standing as it is stored. */
export interface StoredStanding extends Omit<Standing, 'rating'> {
  status: Rating['status'];
  flagged: boolean;
  body: string;
}

export const stored = ({ rating, ...rest }: Standing): StoredStanding => ({
  ...rest,
  status: rating.status,
  flagged: rating.flagged,
  body: ratingBody(rating),
});

export function foldAt(db: ReadConnection, place: PlaceKey): { fold: Fold; rules: readonly Rule[] } {
  const rules = new Rules(db, place.raterId).at(place.itemId, place.occasion);
  return { fold: foldPlace(eventsAt(db, place), rules), rules };
}

/** The rating that the events of a place add up to; undefined where there are none, or none counts. */
export function currentAt(db: ReadConnection, place: PlaceKey): Standing | undefined {
  const [version] = foldAt(db, place).fold.versions;
  return version && standingOf(version);
}

/** Writes the current rating of a place anew. */
export function writeStanding(db: WriteConnection, place: PlaceKey, standing: Standing | undefined): void {
  if (!standing) {
    run(
      db,
      'DELETE FROM rating WHERE item_id = ? AND rater_id = ? AND occasion = ?',
      place.itemId,
      place.raterId,
      place.occasion,
    );
    return;
  }
  run(
    db,
    `INSERT INTO rating (rater_id, item_id, occasion, rubric, status, flagged, body, active_ms, last_event, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_id, rater_id, occasion) DO UPDATE SET rubric = excluded.rubric, status = excluded.status,
       flagged = excluded.flagged, body = excluded.body, active_ms = excluded.active_ms,
       last_event = excluded.last_event, updated_at = excluded.updated_at`,
    ...cellsOf(place, stored(standing)),
  );
}

const cellsOf = ({ raterId, itemId, occasion }: PlaceKey, standing: StoredStanding): Parameter[] => [
  raterId,
  itemId,
  occasion,
  standing.rubric,
  standing.status,
  standing.flagged ? 1 : 0,
  standing.body,
  standing.activeMs,
  standing.lastEvent,
  standing.updatedAt,
];

const FRESH = insertion('rating', [
  'rater_id',
  'item_id',
  'occasion',
  'rubric',
  'status',
  'flagged',
  'body',
  'active_ms',
  'last_event',
  'updated_at',
]);

/** Writes ratings of places where nothing stood, which is faster than one by one. */
export const writeFresh = (db: WriteConnection, ratings: readonly [PlaceKey, StoredStanding][]): void =>
  insertRows(
    db,
    FRESH,
    ratings.flatMap(([place, standing]) => cellsOf(place, standing)),
  );

/** The same after something was added or decided there. */
export const restand = (db: WriteConnection, place: PlaceKey): void =>
  writeStanding(db, place, currentAt(db, place));
