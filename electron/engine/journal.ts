import { canonical, type Json } from '../../shared/domain/canonical.ts';
import { type JournalEvent, redoTargets, undoTargets } from '../../shared/domain/journal.ts';
import type { Rating, RatingAction } from '../../shared/domain/rating.ts';
import { ratingBody } from '../../shared/domain/rating-body.ts';
import { isOneStep } from '../../shared/domain/steps.ts';
import { audit, type WriteContext } from './context.ts';
import type { ReadConnection } from './db/connection.ts';
import { all, get, run } from './db/statements.ts';
import { sha256 } from './digest.ts';
import { toJournalEvent } from './journal-event.ts';
import { currentAt, writeStanding } from './packets/standing.ts';

/** Whose rating of what: one row of the rating table. */
export interface RatingPlace {
  raterId: number;
  raterUuid: string;
  itemId: number;
  itemRef: string;
  occasion: number;
}

export interface EventRow {
  seq: number;
  uuid: string;
  at: number;
  rater_id: number;
  rater_uuid: string;
  item_id: number;
  item_ref: string;
  occasion: number;
  rubric: string;
  kind: string;
  payload: string;
  active_ms: number;
  hash: Buffer;
}

export interface StoredEvent {
  seq: number;
  uuid: string;
  hash: Buffer;
}

/** What the first event is chained to. */
export const JOURNAL_START = Buffer.alloc(32);

/** SHA-256 of the previous hash and the event; rater and item stand in it by ids that hold in every project. */
export const hashEvent = (previous: Buffer, event: Omit<EventRow, 'hash'>): Buffer =>
  sha256(
    // A list of texts and numbers is canonical as it is.
    JSON.stringify([
      previous.toString('hex'),
      event.seq,
      event.uuid,
      event.at,
      event.rater_uuid,
      event.item_ref,
      event.occasion,
      event.rubric,
      event.kind,
      event.payload,
      event.active_ms,
    ]),
  );

/** Every event with the ids of its rater and item, in order. */
export const EVENT_ROWS = `SELECT e.seq, e.uuid, e.at, e.rater_id, r.uuid AS rater_uuid, e.item_id, i.ref AS item_ref, e.occasion,
  e.rubric, e.kind, e.payload, e.active_ms, e.hash
  FROM rating_event e JOIN rater r ON r.id = e.rater_id JOIN item i ON i.id = e.item_id`;

export const lastEvent = (db: ReadConnection): StoredEvent | undefined =>
  get<StoredEvent>(db, 'SELECT seq, uuid, hash FROM rating_event ORDER BY seq DESC LIMIT 1');

interface NewEvent {
  place: RatingPlace;
  rubric: string;
  kind: string;
  payload: Json;
  activeMs: number;
  batchId: number | null;
}

