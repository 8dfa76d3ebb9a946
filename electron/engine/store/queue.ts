import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { QueueEntry, ShownMessage, StoredRating } from '../../../shared/contract/rating.ts';
import {
  applyAction,
  EMPTY_RATING,
  type Rating,
  type RatingAction,
  refusal,
} from '../../../shared/domain/rating.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { iso } from '../ids.ts';
import {
  auditEvents,
  type EventRow,
  type RatingPlace,
  recordAction,
  recordStep,
  stepTarget,
  toJournalEvent,
} from '../journal.ts';
import { itemInContext, type StoredMessage } from './items.ts';
import { currentRubric } from './project.ts';
import { raterById } from './raters.ts';

interface QueueRow {
  assignment: string;
  status: QueueEntry['status'];
  flagged: number;
}

/** A rater's queue in assigned order, with what is done; what was handed on to others is not in it. */
export function openQueue(db: ReadConnection, raterUuid: string): OutputOf<'queue.open'> {
  const rater = raterById(db, raterUuid);
  const rows = all<QueueRow>(
    db,
    `SELECT a.uuid AS assignment, coalesce(r.status, 'open') AS status, coalesce(r.flagged, 0) AS flagged
     FROM assignment a LEFT JOIN rating r
       ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
     WHERE a.rater_id = ? AND (a.id NOT IN (SELECT assignment_id FROM assignment_release) OR r.status IN ('submitted', 'skipped'))
     ORDER BY a.position`,
    rater.id,
  );
  return {
    entries: rows.map(({ flagged, ...entry }) => ({ ...entry, flagged: flagged === 1 })),
    canUndo: stepTarget(db, rater.id, 'undo') !== undefined,
    canRedo: stepTarget(db, rater.id, 'redo') !== undefined,
  };
}

interface AssignedRow {
  rater_id: number;
  rater_uuid: string;
  item_id: number;
  item_ref: string;
  occasion: number;
  body: string | null;
  active_ms: number | null;
  updated_at: number | null;
}

interface Assigned {
  place: RatingPlace;
  rating: Rating;
  activeMs: number;
  updatedAt: number | null;
}

const ASSIGNED = `SELECT a.rater_id, p.uuid AS rater_uuid, a.item_id, i.ref AS item_ref, a.occasion,
    r.body, r.active_ms, r.updated_at
  FROM assignment a JOIN rater p ON p.id = a.rater_id JOIN item i ON i.id = a.item_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE a.uuid = ?`;

function assigned(db: ReadConnection, assignment: string): Assigned {
  const row = get<AssignedRow>(db, ASSIGNED, assignment);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This item is not assigned to anyone in this project.');
  return {
    place: {
      raterId: row.rater_id,
      raterUuid: row.rater_uuid,
      itemId: row.item_id,
      itemRef: row.item_ref,
      occasion: row.occasion,
    },
    rating: row.body === null ? EMPTY_RATING : JSON.parse(row.body),
    activeMs: row.active_ms ?? 0,
    updatedAt: row.updated_at,
  };
}

const shown = ({ role, text, parts }: StoredMessage): ShownMessage => ({ role, text, parts });

/** An item as its rater may see it: the conversation and their own rating, and nothing else. */
export function showItem(db: ReadConnection, assignment: string): OutputOf<'item.show'> {
  const { place, rating, activeMs, updatedAt } = assigned(db, assignment);
  const { context, answer } = itemInContext(db, place.itemId);
  return {
    assignment,
    context: context.map(shown),
    answer: shown(answer),
    stored: { assignment, rating, activeMs, savedAt: updatedAt === null ? null : iso(updatedAt) },
  };
}

const NEEDS_ANSWER: ReadonlySet<RatingAction['kind']> = new Set(['spans']);

/** Stores one act of a rater. When this returns, it is on disk. */
export function record(
  context: WriteContext,
  { assignment, action, activeMs }: ParsedInputOf<'rating.record'>,
): StoredRating {
  const { db } = context;
  const current = assigned(db, assignment);
  const rubric = currentRubric(db);
  const length = NEEDS_ANSWER.has(action.kind)
    ? itemInContext(db, current.place.itemId).answer.text.length
    : 0;
  const refused = refusal(rubric, current.rating, action, length);
  if (refused) {
    const code = action.kind === 'submit' ? 'RATING_INCOMPLETE' : 'VALUE_NOT_ALLOWED';
    throw new Fault(code, `Not stored: ${refused}.`);
  }
  const rating = applyAction(current.rating, action);
  const stored = recordAction(context, current.place, rubricRef(rubric), action, rating, activeMs);
  auditEvents(context, 'rate', stored.seq, stored);
  return { assignment, rating, activeMs: current.activeMs + activeMs, savedAt: iso(context.now) };
}

/** Undo or redo of a rater's last step, on whatever item it was. */
export function step(
  context: WriteContext,
  raterUuid: string,
  kind: 'undo' | 'redo',
): OutputOf<'rating.undo'> {
  const { db } = context;
  const rater = raterById(db, raterUuid);
  const target = stepTarget(db, rater.id, kind);
  if (!target) {
    const code = kind === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO';
    throw new Fault(code, kind === 'undo' ? 'There is no step to undo.' : 'There is no step to redo.');
  }
  const rating = recordStep(context, kind, target);
  const place = get<{ uuid: string; active_ms: number }>(
    db,
    `SELECT a.uuid, r.active_ms FROM assignment a
     JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
     WHERE a.rater_id = ? AND a.item_id = ? AND a.occasion = ?`,
    target.rater_id,
    target.item_id,
    target.occasion,
  );
  if (!place) throw new Fault('ITEM_UNKNOWN', 'The item of that step is no longer assigned.');
  return {
    assignment: place.uuid,
    rating,
    activeMs: place.active_ms,
    savedAt: iso(context.now),
    action: actionOf(target),
  };
}

function actionOf(row: EventRow): RatingAction {
  const event = toJournalEvent(row);
  if (event.kind !== 'action') throw new Error(`event ${row.seq} is not an action`);
  return event.action;
}
