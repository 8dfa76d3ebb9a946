import type { Standing } from '../../../shared/contract/adjudication.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import {
  type AdjudicationAction,
  type AdjudicationUnit,
  adjudicationAction,
  standingEvents,
  unitKey,
} from '../../../shared/domain/adjudication.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { iso } from '../ids.ts';

/** The row of an item. @throws Fault ITEM_UNKNOWN */
export function itemRow(db: ReadConnection, item: string): number {
  const row = get<{ id: number }>(db, 'SELECT id FROM item WHERE uuid = ?', item);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This project has no such item.');
  return row.id;
}

/** An event as it is stored. */
interface EventRow {
  uuid: string;
  item_id: number;
  item: string;
  candidate: number | null;
  dimension: string;
  rubric: string;
  kind: 'decide' | 'return' | 'undo' | 'redo';
  payload: string;
  actor: string;
  at: number;
  merged: number;
}

interface Happening {
  id: string;
  itemId: number;
  unit: AdjudicationUnit;
  /** The version in force when it was done. */
  rubric: string;
  by: string;
  at: number;
  merged: boolean;
}

/** Something that a lead did to a unit. */
export type Acted = Happening & { kind: 'action'; action: AdjudicationAction };
/** An event on a unit. */
export type Happened = Acted | (Happening & { kind: 'undo' | 'redo'; target: string });

/** By time, and of one moment by their ids, which were given in order: the same order in every file they were merged into. */
const EVENTS = `SELECT e.uuid, e.item_id, i.uuid AS item, e.candidate, e.dimension, e.rubric, e.kind, e.payload, e.actor, e.at, e.merged
  FROM adjudication_event e JOIN item i ON i.id = e.item_id`;
const IN_ORDER = 'ORDER BY e.at, e.uuid';

function hydrate(row: EventRow): Happened {
  const { uuid: id, item_id: itemId, item, candidate, dimension, rubric, actor: by, at } = row;
  const happening = {
    id,
    itemId,
    unit: { item, candidate, dimension },
    rubric,
    by,
    at,
    merged: row.merged === 1,
  };
  const payload: unknown = JSON.parse(row.payload);
  if (row.kind === 'undo' || row.kind === 'redo') {
    const target = typeof payload === 'object' && payload !== null && 'event' in payload ? payload.event : '';
    return { ...happening, kind: row.kind, target: String(target) };
  }
  return { ...happening, kind: 'action', action: adjudicationAction.parse(payload) };
}

export const allEvents = (db: ReadConnection): Happened[] =>
  all<EventRow>(db, `${EVENTS} ${IN_ORDER}`).map(hydrate);

export const eventsOf = (db: ReadConnection, itemId: number): Happened[] =>
  all<EventRow>(db, `${EVENTS} WHERE e.item_id = ? ${IN_ORDER}`, itemId).map(hydrate);

/** What one person did here, newest first: undo takes back nothing that somebody else did, or that came from another file. */
export const ownEvents = (db: ReadConnection, actor: string): Happened[] =>
  all<EventRow>(db, `${EVENTS} WHERE e.actor = ? AND e.merged = 0 ORDER BY e.id DESC`, actor).map(hydrate);

/** What stands of each unit that anything was done to, by the unit's key. */
export function standingByUnit(events: readonly Happened[]): Map<string, Acted> {
  const standing = new Map<string, Acted>();
  for (const event of standingEvents(events)) standing.set(unitKey(event.unit), event);
  return standing;
}

export const standingOf = (events: readonly Happened[], unit: AdjudicationUnit): Acted | null =>
  standingByUnit(events).get(unitKey(unit)) ?? null;

/** Ratings of the item that its raters have not submitted again since a moment. */
export const waitingSince = (db: ReadConnection, itemId: number, at: number): number =>
  count(
    db,
    `SELECT count(DISTINCT r.rater_id) AS n FROM rating r WHERE r.item_id = ? AND r.status != 'skipped'
       AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.item_id = r.item_id AND n.rater_id = r.rater_id
         AND n.status = 'submitted' AND n.updated_at > ?)`,
    itemId,
    at,
  );

/** As the lead is shown it. */
export function shownStanding(db: ReadConnection, event: Acted | null): Standing | null {
  if (!event) return null;
  const { action, by, itemId } = event;
  const at = iso(event.at);
  if (action.kind === 'return')
    return { kind: 'returned', note: action.note, by, at, waiting: waitingSince(db, itemId, event.at) };
  const { value, how, rationale } = action;
  return { kind: 'decided', value, how, rationale, by, at };
}

/** An event as another project file tells it. */
export interface ForeignEvent {
  uuid: string;
  candidate: number | null;
  dimension: string;
  rubric: string;
  kind: string;
  payload: string;
  actor: string;
  at: number;
}

/** All events of a project file, with the ids of their items there. */
export const lentDecisions = (db: ReadConnection): (ForeignEvent & { item: string })[] =>
  all<ForeignEvent & { item: string }>(
    db,
    `SELECT i.uuid AS item, e.uuid, e.candidate, e.dimension, e.rubric, e.kind, e.payload, e.actor, e.at
     FROM adjudication_event e JOIN item i ON i.id = e.item_id ORDER BY e.id`,
  );

/** Takes in what is not known here; how many that are. */
export function mergeEvents(
  context: WriteContext,
  events: readonly (ForeignEvent & { itemId: number })[],
): number {
  const act = context.newId();
  let fresh = 0;
  for (const { uuid, itemId, candidate, dimension, rubric, kind, payload, actor, at } of events)
    fresh += run(
      context.db,
      `INSERT OR IGNORE INTO adjudication_event (uuid, act, item_id, candidate, dimension, rubric, kind, payload, actor, at, merged)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      uuid,
      act,
      itemId,
      candidate,
      dimension,
      rubric,
      kind,
      payload,
      actor,
      at,
    ).changes;
  if (fresh > 0) audit(context, 'adjudicate.merge', { act, events: fresh });
  return fresh;
}

export interface NewEvent {
  itemId: number;
  unit: Pick<AdjudicationUnit, 'candidate' | 'dimension'>;
  rubric: string;
  kind: EventRow['kind'];
  payload: Json;
}

/** Adds events under one act, and notes it in the audit log. */
export function appendEvents(context: WriteContext, events: readonly NewEvent[]): void {
  const act = context.newId();
  for (const event of events) insertEvent(context, act, event);
  audit(context, `adjudicate.${events[0]?.kind ?? 'decide'}`, { act, events: events.length });
}

function insertEvent(context: WriteContext, act: string, event: NewEvent): void {
  run(
    context.db,
    `INSERT INTO adjudication_event (uuid, act, item_id, candidate, dimension, rubric, kind, payload, actor, at, merged)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    context.newId(),
    act,
    event.itemId,
    event.unit.candidate,
    event.unit.dimension,
    event.rubric,
    event.kind,
    canonical(event.payload),
    context.actor,
    context.now,
  );
}
