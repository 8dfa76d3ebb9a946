import { type AuditRow, GENESIS, hashEntry } from '../audit-log.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { sameBytes } from '../digest.ts';
import { toFailure } from '../faults.ts';
import { EVENT_ROWS, type EventRow, hashEvent, JOURNAL_START } from '../journal.ts';
import type { Finding } from './finding.ts';

/** Head hash of the journal at each event; 32 bytes an event. */
export interface JournalProof {
  finding: Finding | null;
  events: number;
  hashes: Map<number, string>;
}

/** Follows the chain of rating events; `wanted` are the sequence numbers whose hashes the audit log names. */
export function followJournal(db: ReadConnection, wanted: ReadonlySet<number>): JournalProof {
  const hashes = new Map<number, string>();
  let previous: Buffer = JOURNAL_START;
  let expected = 1;
  let finding: Finding | null = null;
  try {
    for (const row of each<EventRow>(db, `${EVENT_ROWS} ORDER BY e.seq`)) {
      finding ??= judgeEvent(row, expected, previous);
      if (wanted.has(row.seq)) hashes.set(row.seq, row.hash.toString('hex'));
      previous = row.hash;
      expected = row.seq + 1;
    }
  } catch (error) {
    finding ??= unreadable('rating_event', expected, error);
  }
  return { finding, events: expected - 1, hashes };
}

function judgeEvent(row: EventRow, expected: number, previous: Buffer): Finding | null {
  const found = (sentence: string, sequence = row.seq): Finding => ({
    table: 'rating_event',
    sequence,
    sentence,
  });
  if (row.seq !== expected) return found(`Rating event ${expected} is missing.`, expected);
  const text = readableEvent(row);
  if (text !== null) return found(`Rating event ${row.seq} ${text}.`);
  if (!sameBytes(hashEvent(previous, row), row.hash))
    return found(`Rating event ${row.seq} is not what was recorded: its content does not match its hash.`);
  return null;
}

/** A hash can only be taken over the types the columns were written with. */
function readableEvent(row: EventRow): string | null {
  const textual = [row.uuid, row.rubric, row.kind, row.payload, row.rater_uuid, row.item_ref];
  if (textual.some((value) => typeof value !== 'string')) return 'holds something that is not text';
  return Buffer.isBuffer(row.hash) && row.hash.length === 32 ? null : 'has no readable hash';
}

/** Where the file is so damaged that its next row cannot be read. */
const unreadable = (table: string, sequence: number, error: unknown): Finding => ({
  table,
  sequence,
  sentence: `Row ${sequence} of ${table} cannot be read. ${toFailure(error, 'the project').message}`,
});

export interface AuditProof {
  finding: Finding | null;
  entries: number;
  head: string;
}

/** Follows the chain of audit entries, handing each on to `visit` for what it says of other records. */
export function followAuditLog(db: ReadConnection, visit: (row: AuditRow) => void): AuditProof {
  let previous: Buffer = GENESIS;
  let expected = 1;
  let finding: Finding | null = null;
  try {
    for (const row of each<AuditRow>(db, 'SELECT * FROM audit_entry ORDER BY seq')) {
      finding ??= judgeEntry(row, expected, previous);
      visit(row);
      previous = row.hash;
      expected = row.seq + 1;
    }
  } catch (error) {
    finding ??= unreadable('audit_entry', expected, error);
  }
  return { finding, entries: expected - 1, head: previous.toString('hex') };
}

function judgeEntry(row: AuditRow, expected: number, previous: Buffer): Finding | null {
  const found = (sentence: string, sequence = row.seq): Finding => ({
    table: 'audit_entry',
    sequence,
    sentence,
  });
  if (row.seq !== expected) return found(`Audit entry ${expected} is missing.`, expected);
  if (!Buffer.isBuffer(row.hash) || !Buffer.isBuffer(row.prev_hash))
    return found(`Audit entry ${row.seq} has no readable hash.`);
  if (!sameBytes(row.prev_hash, previous))
    return found(`Audit entry ${row.seq} does not follow from the entry before it.`);
  if (!sameBytes(hashEntry(row), row.hash))
    return found(`Audit entry ${row.seq} is not what was recorded: its content does not match its hash.`);
  return null;
}
