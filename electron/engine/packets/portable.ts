import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { counting, foldPlace, holding, type PlacedEvent, type Rule } from './fold.ts';
import { identityOf } from './names.ts';
import { Rules } from './rules.ts';

/** A rating event as it can be told to another file: nothing in it is a number of this one. */
export interface PortableEvent {
  uuid: string;
  at: number;
  rater: string;
  item: string;
  occasion: number;
  rubric: string;
  kind: string;
  payload: string;
  activeMs: number;
  /** Id of the event at the same place that it follows. */
  previous: string | null;
  /** The file it was made in, and where it stands in its journal. */
  journal: string;
  journalSeq: number;
  journalHash: Buffer;
  /** The record it was imported from. */
  imported: { digest: Buffer; extra: string | null } | null;
}

interface EventRow extends PlacedEvent {
  item_id: number;
  item: string;
  occasion: number;
  hash: Buffer;
  project: string | null;
  journal_seq: number | null;
  journal_hash: Buffer | null;
}

const EVENTS = `SELECT e.seq, e.uuid, e.at, e.item_id, i.uuid AS item, e.occasion, e.rubric, e.kind, e.payload, e.active_ms, e.hash,
    m.journal_id AS journal, m.previous, m.accepted, j.project, m.journal_seq, m.journal_hash
  FROM rating_event e JOIN item i ON i.id = e.item_id
  LEFT JOIN merged_event m ON m.event_seq = e.seq LEFT JOIN foreign_journal j ON j.id = m.journal_id
  WHERE e.rater_id = ? ORDER BY e.seq`;

/** All events of a rater, in the order of the journal; those that were given to another rater are theirs. */
export function readPortable(db: ReadConnection, rater: { id: number; uuid: string }): PortableEvent[] {
  const { journal: here } = identityOf(db);
  const rules = new Rules(db, rater.id);
  const places = new Map<string, EventRow[]>();
  const rows = all<EventRow>(db, EVENTS, rater.id);
  for (const row of rows) {
    const place = `${row.item_id} ${row.occasion}`;
    const known = places.get(place);
    if (known) known.push(row);
    else places.set(place, [row]);
  }
  const previous = new Map<number, string | null>();
  for (const own of places.values()) {
    const [first] = own;
    if (first) tellPrevious(own, rules.at(first.item_id, first.occasion), previous);
  }
  const imported = importedOf(db, rater.id);
  return rows.flatMap((row) => {
    const before = previous.get(row.seq);
    if (before === undefined) return [];
    return {
      uuid: row.uuid,
      at: row.at,
      rater: rater.uuid,
      item: row.item,
      occasion: row.occasion,
      rubric: row.rubric,
      kind: row.kind,
      payload: row.payload,
      activeMs: row.active_ms,
      previous: before,
      journal: row.project ?? here,
      journalSeq: row.journal_seq ?? row.seq,
      journalHash: row.journal_hash ?? row.hash,
      imported: imported.get(row.seq) ?? null,
    };
  });
}

/** Tells of each event of a place which one it follows; events that do not count for the rater are left out. */
function tellPrevious(
  events: readonly PlacedEvent[],
  rules: readonly Rule[],
  told: Map<number, string | null>,
): void {
  const { previous } = foldPlace(events, rules);
  const own = new Map(counting(events, holding(rules)).map(({ seq, uuid }) => [seq, uuid]));
  for (const seq of own.keys()) {
    let before = previous.get(seq) ?? null;
    while (before !== null && !own.has(before)) before = previous.get(before) ?? null;
    told.set(seq, before === null ? null : (own.get(before) ?? null));
  }
}

interface ImportedRow {
  event_seq: number;
  digest: Buffer;
  extra: string | null;
}

function importedOf(
  db: ReadConnection,
  raterId: number,
): Map<number, { digest: Buffer; extra: string | null }> {
  const rows = all<ImportedRow>(
    db,
    `SELECT d.event_seq, d.digest, d.extra FROM imported_rating d JOIN rating_event e ON e.seq = d.event_seq
     WHERE e.rater_id = ?`,
    raterId,
  );
  return new Map(rows.map(({ event_seq, digest, extra }) => [event_seq, { digest, extra }]));
}
