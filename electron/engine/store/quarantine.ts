import { createHash, type Hash } from 'node:crypto';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get, run } from '../db/statements.ts';

/** Kept of a rejected record, in bytes; of a longer one its beginning. */
export const KEPT_BYTES = 1024 * 1024;

/** Records of earlier projects that are given faces at a time. */
const AT_ONCE = 2000;

/** A record that could not be read, as it is kept in quarantine. */
export interface NewFault {
  line: number;
  byteOffset: number;
  path: string;
  code: string;
  reason: string;
  /** The record as text, or its beginning. */
  original: string;
  /** The bytes in the file, where they are not the UTF-8 of the text; else null. */
  bytes: Uint8Array | null;
  /** Size of the whole record in bytes where the original is only its beginning; else null. */
  size: number | null;
}

/** What an import under way has put there may be taken back, and nothing refers to it but the import itself. */
const KNOWN = `SELECT q.id FROM quarantine q JOIN batch b ON b.id = q.batch_id
  WHERE q.face = ? AND q.same_as IS NULL AND (b.status = 'ready' OR b.id = ?) ORDER BY q.id LIMIT 1`;

/** Puts rejected records into quarantine. What is there already, the same bytes for the same reason, is told of again and not kept twice. */
export function addFaults(
  { db }: Pick<WriteContext, 'db'>,
  { batch, faults }: { batch: number; faults: readonly NewFault[] },
): void {
  if (faults.length > 0) giveFaces(db);
  for (const fault of faults) {
    const face = faceOf(fault);
    const known = knownAs(db, face, batch);
    run(
      db,
      `INSERT INTO quarantine (batch_id, line, byte_offset, json_path, place, code, reason, original, original_bytes, size, truncated,
         face, same_as)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      batch,
      fault.line,
      fault.byteOffset,
      fault.path,
      placeOf(fault.path),
      fault.code,
      fault.reason,
      known !== null ? '' : fault.original,
      known !== null || fault.bytes === null ? null : Buffer.from(fault.bytes),
      fault.size,
      fault.size === null ? 0 : 1,
      face,
      known,
    );
  }
}

const knownAs = (db: WriteContext['db'], face: Buffer, batch: number): number | null =>
  get<{ id: number }>(db, KNOWN, face, batch)?.id ?? null;

/** Rejected records from before they were known by their faces get theirs, some at a time. */
export function giveFaces(db: WriteContext['db']): void {
  const rows = all<QuarantineRow & { id: number; batch_id: number }>(
    db,
    `SELECT id, batch_id, line, byte_offset, json_path, code, reason, original, original_bytes, size FROM quarantine
     WHERE face IS NULL AND id > 0 ORDER BY id LIMIT ${AT_ONCE}`,
  );
  for (const { id, batch_id, ...row } of rows) {
    const face = faceOf(faultIn(row));
    const known = knownAs(db, face, batch_id);
    run(db, 'UPDATE quarantine SET face = ?, same_as = ? WHERE id = ?', face, known, id);
    if (known !== null)
      run(db, "UPDATE quarantine SET original = '', original_bytes = NULL WHERE id = ?", id);
  }
}

const faultIn = ({ byte_offset, json_path, original_bytes, ...row }: QuarantineRow): NewFault => ({
  ...row,
  byteOffset: byte_offset,
  path: json_path,
  bytes: original_bytes,
});

/** SHA-256 by which a rejected record is known: its bytes, and why it was rejected. */
function faceOf({ path, code, reason, original, bytes, size }: NewFault): Buffer {
  const why = JSON.stringify([path, code, reason, size]);
  return createHash('sha256')
    .update(`${why}\n${original}\n`)
    .update(bytes ?? '')
    .digest();
}

/** `$.messages[3].role` as `$.messages[*].role`: the same fault in another place. */
export const placeOf = (path: string): string => path.replace(/\[\d+\]/g, '[*]');

/** SHA-256 over what is kept of rejected records, in the order they were put into quarantine. */
export class QuarantineDigest {
  private readonly hash: Hash = createHash('sha256');

  add({ line, byteOffset, path, code, reason, original, bytes, size }: NewFault): void {
    const hex = bytes === null ? null : Buffer.from(bytes).toString('hex');
    this.hash.update(`${JSON.stringify([line, byteOffset, path, code, reason, original, hex, size])}\n`);
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}

interface QuarantineRow {
  line: number;
  byte_offset: number;
  json_path: string;
  code: string;
  reason: string;
  original: string;
  original_bytes: Buffer | null;
  size: number | null;
}

/** The digest of all that a batch, by its public id, has in quarantine. */
export function digestQuarantine(db: ReadConnection, batch: string): string {
  const digest = new QuarantineDigest();
  const rows = each<QuarantineRow>(
    db,
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, f.original, f.original_bytes, q.size
     FROM quarantine q JOIN batch b ON b.id = q.batch_id JOIN quarantine f ON f.id = coalesce(q.same_as, q.id)
     WHERE b.uuid = ? ORDER BY q.id`,
    batch,
  );
  for (const row of rows) digest.add(faultIn(row));
  return digest.hex();
}
