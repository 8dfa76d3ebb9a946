import { digestRows, type Evidence, over } from '../digest-rows.ts';

/** The records that ratings were imported from; the ratings themselves are in the chain of events. */
export const IMPORTED_RATINGS: Evidence = (db, { events }) =>
  Array.isArray(events)
    ? digestRows(
        db,
        'SELECT event_seq, digest, extra FROM imported_rating WHERE event_seq BETWEEN ? AND ? ORDER BY event_seq',
        Number(events[0]),
        Number(events[1]),
      )
    : '';

/** Where comparisons are among them, the order in which their candidates are shown as well. */
export const ASSIGNMENTS: Evidence = (db, payload) =>
  digestRows(
    db,
    `SELECT a.uuid, r.uuid AS rater, i.ref, a.occasion, a.kind, a.position${'comparisons' in payload ? ', a.shown_order' : ''}
     FROM assignment a JOIN rater r ON r.id = a.rater_id JOIN item i ON i.id = a.item_id
     WHERE a.id BETWEEN ? AND ? ORDER BY a.id`,
    Number(payload.first),
    Number(payload.last),
  );

/** Those that an act took back. */
export const RELEASES = over(
  `SELECT a.uuid, x.released_at FROM assignment_release x JOIN assignment a ON a.id = x.assignment_id
   WHERE x.act = ? ORDER BY a.id`,
  'act',
);
