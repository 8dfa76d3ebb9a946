import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { QueueEntry, ShownMessage, StoredRating } from '../../../shared/contract/rating.ts';
import { comparisonRefusal, isOfComparison } from '../../../shared/domain/comparison.ts';
import {
  applyAction,
  EMPTY_RATING,
  type Rating,
  type RatingAction,
  refusal,
} from '../../../shared/domain/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { auditEvents, type RatingPlace, recordAction } from '../journal.ts';
import { warningOf } from './harshness.ts';
import { itemInContext, type StoredMessage } from './items.ts';
import { repliesTo, replyTo } from './marks.ts';
import { placeOf } from './places.ts';
import { currentRubric, findRubric } from './project.ts';
import { raterById } from './raters.ts';
import { carrying, type Rerating, reratingAt } from './reratings.ts';
import { readSettings } from './settings.ts';
import { nextSteps } from './steps.ts';
import { unblinded } from './unblinded.ts';

interface QueueRow {
  assignment: string;
  status: QueueEntry['status'];
  flagged: number;
  round: string | null;
}

/** A rater's queue in assigned order, with what is done; what was handed on to others is not in it. */
export function openQueue(db: ReadConnection, raterUuid: string): OutputOf<'queue.open'> {
  const rater = raterById(db, raterUuid);
  const rows = all<QueueRow>(
    db,
    `SELECT a.uuid AS assignment, coalesce(r.status, 'open') AS status, coalesce(r.flagged, 0) AS flagged, c.round
     FROM assignment a LEFT JOIN rating r
       ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
     LEFT JOIN calibration c ON c.assignment_id = a.id
     WHERE a.rater_id = ? AND (a.id NOT IN (SELECT assignment_id FROM assignment_release) OR r.status IN ('submitted', 'skipped'))
     ORDER BY a.position`,
    rater.id,
  );
  return {
    entries: rows.map(({ flagged, round, ...entry }) => ({
      ...entry,
      flagged: flagged === 1,
      ...(round === null ? {} : { round }),
    })),
    next: nextSteps(db, rater.id),
    place: placeOf(db, rater.id),
    replies: repliesTo(db, rater.id),
  };
}

interface AssignedRow {
  rater_id: number;
  rater_uuid: string;
  item_id: number;
  item_ref: string;
  occasion: number;
  shown_order: string | null;
  rubric: string | null;
  body: string | null;
  active_ms: number | null;
  updated_at: number | null;
  last_event: number | null;
}

interface Assigned {
  place: RatingPlace;
  /** The version it was begun under; the newest of what is not begun. */
  rubric: Rubric;
  /** Of a rating that is made again. */
  rerating: Rerating | null;
  rating: Rating;
  /** Numbers of the candidates of a comparison in the order they are shown; null of one answer. */
  shownOrder: number[] | null;
  activeMs: number;
  updatedAt: number | null;
  /** Number of the last event; null where there is none. */
  lastEvent: number | null;
}

const ASSIGNED = `SELECT a.rater_id, p.uuid AS rater_uuid, a.item_id, i.ref AS item_ref, a.occasion, a.shown_order,
    r.rubric, r.body, r.active_ms, r.updated_at, r.last_event
  FROM assignment a JOIN rater p ON p.id = a.rater_id JOIN item i ON i.id = a.item_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE a.uuid = ?`;

function assigned(db: ReadConnection, assignment: string): Assigned {
  const row = get<AssignedRow>(db, ASSIGNED, assignment);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This item is not assigned to anyone in this project.');
  const place = {
    raterId: row.rater_id,
    raterUuid: row.rater_uuid,
    itemId: row.item_id,
    itemRef: row.item_ref,
    occasion: row.occasion,
  };
  const rerating = reratingAt(db, place);
  return {
    place,
    rubric: (row.rubric === null ? undefined : findRubric(db, row.rubric)) ?? currentRubric(db),
    rerating,
    rating: row.body === null ? (rerating?.rating ?? EMPTY_RATING) : readRatingBody(row.body),
    shownOrder: row.shown_order === null ? null : JSON.parse(row.shown_order),
    activeMs: row.active_ms ?? 0,
    updatedAt: row.updated_at,
    lastEvent: row.last_event,
  };
}

