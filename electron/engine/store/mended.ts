import type { WriteContext } from '../context.ts';
import { all, get, run, runList } from '../db/statements.ts';
import { giveFaces } from './quarantine.ts';

/** A rejected record by where it stood, as the reasons beside a file to be mended name it. */
export interface StoodAt {
  batch: string;
  line: number;
  byteOffset: number;
}

/** Records of one batch that several imports finished together rejected are kept once too. */
export function joinTwins({ db }: WriteContext, batch: number): void {
  const twins = all<{ id: number; first: number }>(
    db,
    `SELECT q.id, min(f.id) AS first FROM quarantine q
       JOIN quarantine f ON f.face = q.face AND f.same_as IS NULL AND f.id <> q.id
       JOIN batch b ON b.id = f.batch_id AND b.status = 'ready'
     WHERE q.batch_id = ? AND q.same_as IS NULL GROUP BY q.id`,
    batch,
  );
  for (const { id, first } of twins) {
    run(db, 'UPDATE quarantine SET same_as = ? WHERE same_as = ?', first, id);
    run(
      db,
      "UPDATE quarantine SET same_as = ?, original = '', original_bytes = NULL WHERE id = ?",
      first,
      id,
    );
  }
}

const RESOLVE = 'UPDATE quarantine AS q SET resolved_by = @batch';
/** Not again among what a batch rejected, the same bytes for the same reason. */
const GONE = `q.face IS NOT NULL AND q.resolved_by IS NULL AND q.batch_id <> @batch
  AND NOT EXISTS (SELECT 1 FROM quarantine n WHERE n.batch_id = @batch AND coalesce(n.same_as, n.id) = coalesce(q.same_as, q.id))`;

/** What a rejected record calls itself, where it is JSON. */
const OWN_ID = `CASE WHEN json_valid(q.original) THEN CAST(coalesce(
  json_extract(q.original, '$.id'), json_extract(q.original, '$.conversation_id')) AS TEXT) END`;

/**
 * Imports of the same bytes, read otherwise, and of an earlier state of the file: of the same name, and all that came in with them came
 * again. What none of was taken may be another file of that name, unless a record that was rejected came in now by its id.
 */
const EARLIER = `SELECT e.id FROM batch e JOIN batch b ON b.id = @batch
  WHERE e.id < b.id AND e.status = 'ready' AND e.kind = b.kind AND e.rejected > 0 AND (e.sha256 = b.sha256 OR (e.file = b.file
    AND CASE e.imported + e.duplicates
      WHEN 0 THEN EXISTS (SELECT 1 FROM quarantine q JOIN conversation c ON c.name = ${OWN_ID} AND c.batch_id = b.id
        WHERE q.batch_id = e.id)
      ELSE e.imported + e.duplicates <= b.duplicates END))`;

/**
 * Marks what earlier imports rejected and this one did not: of the same file, read again, and of those that a file was written to be
 * mended for. Gives back how many there were.
 */
export function resolveMended(
  { db }: WriteContext,
  { batch, stood }: { batch: number; stood: readonly StoodAt[] },
): number {
  giveFaces(db);
  const again = runList(db, `${RESOLVE} WHERE q.batch_id IN (${EARLIER}) AND ${GONE}`, [], { batch }).changes;
  let written = 0;
  for (const { batch: uuid, line, byteOffset } of stood) {
    const found = get<{ id: number }>(
      db,
      `SELECT coalesce(q.same_as, q.id) AS id FROM quarantine q JOIN batch b ON b.id = q.batch_id
       WHERE b.uuid = ? AND q.line = ? AND q.byte_offset = ?`,
      uuid,
      line,
      byteOffset,
    );
    if (found)
      written += runList(db, `${RESOLVE} WHERE (q.id = @id OR q.same_as = @id) AND ${GONE}`, [], {
        batch,
        id: found.id,
      }).changes;
  }
  return again + written;
}
