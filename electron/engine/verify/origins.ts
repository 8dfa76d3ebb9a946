import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import type { Finding } from './finding.ts';

/** An imported event without a batch, or another event with one; of what was imported into another file the batch is there. */
const ODD = `SELECT seq FROM rating_event
  WHERE (kind = 'import' AND seq NOT IN (SELECT event_seq FROM merged_event)) <> (batch_id IS NOT NULL) ORDER BY seq LIMIT 1`;

/** An imported event of another batch than the log names: the entry on the events is followed by the one on their batch. */
const STRAY = `SELECT e.seq FROM audit_entry a
  JOIN audit_entry f ON f.seq = a.seq + 1 AND f.action = 'import.ratings'
  JOIN rating_event e ON e.seq BETWEEN json_extract(a.payload, '$.events[0]') AND json_extract(a.payload, '$.events[1]')
  LEFT JOIN batch b ON b.id = e.batch_id
  WHERE a.action = 'ratings.import' AND b.uuid IS NOT json_extract(f.payload, '$.batch') ORDER BY e.seq LIMIT 1`;

/** The first rating event that names another import than it came from; a batch has no part in the hash of its events. */
export function judgeOrigins(db: ReadConnection): Finding | null {
  const found = get<{ seq: number }>(db, ODD) ?? get<{ seq: number }>(db, STRAY);
  if (!found) return null;
  return {
    table: 'rating_event',
    sequence: found.seq,
    sentence: `Rating event ${found.seq} names another import than the one it came from.`,
  };
}
