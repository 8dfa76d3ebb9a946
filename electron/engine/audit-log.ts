import { canonical, type Json } from '../../shared/domain/canonical.ts';
import type { ReadConnection, WriteConnection } from './db/connection.ts';
import { get, run } from './db/statements.ts';
import { sha256 } from './digest.ts';

export interface AuditRow {
  seq: number;
  at: number;
  actor: string;
  action: string;
  payload: string;
  prev_hash: Buffer;
  hash: Buffer;
}

/** What the first entry names as its predecessor. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 of an entry in canonical form; it covers every column, the predecessor's hash included. */
export const hashEntry = (entry: Omit<AuditRow, 'hash'>): Buffer =>
  sha256(
    canonical([
      entry.seq,
      entry.at,
      entry.actor,
      entry.action,
      entry.payload,
      entry.prev_hash.toString('hex'),
    ]),
  );

export const lastEntry = (db: ReadConnection): Pick<AuditRow, 'seq' | 'hash'> | undefined =>
  get<Pick<AuditRow, 'seq' | 'hash'>>(db, 'SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1');

/** Appends an act to the chain. Call it inside the transaction of the act. */
export function appendAudit(
  db: WriteConnection,
  at: number,
  actor: string,
  action: string,
  payload: Json,
): void {
  const last = lastEntry(db);
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor,
    action,
    payload: canonical(payload),
    prev_hash: last?.hash ?? GENESIS,
  };
  run(
    db,
    'INSERT INTO audit_entry (seq, at, actor, action, payload, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    entry.seq,
    entry.at,
    entry.actor,
    entry.action,
    entry.payload,
    entry.prev_hash,
    hashEntry(entry),
  );
}
