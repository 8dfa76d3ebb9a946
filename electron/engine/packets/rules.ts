import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import type { Rule } from './fold.ts';

interface DecisionRow {
  id: number;
  act: string;
  kind: 'keep' | 'another' | 'accept';
  rater_id: number | null;
  item_id: number | null;
  occasion: number | null;
  journal_id: number | null;
  subject: string;
  after_event: number;
  undoes: string | null;
}

const CELLS = 'id, act, kind, rater_id, item_id, occasion, journal_id, subject, after_event, undoes';
const OF_RATER = `SELECT ${CELLS} FROM merge_decision WHERE rater_id = ? AND kind IN ('keep', 'another')`;
const TO_RATER = `SELECT ${CELLS} FROM merge_decision WHERE to_rater_id = ? AND kind = 'another'`;
/** Of accepted texts only those matter that were once withdrawn. */
const OF_RUBRICS = `SELECT ${CELLS} FROM merge_decision WHERE kind = 'accept' AND subject IN (
  SELECT subject FROM merge_decision WHERE undoes IS NOT NULL AND kind = 'accept')`;

type Keep = Extract<Rule, { kind: 'keep' }>;

/** The decisions of the lead that bear on one rater's places, with those that were undone: what was rated meanwhile followed them. */
export class Rules {
  private readonly everywhere: Rule[] = [];
  private readonly byPlace = new Map<string, Keep[]>();
  private readonly kept = new Map<string, Keep>();

  constructor(db: ReadConnection, raterId: number) {
    const rows = [
      ...all<DecisionRow>(db, OF_RATER, raterId),
      ...all<DecisionRow>(db, TO_RATER, raterId),
      ...all<DecisionRow>(db, OF_RUBRICS),
    ].sort((one, other) => one.id - other.id);
    for (const row of rows)
      if (row.kind === 'keep') this.keep(row);
      else if (row.kind === 'another')
        this.giveAway(row, (row.rater_id === raterId) === (row.undoes === null));
      else this.withdraw(row);
  }

  private keep({ act, item_id, occasion, subject, after_event: after, undoes }: DecisionRow): void {
    const undone = undoes === null ? undefined : this.kept.get(undoes);
    if (undone) undone.until = after;
    if (undoes !== null) return;
    const { event, among }: { event: string; among: string[] } = JSON.parse(subject);
    const place = `${item_id} ${occasion}`;
    const rule: Keep = { kind: 'keep', after, until: null, event, among };
    this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), rule]);
    this.kept.set(act, rule);
  }

  private giveAway({ journal_id, after_event: after }: DecisionRow, isAway: boolean): void {
    const journal = journal_id ?? 0;
    const found = this.everywhere.find(
      (rule) => rule.kind === 'another' && rule.journal === journal && rule.until === null,
    );
    if (isAway && !found) this.everywhere.push({ kind: 'another', after, until: null, journal });
    if (!isAway && found) found.until = after;
  }

  private withdraw({ subject: rubric, after_event: after, undoes }: DecisionRow): void {
    const found = this.everywhere.find(
      (rule) => rule.kind === 'without' && rule.rubric === rubric && rule.until === null,
    );
    if (undoes !== null && !found) this.everywhere.push({ kind: 'without', after, until: null, rubric });
    if (undoes === null && found) found.until = after;
  }

  at(itemId: number, occasion: number): readonly Rule[] {
    const own = this.byPlace.get(`${itemId} ${occasion}`);
    return own ? [...this.everywhere, ...own].toSorted((a, b) => a.after - b.after) : this.everywhere;
  }
}
