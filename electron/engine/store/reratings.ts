import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { RerateRequest } from '../../../shared/contract/rubric.ts';
import type { Rating, RatingAction } from '../../../shared/domain/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { carriedRating } from '../../../shared/domain/rubric-versions.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { iso } from '../ids.ts';
import type { RatingPlace } from '../journal.ts';
import { candidateCount } from './comparisons.ts';
import { nextOccasion } from './newest-ratings.ts';
import { currentRubric, findRubric } from './project.ts';

/** One rating to be made again, by the showing it was made at, and the dimensions that are open again. */
export interface RerateTarget {
  raterId: number;
  itemId: number;
  occasion: number;
  dimensions: readonly string[];
  /** The order in which the rating came with its candidates; empty of one answer. */
  shown: readonly number[];
}

interface NewReratings {
  /** What was in force when the targets were found. */
  rubric: string;
  dimensions: readonly string[];
  targets: readonly RerateTarget[];
}

interface BasisRow {
  sample_id: number | null;
  shown_order: string | null;
}

/** The order in which the candidates are shown again: as they were, where that is known. */
function orderAgain(db: ReadConnection, target: RerateTarget, basis: BasisRow | undefined): string | null {
  const candidates = candidateCount(db, target.itemId);
  if (candidates === 0) return null;
  if (basis?.shown_order) return basis.shown_order;
  const order =
    target.shown.length === candidates ? target.shown : Array.from({ length: candidates }, (_, n) => n);
  return JSON.stringify(order);
}

function addShowing(context: WriteContext, act: string, target: RerateTarget): boolean {
  const { db, now } = context;
  const { raterId, itemId, occasion, dimensions } = target;
  const basis = get<BasisRow>(
    db,
    'SELECT sample_id, shown_order FROM assignment WHERE rater_id = ? AND item_id = ? AND occasion = ?',
    raterId,
    itemId,
    occasion,
  );
  const order = orderAgain(db, target, basis);
  const { lastInsertRowid } = run(
    db,
    `INSERT INTO assignment (uuid, sample_id, rater_id, item_id, occasion, kind, position, created_at, shown_order)
     VALUES (?, ?, ?, ?, ?, 'plain', ?, ?, ?)`,
    context.newId(),
    basis?.sample_id ?? null,
    raterId,
    itemId,
    nextOccasion(db, raterId, itemId),
    count(db, 'SELECT coalesce(max(position) + 1, 0) AS n FROM assignment WHERE rater_id = ?', raterId),
    now,
    order,
  );
  run(
    db,
    'INSERT INTO rerating (assignment_id, act, from_occasion, dimensions) VALUES (?, ?, ?, ?)',
    lastInsertRowid,
    act,
    occasion,
    JSON.stringify(dimensions),
  );
  return order !== null;
}

/** Stores a request to judge answers again: a showing of its own for each rating, behind what the raters already have. */
export function storeReratings(
  context: WriteContext,
  { rubric, dimensions, targets }: NewReratings,
): { act: string } {
  const { db, actor, now } = context;
  const current = rubricRef(currentRubric(db));
  if (current !== rubric)
    throw new Fault('RUBRIC_STALE', `Meanwhile there is ${current}; this was asked for under ${rubric}.`);
  const act = context.newId();
  const first = count(db, 'SELECT coalesce(max(id), 0) + 1 AS n FROM assignment');
  const comparisons = targets.filter((target) => addShowing(context, act, target)).length;
  run(
    db,
    'INSERT INTO rerating_request (act, rubric, dimensions, actor, at) VALUES (?, ?, ?, ?, ?)',
    act,
    rubric,
    JSON.stringify(dimensions),
    actor,
    now,
  );
  audit(context, 'rubric.rerate', {
    act,
    rubric,
    dimensions,
    assignments: targets.length,
    first,
    last: first + targets.length - 1,
    ...(comparisons > 0 ? { comparisons } : {}),
  });
  return { act };
}

