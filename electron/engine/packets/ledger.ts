import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import type { PlacedEvent } from './fold.ts';
import type { IncomingEvent } from './incoming.ts';
import { Rules } from './rules.ts';

interface LedgerRow extends PlacedEvent {
  item_id: number;
  occasion: number;
}

const EVENTS = `SELECT e.seq, e.uuid, e.at, e.item_id, e.occasion, e.rubric, e.kind, e.payload, e.active_ms, m.journal_id AS journal, m.previous, m.accepted
  FROM rating_event e LEFT JOIN merged_event m ON m.event_seq = e.seq WHERE e.rater_id = ? ORDER BY e.seq`;

/** All of a rater's events by their places, kept up as events are added. */
export class Ledger {
  readonly rules: Rules;
  private readonly places = new Map<string, PlacedEvent[]>();

  constructor(db: ReadConnection, raterId: number) {
    this.rules = new Rules(db, raterId);
    for (const row of all<LedgerRow>(db, EVENTS, raterId)) this.at(row.item_id, row.occasion).push(row);
  }

  at(itemId: number, occasion: number): PlacedEvent[] {
    const name = `${itemId} ${occasion}`;
    const known = this.places.get(name);
    if (known) return known;
    const fresh: PlacedEvent[] = [];
    this.places.set(name, fresh);
    return fresh;
  }
}

/** The same event, if it is known: one that has only the same id is another. */
export const knownAs = (
  events: readonly PlacedEvent[],
  { uuid, at, rubric, kind, payload, activeMs }: IncomingEvent,
): PlacedEvent | undefined =>
  events.find(
    (event) =>
      event.uuid === uuid &&
      event.at === at &&
      event.rubric === rubric.ref &&
      event.kind === kind &&
      event.payload === payload &&
      event.active_ms === activeMs,
  );
