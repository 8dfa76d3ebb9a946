import type { OutputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { NamedStep } from '../../../shared/contract/rating.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { actionOf, type EventRow, recordStep, stepTargets } from '../journal.ts';
import { raterById } from './raters.ts';

const NOTHING = {
  undo: ['NOTHING_TO_UNDO', 'There is no step to undo.'],
  redo: ['NOTHING_TO_REDO', 'There is no step to redo.'],
} as const;

interface Showing {
  uuid: string;
  active_ms: number;
}

const showingOf = (db: ReadConnection, { rater_id, item_id, occasion }: EventRow): Showing | undefined =>
  get<Showing>(
    db,
    `SELECT a.uuid, r.active_ms FROM assignment a
     JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
     WHERE a.rater_id = ? AND a.item_id = ? AND a.occasion = ?`,
    rater_id,
    item_id,
    occasion,
  );

/** The action that names a step of several events: the one it began with. */
const nameOf = (kind: 'undo' | 'redo', targets: readonly [EventRow, ...EventRow[]]) =>
  actionOf((kind === 'undo' ? targets.at(-1) : undefined) ?? targets[0]);

const isSome = <Value>(list: readonly Value[]): list is readonly [Value, ...Value[]] => list.length > 0;

function nextStep(db: ReadConnection, raterId: number, kind: 'undo' | 'redo'): NamedStep | null {
  const targets = stepTargets(db, raterId, kind);
  const showing = targets[0] && showingOf(db, targets[0]);
  if (!showing || !isSome(targets)) return null;
  const last = (kind === 'undo' ? undefined : targets.at(-1)) ?? targets[0];
  return { assignment: showing.uuid, action: nameOf(kind, targets), event: last.uuid };
}

/** What undo and redo would take next, by name. */
export const nextSteps = (db: ReadConnection, raterId: number): OutputOf<'queue.open'>['next'] => ({
  undo: nextStep(db, raterId, 'undo'),
  redo: nextStep(db, raterId, 'redo'),
});

/** Undo or redo of a rater's last step, on whatever item it was. */
export function step(
  context: WriteContext,
  raterUuid: string,
  kind: 'undo' | 'redo',
): OutputOf<'rating.undo'> {
  const { db } = context;
  const rater = raterById(db, raterUuid);
  const targets = stepTargets(db, rater.id, kind);
  if (!isSome(targets)) {
    const [code, message] = NOTHING[kind];
    throw new Fault(code, message);
  }
  const { rating, stored } = recordStep(context, kind, targets);
  const showing = showingOf(db, targets[0]);
  if (!showing) throw new Fault('ITEM_UNKNOWN', 'The item of that step is no longer assigned.');
  return {
    assignment: showing.uuid,
    rating,
    activeMs: showing.active_ms,
    savedAt: iso(context.now),
    event: stored.uuid,
    action: nameOf(kind, targets),
    next: nextSteps(db, rater.id),
  };
}
