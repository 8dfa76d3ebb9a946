import { createHash } from 'node:crypto';
import type { ReadConnection } from './db/connection.ts';
import { each, type Parameter } from './db/statements.ts';
import { sha256Hex } from './digest.ts';

export type Payload = Readonly<Record<string, unknown>>;
/** Digests that were taken as the rows were written. */
export interface Taken {
  conversations?: string;
  quarantine?: string;
  origins?: string;
}
export type Evidence = (db: ReadConnection, payload: Payload, taken?: Taken) => string;

/** SHA-256 over the rows a query gives, each as a JSON list, one a line. */
export function digestRows(db: ReadConnection, sql: string, ...parameters: Parameter[]): string {
  const hash = createHash('sha256');
  for (const row of each<Record<string, unknown>>(db, sql, ...parameters)) {
    const face = Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value));
    hash.update(`${JSON.stringify(face)}\n`);
  }
  return hash.digest('hex');
}

export const text = (payload: Payload, field: string): string => String(payload[field]);

/** A digest over the row(s) that an act wrote, found by one field of its payload. */
export const over =
  (sql: string, field: string): Evidence =>
  (db, payload) =>
    digestRows(db, sql, text(payload, field));

/** One digest over several. */
export const all =
  (...parts: Evidence[]): Evidence =>
  (db, payload, taken) =>
    sha256Hex(parts.map((part) => part(db, payload, taken)).join('\n'));
