import type { DecisionKind, MergeDecision } from '../../../shared/contract/packets.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, run } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { lastEvent } from '../journal.ts';

/** What is decided: a row of merge_decision. */
export interface Decision {
  kind: DecisionKind;
  raterId?: number;
  itemId?: number;
  occasion?: number;
  journalId?: number;
  toRaterId?: number;
  subject: string;
  /** The act of the decision that this takes back. */
  undoes?: string;
}

/** Adds a decision of the lead; the caller notes it in the audit log. */
export function decide(context: WriteContext, act: string, decision: Decision): void {
  const { kind, raterId, itemId, occasion, journalId, toRaterId, subject, undoes } = decision;
  run(
    context.db,
    `INSERT INTO merge_decision (act, kind, rater_id, item_id, occasion, journal_id, to_rater_id, subject, after_event, actor, at, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    undoes ?? null,
  );
}

interface StandingRow {
  act: string;
  kind: DecisionKind;
  rater: string | null;
  other: string | null;
  item: string | null;
  item_id: number | null;
  subject: string;
  actor: string;
  at: number;
}

const STANDING = `SELECT d.act, d.kind, p.name AS rater, o.name AS other, i.uuid AS item, d.item_id, d.subject, d.actor, d.at
  FROM standing_decision d LEFT JOIN rater p ON p.id = d.rater_id LEFT JOIN rater o ON o.id = d.to_rater_id
  LEFT JOIN item i ON i.id = d.item_id WHERE d.id IN (SELECT min(id) FROM standing_decision GROUP BY act) ORDER BY d.id DESC`;

/** What was decided and still stands, newest first. */
export const standingDecisions = (
  db: ReadConnection,
  answerOf: (item: number) => string | null,
): MergeDecision[] =>
  all<StandingRow>(db, STANDING).map(({ act, kind, rater, other, item, item_id, subject, actor, at }) => ({
    id: act,
    kind,
    rater: kind === 'dismiss' ? (subject.split('\n')[0] ?? null) : rater,
    other,
    item,
    answer: item_id === null ? null : answerOf(item_id),
    rubric: kind === 'accept' ? (subject.split(' ')[0] ?? null) : null,
    by: actor,
    at: iso(at),
  }));
