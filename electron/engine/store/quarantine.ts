import { createHash, type Hash } from 'node:crypto';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each, run } from '../db/statements.ts';

/** Kept of a rejected record, in bytes; of a longer one its beginning. */
export const KEPT_BYTES = 1024 * 1024;

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

/** Puts rejected records into quarantine. */
export function addFaults(
  context: WriteContext,
  { batch, faults }: { batch: number; faults: readonly NewFault[] },
): void {
  for (const fault of faults)
    run(
      context.db,
      `INSERT INTO quarantine (batch_id, line, byte_offset, json_path, place, code, reason, original, original_bytes, size, truncated)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      batch,
      fault.line,
      fault.byteOffset,
      fault.path,
      placeOf(fault.path),
      fault.code,
      fault.reason,
      fault.original,
      fault.bytes === null ? null : Buffer.from(fault.bytes),
      fault.size,
      fault.size === null ? 0 : 1,
    );
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
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, q.original, q.original_bytes, q.size
     FROM quarantine q JOIN batch b ON b.id = q.batch_id WHERE b.uuid = ? ORDER BY q.id`,
    batch,
  );
  for (const { byte_offset, json_path, original_bytes, ...row } of rows)
    digest.add({ ...row, byteOffset: byte_offset, path: json_path, bytes: original_bytes });
  return digest.hex();
}
