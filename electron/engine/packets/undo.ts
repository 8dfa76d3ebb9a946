import { Fault } from '../../../shared/contract/errors.ts';
import type { DecisionKind } from '../../../shared/contract/packets.ts';
import { audit, type WriteContext } from '../context.ts';
import type { WriteConnection } from '../db/connection.ts';
import { all, run } from '../db/statements.ts';
import { type Decision, decide } from './decisions.ts';
import { giveBack } from './split.ts';
import { type PlaceKey, restand } from './standing.ts';

interface DecisionRow {
  kind: DecisionKind;
  raterId: number | null;
  itemId: number | null;
  occasion: number | null;
  journalId: number | null;
  toRaterId: number | null;
  subject: string;
}

const DECIDED = `SELECT kind, rater_id AS raterId, item_id AS itemId, occasion, journal_id AS journalId, to_rater_id AS toRaterId, subject
  FROM standing_decision WHERE act = ? ORDER BY id`;

/** Takes a decision back: what it was about is open again, and reads as it did before. The decision stays on record, and so does this. */
export function undoDecision(context: WriteContext, act: string): void {
  const rows = all<DecisionRow>(context.db, DECIDED, act);
  const [first] = rows;
  if (!first)
    throw new Fault('CONFLICT_UNKNOWN', 'This decision was undone already, or is not of this project.');
  if (first.kind === 'another') {
    giveBack(
      context,
      rows.flatMap(({ raterId, toRaterId, journalId, subject }) =>
        raterId === null || toRaterId === null || journalId === null
          ? []
          : { raterId, toRaterId, journalId, subject },
      ),
      act,
    );
    return;
  }
  const undo = context.newId();
  for (const row of rows) decide(context, undo, { ...given(row), undoes: act });
  const { kind, raterId, itemId, occasion, subject } = first;
  audit(context, 'packet.resolve', { act: undo, kind, decisions: rows.length, undoes: act });
  if (kind === 'keep' && raterId !== null && itemId !== null && occasion !== null)
    restand(context.db, { raterId, itemId, occasion });
  if (kind === 'accept') withdraw(context.db, subject);
}

/** What is given of a decision. */
const given = ({ kind, raterId, itemId, occasion, subject }: DecisionRow): Decision => ({
  kind,
  ...(raterId === null ? {} : { raterId }),
  ...(itemId === null ? {} : { itemId }),
  ...(occasion === null ? {} : { occasion }),
  subject,
});

const UNDER = `SELECT DISTINCT e.rater_id AS raterId, e.item_id AS itemId, e.occasion
  FROM merged_event m JOIN rating_event e ON e.seq = m.event_seq WHERE m.accepted = ?`;

/** Reads the ratings anew that were made under another text of a rubric. */
export function restandUnder(db: WriteConnection, rubric: string): void {
  for (const place of all<PlaceKey>(db, UNDER, rubric)) restand(db, place);
}

const HELD_UNDER = `UPDATE held_event SET taken_at = NULL
  WHERE taken_at IS NOT NULL AND json_extract(record, '$.event.rubric.ref') || ' ' || json_extract(record, '$.event.rubric.digest') = ?`;

/** What was made under that text is held back again. */
function withdraw(db: WriteConnection, rubric: string): void {
  run(db, HELD_UNDER, rubric);
  restandUnder(db, rubric);
}
