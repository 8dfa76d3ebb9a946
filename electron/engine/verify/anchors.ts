import { isObject } from '../../../shared/domain/json.ts';
import type { AuditRow } from '../audit-log.ts';
import type { ReadConnection } from '../db/connection.ts';
import { evidence } from '../evidence.ts';
import type { JournalProof } from './chain.ts';
import type { Finding } from './finding.ts';

interface Anchor {
  entry: number;
  first: number;
  last: number;
  head: string;
}

interface Witness {
  entry: number;
  action: string;
  payload: Record<string, unknown>;
}

/** What the audit log says of other records, gathered in one pass over it. */
export class Anchors {
  private readonly anchors: Anchor[] = [];
  private readonly witnesses: Witness[] = [];

  readonly visit = (row: AuditRow): void => {
    const payload = parse(row.payload);
    if (!payload) return;
    const events: unknown = payload.events;
    if (Array.isArray(events) && typeof payload.head === 'string')
      this.anchors.push({
        entry: row.seq,
        first: Number(events[0]),
        last: Number(events[1]),
        head: payload.head,
      });
    if (typeof payload.digest === 'string')
      this.witnesses.push({ entry: row.seq, action: row.action, payload });
  };

  /** Sequence numbers of the events whose hashes the log names. */
  named(): Set<number> {
    return new Set(this.anchors.map(({ last }) => last));
  }

  /** The first event that the log does not vouch for: each must be in exactly one range, with the head it had. */
  judgeEvents(journal: JournalProof): Finding | null {
    let expected = 1;
    for (const { entry, first, last, head } of this.anchors) {
      if (first !== expected || journal.hashes.get(last) !== head)
        return {
          table: 'rating_event',
          sequence: first !== expected ? Math.min(first, expected) : Math.min(last, journal.events + 1),
          sentence: `Audit entry ${entry} vouches for rating events ${first} to ${last}, and they are not what it names.`,
        };
      expected = last + 1;
    }
    if (journal.events === expected - 1) return null;
    return {
      table: 'rating_event',
      sequence: expected,
      sentence: `Rating event ${expected} stands in the journal, and no audit entry vouches for it.`,
    };
  }

  /** The first act whose written rows are no longer what they were. */
  judgeEvidence(db: ReadConnection): Finding | null {
    for (const { entry, action, payload } of this.witnesses) {
      const { digest, ...rest } = payload;
      if (evidence(db, action, rest) !== digest)
        return {
          table: 'audit_entry',
          sequence: entry,
          sentence: `What audit entry ${entry} (${action}) wrote has been changed since.`,
        };
    }
    return null;
  }
}

function parse(payload: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(payload);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