const shown = ({ role, text, parts }: StoredMessage): ShownMessage => ({ role, text, parts });

/** An item as its rater may see it: the conversation and their own rating, and nothing else unless the project is not blind. */
export function showItem(db: ReadConnection, assignment: string): OutputOf<'item.show'> {
  const { place, rubric, rerating, rating, shownOrder, activeMs, updatedAt, lastEvent } = assigned(
    db,
    assignment,
  );
  const shownItem = itemInContext(db, place.itemId);
  const { context, answers } = shownItem;
  const candidates = shownOrder ?? [];
  const { blind, contentWarnings } = readSettings(db);
  return {
    assignment,
    context: context.map(shown),
    answer: candidates.length > 0 ? NO_ANSWER : shown(answers[0]),
    candidates: candidates.flatMap((number) => {
      const message = answers[number];
      return message ? { number, message: shown(message) } : [];
    }),
    warning: contentWarnings ? warningOf(db, place.itemId, shownItem) : null,
    stored: {
      assignment,
      rating,
      activeMs,
      savedAt: updatedAt === null ? null : iso(updatedAt),
      event: lastEvent === null ? null : eventId(db, lastEvent),
    },
    rubric: rubric === currentRubric(db) ? null : rubric,
    rerating: rerating && { rubric: rerating.rubric, dimensions: rerating.dimensions },
    reply: replyTo(db, place),
    unblinded: blind ? null : unblinded(db, place),
  };
}

const eventId = (db: ReadConnection, seq: number): string | null =>
  get<{ uuid: string }>(db, 'SELECT uuid FROM rating_event WHERE seq = ?', seq)?.uuid ?? null;

/** In the place of the answer of a comparison, whose answers are its candidates. */
const NO_ANSWER: ShownMessage = { role: 'assistant', text: '', parts: null };

const NEEDS_TEXT: ReadonlySet<RatingAction['kind']> = new Set(['spans']);

/** Why an action cannot be taken on what is assigned. The texts are read only where it depends on them. */
function refused(
  db: ReadConnection,
  { place, rubric, rating, shownOrder }: Assigned,
  action: RatingAction,
): string | null {
  const texts = NEEDS_TEXT.has(action.kind) ? itemInContext(db, place.itemId).answers : [];
  if (shownOrder) {
    const lengths = shownOrder.map((_order, number) => texts[number]?.text.length ?? 0);
    return comparisonRefusal(rubric, rating, action, lengths);
  }
  if (isOfComparison(action)) return 'this item is one answer, not a comparison';
  return refusal(rubric, rating, action, texts[0]?.text.length ?? 0);
}

/** A rating that is made again begins with what stands of the earlier one; gives the number of that event. */
function beginAgain(
  context: WriteContext,
  { place, rerating, updatedAt }: Assigned,
  rubric: string,
): number | null {
  if (!rerating || updatedAt !== null) return null;
  return recordAction(context, place, rubric, carrying(rerating), rerating.rating, 0).seq;
}

/** Stores one act of a rater. When this returns, it is on disk. */
export function record(
  context: WriteContext,
  { assignment, action, activeMs }: ParsedInputOf<'rating.record'>,
): StoredRating {
  const { db } = context;
  const current = assigned(db, assignment);
  const reason = refused(db, current, action);
  if (reason !== null) {
    const code = action.kind === 'submit' ? 'RATING_INCOMPLETE' : 'VALUE_NOT_ALLOWED';
    throw new Fault(code, `Not stored: ${reason}.`);
  }
  const rating = applyAction(current.rating, action);
  const rubric = rubricRef(current.rubric);
  const begun = beginAgain(context, current, rubric);
  const stored = recordAction(context, current.place, rubric, action, rating, activeMs);
  auditEvents(context, 'rate', begun ?? stored.seq, stored);
  return {
    assignment,
    rating,
    activeMs: current.activeMs + activeMs,
    savedAt: iso(context.now),
    event: stored.uuid,
  };
}
