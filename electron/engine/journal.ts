import { canonical, type Json } from '../../shared/domain/canonical.ts';
import { type JournalEvent, redoTarget, replay, undoTarget } from '../../shared/domain/journal.ts';
import type { Rating, RatingAction } from '../../shared/domain/rating.ts';
import { ratingAction } from '../../shared/domain/rating-schema.ts';
import { audit, type WriteContext } from './context.ts';
import type { ReadConnection } from './db/connection.ts';
import { all, each, get, run } from './db/statements.ts';
import { sha256 } from './digest.ts';

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
  hash: Buffer;
}

/** What the first event is chained to. */
export const JOURNAL_START = Buffer.alloc(32);

/** SHA-256 of the previous hash and the event; rater and item stand in it by ids that hold in every project. */
export const hashEvent = (previous: Buffer, event: Omit<EventRow, 'hash'>): Buffer =>
  sha256(
    canonical([
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
  get<StoredEvent>(db, 'SELECT seq, hash FROM rating_event ORDER BY seq DESC LIMIT 1');

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
  return { seq: event.seq, hash };
}

/** Notes in the audit log that the journal grew; the head hash stands for all events up to it. */
export function auditEvents(context: WriteContext, action: string, first: number, last: StoredEvent): void {
  audit(context, action, { events: [first, last.seq], head: last.hash.toString('hex') });
}

/** The stored event as the pure journal reads it. */
export function toJournalEvent(row: Pick<EventRow, 'uuid' | 'kind' | 'payload'>): JournalEvent {
  const payload: unknown = JSON.parse(row.payload);
  if (row.kind === 'undo' || row.kind === 'redo') {
    const target =
      typeof payload === 'object' && payload !== null && 'event' in payload ? String(payload.event) : '';
    return { id: row.uuid, kind: row.kind, target };
  }
  return { id: row.uuid, kind: 'action', action: ratingAction.parse(payload) };
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
    canonical(rating),
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

/** Newest first, one rater's events over all items. */
function* raterEvents(db: ReadConnection, raterId: number): Generator<JournalEvent> {
  const rows = each<EventRow>(
    db,
    'SELECT uuid, kind, payload FROM rating_event WHERE rater_id = ? ORDER BY seq DESC',
    raterId,
  );
  for (const row of rows) yield toJournalEvent(row);
}

const TARGET = { undo: undoTarget, redo: redoTarget } as const;

/** The event that undo or redo would take next, or undefined. */
export function stepTarget(db: ReadConnection, raterId: number, kind: 'undo' | 'redo'): EventRow | undefined {
  const target = TARGET[kind](raterEvents(db, raterId));
  return target === null
    ? undefined
    : get<EventRow>(
        db,
        // Newest first: the event is among the rater's last, and no index names it.
        `${EVENT_ROWS} WHERE e.rater_id = ? AND e.uuid = ? ORDER BY e.seq DESC LIMIT 1`,
        raterId,
        target,
      );
}

/** Takes a step back or forward: an event of its own, after which the item's rating is read anew from its events. */
export function recordStep(context: WriteContext, kind: 'undo' | 'redo', target: EventRow): Rating {
  const place: RatingPlace = {
    raterId: target.rater_id,
    raterUuid: target.rater_uuid,
    itemId: target.item_id,
    itemRef: target.item_ref,
    occasion: target.occasion,
  };
  const stored = appendEvent(context, {
    place,
    rubric: target.rubric,
    kind,
    payload: { event: target.uuid },
    activeMs: 0,
    batchId: null,
  });
  const rating = ratingFromEvents(context.db, place);
  store(context, place, target.rubric, rating, 0, stored.seq);
  auditEvents(context, kind, stored.seq, stored);
  return rating;
}

/** The rating that the stored events of one item and rater add up to. */
export const ratingFromEvents = (db: ReadConnection, place: RatingPlace): Rating =>
  replay(
    all<EventRow>(
      db,
      'SELECT uuid, kind, payload FROM rating_event WHERE item_id = ? AND rater_id = ? AND occasion = ? ORDER BY seq',
      place.itemId,
      place.raterId,
      place.occasion,
    ).map(toJournalEvent),
  );
