import { createHash } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { all, digestRows, type Evidence, over } from '../digest-rows.ts';
import { ASSIGNMENTS, IMPORTED_RATINGS, RELEASES } from '../store/work-evidence.ts';

/** Events of one query below. */
const ORIGINS_AT_ONCE = 10_000;

/** Where events come from. SQLite writes the lines, several times faster than row by row here. */
function digestOrigins(db: ReadConnection, first: number, last: number): string {
  const hash = createHash('sha256');
  for (let from = first; from <= last; from += ORIGINS_AT_ONCE)
    hash.update(
      get<{ lines: string | null }>(
        db,
        `SELECT group_concat(concat_ws(' ', m.event_seq, j.project, j.fork, coalesce(j.signed_by, ''), m.journal_seq, lower(hex(m.journal_hash)),
           coalesce(m.previous, '')) || coalesce(' ' || m.accepted, '') || char(10), '' ORDER BY m.event_seq) AS lines
         FROM merged_event m JOIN foreign_journal j ON j.id = m.journal_id WHERE m.event_seq BETWEEN ? AND ?`,
        from,
        Math.min(from + ORIGINS_AT_ONCE - 1, last),
      )?.lines ?? '',
    );
  return hash.digest('hex');
}

/** What a merge brought: where its events come from, what it held back, where ratings differ, and whose key signed. */
const MERGE = all(
  over(
    'SELECT kind, source, file, digest, signed_by, journal, merged_at FROM packet_merge WHERE uuid = ?',
    'merge',
  ),
  (db, { events }, taken) =>
    Array.isArray(events) ? (taken?.origins ?? digestOrigins(db, Number(events[0]), Number(events[1]))) : '',
  IMPORTED_RATINGS,
  over(
    `SELECT h.identity, h.place, h.record FROM held_event h JOIN packet_merge g ON g.id = h.merge_id
     WHERE g.uuid = ? ORDER BY h.id`,
    'merge',
  ),
  over(
    `SELECT c.uuid, p.uuid AS rater, i.ref, c.occasion FROM merge_conflict c JOIN packet_merge g ON g.id = c.merge_id
     JOIN rater p ON p.id = c.rater_id JOIN item i ON i.id = c.item_id WHERE g.uuid = ? ORDER BY c.id`,
    'merge',
  ),
  over(
    `SELECT p.uuid, s.signed_by FROM signer s JOIN packet_merge g ON g.id = s.merge_id JOIN rater p ON p.id = s.rater_id
     WHERE g.uuid = ? ORDER BY s.rater_id, s.signed_by`,
    'merge',
  ),
);

const DECISIONS: Evidence = (db, payload) =>
  digestRows(
    db,
    `SELECT kind, rater_id, item_id, occasion, journal_id, to_rater_id, subject, after_event, actor, at${'undoes' in payload ? ', undoes' : ''}
     FROM merge_decision WHERE act = ? ORDER BY id`,
    String(payload.act),
  );

/** What a lead decided, sent back, undid or brought back, and what a merge brought of it. */
const ADJUDICATION = over(
  `SELECT e.uuid, i.ref, e.candidate, e.dimension, e.rubric, e.kind, e.payload, e.actor, e.at, e.merged
   FROM adjudication_event e JOIN item i ON i.id = e.item_id WHERE e.act = ? ORDER BY e.id`,
  'act',
);

/** Which of the assignments an act added are ratings made anew. */
const AGAIN: Evidence = (db, { first, last, ...payload }) =>
  'reratings' in payload
    ? digestRows(
        db,
        `SELECT a.uuid, x.act, x.from_occasion, x.dimensions FROM rerating x JOIN assignment a ON a.id = x.assignment_id
         WHERE x.assignment_id BETWEEN ? AND ? ORDER BY x.assignment_id`,
        Number(first),
        Number(last),
      )
    : '';

/** Evidence of before reratings travelled stays as it was. */
const withAgain =
  (evidence: Evidence): Evidence =>
  (db, payload, taken) =>
    ('reratings' in payload ? all(evidence, AGAIN) : evidence)(db, payload, taken);

/** What the study knows the items by that a packet brought. */
const packetItems = (db: ReadConnection, from: unknown, count: unknown): string =>
  digestRows(
    db,
    'SELECT i.uuid, x.key FROM packet_item x JOIN item i ON i.id = x.item_id WHERE i.id >= ? ORDER BY i.id LIMIT ?',
    Number(from),
    Number(count),
  );

/** For each act of exchanging packets, the rows it wrote. */
export const PACKET_EVIDENCE: Record<string, Evidence> = {
  'assign.merge': withAgain(all(ASSIGNMENTS, RELEASES)),
  'packet.make': over(
    'SELECT packet, kind, digest, encrypted, made_at FROM packet_made WHERE packet = ?',
    'packet',
  ),
  'packet.work': withAgain(
    all(ASSIGNMENTS, (db, { first_item, packet_items }) => packetItems(db, first_item, packet_items)),
  ),
  'packet.open': withAgain(
    all(
      MERGE,
      ASSIGNMENTS,
      over(
        `SELECT o.packet, o.study, p.uuid, o.digest, o.signed_by, o.opened_at FROM packet_origin o JOIN rater p ON p.id = o.rater_id
       WHERE o.packet = ?`,
        'packet',
      ),
      (db, { packet_items }) => packetItems(db, 0, packet_items),
    ),
  ),
  'packet.merge': MERGE,
  'packet.retake': MERGE,
  'packet.resolve': (db, payload) => ('merge' in payload ? all(DECISIONS, MERGE) : DECISIONS)(db, payload),
  'adjudicate.decide': ADJUDICATION,
  'adjudicate.return': ADJUDICATION,
  'adjudicate.undo': ADJUDICATION,
  'adjudicate.redo': ADJUDICATION,
  'adjudicate.merge': ADJUDICATION,
};
