import type { ResolutionKind } from '../../../shared/contract/packets.ts';
import type { WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { lastEvent } from '../journal.ts';

/** What is decided: a row of merge_decision. */
export interface Decision {
  kind: ResolutionKind;
  raterId?: number;
  itemId?: number;
  occasion?: number;
  journalId?: number;
  toRaterId?: number;
  subject: string;
}

/** Adds a decision of the lead; the caller notes it in the audit log. */
export function decide(context: WriteContext, act: string, decision: Decision): void {
  const { kind, raterId, itemId, occasion, journalId, toRaterId, subject } = decision;
  run(
    context.db,
    `INSERT INTO merge_decision (act, kind, rater_id, item_id, occasion, journal_id, to_rater_id, subject, after_event, actor, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    act,
    kind,
    raterId ?? null,
    itemId ?? null,
    occasion ?? null,
    journalId ?? null,
    toRaterId ?? null,
    subject,
    lastEvent(context.db)?.seq ?? 0,
    context.actor,
    context.now,
  );
}