interface RequestRow {
  act: string;
  rubric: string;
  dimensions: string;
  actor: string;
  at: number;
  asked: number;
  started: number;
  done: number;
  taken_back: number;
}

const REQUESTS = `SELECT q.act, q.rubric, q.dimensions, q.actor, q.at, count(*) AS asked, count(r.status) AS started,
    sum(r.status IN ('submitted', 'skipped')) AS done, count(l.assignment_id) AS taken_back
  FROM rerating_request q JOIN rerating x ON x.act = q.act JOIN assignment a ON a.id = x.assignment_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  LEFT JOIN assignment_release l ON l.assignment_id = a.id
  GROUP BY q.id ORDER BY q.id DESC`;

/** What was asked for again, newest first, and how far it is. */
export const listRequests = (db: ReadConnection): RerateRequest[] =>
  all<RequestRow>(db, REQUESTS).map(({ at, dimensions, taken_back, done, ...row }) => ({
    ...row,
    done: done ?? 0,
    takenBack: taken_back,
    at: iso(at),
    dimensions: JSON.parse(dimensions),
  }));

const OPEN = `SELECT a.id FROM rerating x JOIN assignment a ON a.id = x.assignment_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE x.act = ? AND r.status IS NULL AND a.id NOT IN (SELECT assignment_id FROM assignment_release) ORDER BY a.id`;

/** Takes back what was asked for and nobody has begun; what was begun stays with its rater. */
export function takeBack(
  context: WriteContext,
  { act }: ParsedInputOf<'rubric.takeBack'>,
): OutputOf<'rubric.takeBack'> {
  const { db, now } = context;
  const asked = count(db, 'SELECT count(*) AS n FROM rerating WHERE act = ?', act);
  if (asked === 0) throw new Fault('RERATE_UNKNOWN', 'Nothing was asked for again under this id.');
  const open = all<{ id: number }>(db, OPEN, act);
  if (open.length === 0)
    throw new Fault('RERATE_BEGUN', 'All that was asked for is begun, or taken back already.');
  const release = context.newId();
  for (const { id } of open)
    run(
      db,
      'INSERT INTO assignment_release (assignment_id, act, released_at) VALUES (?, ?, ?)',
      id,
      release,
      now,
    );
  audit(context, 'rubric.takeBack', { act: release, of: act, released: open.length });
  return { released: open.length, started: asked - open.length };
}

interface StartRow {
  dimensions: string;
  rubric: string;
  body: string;
}

const START = `SELECT x.dimensions, r.rubric, r.body FROM assignment a JOIN rerating x ON x.assignment_id = a.id
  JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = x.from_occasion
  WHERE a.rater_id = ? AND a.item_id = ? AND a.occasion = ?`;

/** What a rating that is made again begins with, and what is open of it; null of a rating that is made for the first time. */
export interface Rerating {
  /** The version the earlier rating was made under. */
  rubric: string;
  dimensions: string[];
  rating: Rating;
}

export function reratingAt(db: ReadConnection, { raterId, itemId, occasion }: RatingPlace): Rerating | null {
  if (occasion === 0) return null;
  const row = get<StartRow>(db, START, raterId, itemId, occasion);
  const before = row && findRubric(db, row.rubric);
  if (!row || !before) return null;
  const dimensions: string[] = JSON.parse(row.dimensions);
  const rating = carriedRating(before, currentRubric(db), readRatingBody(row.body), dimensions);
  return { rubric: row.rubric, dimensions, rating };
}

/** The act by which what stands of the earlier rating becomes the beginning of the new one. */
export function carrying({ rubric, rating }: Rerating): Extract<RatingAction, { kind: 'carry' }> {
  const { values, cannot, categories, spans, rationale, rewrite, preference, candidates } = rating;
  return {
    kind: 'carry',
    rubric,
    values,
    cannot,
    categories,
    spans,
    rationale,
    rewrite,
    preference,
    candidates,
  };
}