function appendEvent(
  context: WriteContext,
  { place, rubric, kind, payload, activeMs, batchId }: NewEvent,
): StoredEvent {
  const last = lastEvent(context.db);
  const event = {
    seq: (last?.seq ?? 0) + 1,
    uuid: context.newId(),
    at: context.now,
    rater_id: place.raterId,
    rater_uuid: place.raterUuid,
    item_id: place.itemId,
    item_ref: place.itemRef,
    occasion: place.occasion,
    rubric,
    kind,
    payload: canonical(payload),
    active_ms: activeMs,
  };
  const hash = hashEvent(last?.hash ?? JOURNAL_START, event);
  run(
    context.db,
    `INSERT INTO rating_event (seq, uuid, at, rater_id, item_id, occasion, rubric, kind, payload, active_ms, batch_id, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.seq,
    event.uuid,
    event.at,
    event.rater_id,
    event.item_id,
    event.occasion,
    event.rubric,
    event.kind,
    event.payload,
    event.active_ms,
    batchId,
    hash,
  );
  return { seq: event.seq, uuid: event.uuid, hash };
}

/** Notes in the audit log that the journal grew; the head hash stands for all events up to it. */
export function auditEvents(context: WriteContext, action: string, first: number, last: StoredEvent): void {
  audit(context, action, { events: [first, last.seq], head: last.hash.toString('hex') });
}

function store(
  context: WriteContext,
  place: RatingPlace,
  rubric: string,
  rating: Rating,
  activeMs: number,
  seq: number,
): void {
  run(
    context.db,
    `INSERT INTO rating (rater_id, item_id, occasion, rubric, status, flagged, body, active_ms, last_event, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_id, rater_id, occasion) DO UPDATE SET rubric = excluded.rubric, status = excluded.status,
       flagged = excluded.flagged, body = excluded.body, active_ms = rating.active_ms + excluded.active_ms,
       last_event = excluded.last_event, updated_at = excluded.updated_at`,
    place.raterId,
    place.itemId,
    place.occasion,
    rubric,
    rating.status,
    rating.flagged ? 1 : 0,
    ratingBody(rating),
    activeMs,
    seq,
    context.now,
  );
}

/** Stores one action: the event and the rating it leads to. The caller notes it in the audit log. */
export function recordAction(
  context: WriteContext,
  place: RatingPlace,
  rubric: string,
  action: RatingAction,
  next: Rating,
  activeMs: number,
  batchId: number | null = null,
): StoredEvent {
  const stored = appendEvent(context, {
    place,
    rubric,
    kind: action.kind,
    payload: action,
    activeMs,
    batchId,
  });
  store(context, place, rubric, next, activeMs, stored.seq);
  return stored;
}

/** Events read at a time: a step back seldom looks at more. */
const PAGE = 64;

/**
 * Newest first, one rater's events over all items, but those that were made in another file: undo takes back what was done here. In
 * pages, so that the connection is free in between.
 */
function* raterEvents(db: ReadConnection, raterId: number): Generator<JournalEvent> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = all<EventRow>(
      db,
      `SELECT seq, uuid, kind, payload FROM rating_event
       WHERE rater_id = ? AND seq < ? AND seq NOT IN (SELECT event_seq FROM merged_event) ORDER BY seq DESC LIMIT ?`,
      raterId,
      before,
      PAGE,
    );
    for (const row of rows) yield toJournalEvent(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    before = last.seq;
  }
}

const TARGETS = { undo: undoTargets, redo: redoTargets } as const;

const placed = (row: EventRow) => {
  const event = toJournalEvent(row);
  if (event.kind !== 'action') throw new Error(`event ${row.seq} is not an action`);
  return { place: `${row.item_id} ${row.occasion}`, at: row.at, action: event.action };
};

/** The action that an event records. */
export const actionOf = (row: EventRow): RatingAction => placed(row).action;

/**
 * The events that undo or redo would take next, in the order it takes them; empty where there are none. Mostly one: a word that was
 * written in several bursts, or a value and what went with it, are taken together.
 */
export function stepTargets(db: ReadConnection, raterId: number, kind: 'undo' | 'redo'): EventRow[] {
  const targets: EventRow[] = [];
  for (const uuid of TARGETS[kind](raterEvents(db, raterId))) {
    const row = eventOf(db, raterId, uuid);
    const last = targets.at(-1);
    if (last && !(kind === 'undo' ? follows(row, last) : follows(last, row))) break;
    targets.push(row);
  }
  return targets;
}

const follows = (older: EventRow, newer: EventRow): boolean => isOneStep(placed(older), placed(newer));

function eventOf(db: ReadConnection, raterId: number, uuid: string): EventRow {
  // Newest first: the event is among the rater's last, and no index names it.
  const row = get<EventRow>(
    db,
    `${EVENT_ROWS} WHERE e.rater_id = ? AND e.uuid = ? ORDER BY e.seq DESC LIMIT 1`,
    raterId,
    uuid,
  );
  if (!row) throw new Error(`there is no event ${uuid}`);
  return row;
}

/** Takes a step back or forward: an event for each it takes, after which the item's rating is read anew from its events. */
export function recordStep(
  context: WriteContext,
  kind: 'undo' | 'redo',
  targets: readonly [EventRow, ...EventRow[]],
): { rating: Rating; stored: StoredEvent } {
  const [first] = targets;
  const place = placeOf(first);
  const events = targets.map(({ uuid, rubric }) =>
    appendEvent(context, { place, rubric, kind, payload: { event: uuid }, activeMs: 0, batchId: null }),
  );
  const standing = currentAt(context.db, place);
  const stored = events.at(-1);
  if (!stored || !standing) throw new Error('a step has at least one event');
  writeStanding(context.db, place, standing);
  auditEvents(context, kind, events[0]?.seq ?? stored.seq, stored);
  return { rating: standing.rating, stored };
}

const placeOf = (row: EventRow): RatingPlace => ({
  raterId: row.rater_id,
  raterUuid: row.rater_uuid,
  itemId: row.item_id,
  itemRef: row.item_ref,
  occasion: row.occasion,
});
