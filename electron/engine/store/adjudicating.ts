import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { type AdjudicationUnit, decisionRefusal } from '../../../shared/domain/adjudication.ts';
import { candidateRubric, PREFERENCE } from '../../../shared/domain/comparison.ts';
import { type JournalEvent, redoTargets, undoTargets } from '../../../shared/domain/journal.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count, get } from '../db/statements.ts';
import { letteredRaters } from './adjudicated-unit.ts';
import {
  appendEvents,
  eventsOf,
  type Happened,
  itemRow,
  type NewEvent,
  ownEvents,
  shownStanding,
  standingOf,
} from './adjudications.ts';
import { candidateCount } from './comparisons.ts';
import { findMessage } from './items.ts';
import { currentRubric } from './project.ts';

type NewDecision = ParsedInputOf<'adjudication.decide'>['decisions'][number];

interface Place {
  itemId: number;
  unit: AdjudicationUnit;
  candidates: number;
}

function placeOf(db: ReadConnection, named: NewDecision['unit']): Place {
  if ('item' in named) {
    const itemId = itemRow(db, named.item);
    return { itemId, unit: named, candidates: candidateCount(db, itemId) };
  }
  const { conversation, message, dimension } = named;
  const found = findMessage(db, conversation, message);
  const row =
    found &&
    get<{ id: number; uuid: string }>(db, 'SELECT id, uuid FROM item WHERE message_id = ?', found.id);
  if (!row)
    throw new Fault(
      'ITEM_UNKNOWN',
      `Nobody rated an answer at message ${message} of conversation ${conversation}.`,
    );
  return { itemId: row.id, unit: { item: row.uuid, candidate: null, dimension }, candidates: 0 };
}

/** Whether the unit is one of the item's: a candidate is named where there are several, and only where one is judged by itself. */
function unitRefusal({ unit, candidates }: Place): string | null {
  const { candidate, dimension } = unit;
  if (candidates === 0) return candidate === null ? null : 'the item is one answer and has no candidates';
  if (dimension === PREFERENCE)
    return candidate === null ? null : 'a preference is of all candidates together';
  if (candidate === null) return 'it must be said of which candidate this is';
  return candidate < candidates ? null : `there are ${candidates} candidates, and no number ${candidate}`;
}

function refuseWrong(db: ReadConnection, rubric: Rubric, place: Place, decision: NewDecision): void {
  const { unit, candidates, itemId } = place;
  const asked = unit.candidate === null ? rubric : candidateRubric(rubric);
  const refused = unitRefusal(place) ?? decisionRefusal(asked, unit, decision.value, candidates);
  if (refused !== null) throw new Fault('VALUE_NOT_ALLOWED', `This cannot be decided: ${refused}.`);
  if (count(db, "SELECT count(*) AS n FROM rating WHERE item_id = ? AND status = 'submitted'", itemId) === 0)
    throw new Fault('NOT_RATED', 'Nobody has rated this item yet.');
}

function decisionEvent(db: ReadConnection, rubric: Rubric, decision: NewDecision): NewEvent {
  const place = placeOf(db, decision.unit);
  refuseWrong(db, rubric, place, decision);
  const { value, how, adopted, rationale } = decision;
  const rater = adopted === undefined ? null : letteredRaters(db, place.unit, place.itemId).get(adopted);
  if (rater === undefined) throw new Fault('INVALID_INPUT', `No rating of this unit is called ${adopted}.`);
  return {
    itemId: place.itemId,
    unit: place.unit,
    rubric: rubricRef(rubric),
    kind: 'decide',
    payload: { kind: 'decide', value, how, rater, rationale },
  };
}

/** Says of which of several decisions a refusal is. */
function atDecision<Value>(index: number, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, place } = error.failure;
    throw new Fault(code, message, { ...place, path: `decisions[${index}]` });
  }
}

/** Decides units, all of them or none. Ratings stay as they are. */
export function decideUnits(
  context: WriteContext,
  { decisions }: ParsedInputOf<'adjudication.decide'>,
): OutputOf<'adjudication.decide'> {
  const { db } = context;
  const rubric = currentRubric(db);
  const events = decisions.map((decision, index) =>
    atDecision(index, () => decisionEvent(db, rubric, decision)),
  );
  appendEvents(context, events);
  const last = events.at(-1);
  const standing = last && ownEvents(db, context.actor)[0];
  return {
    decided: events.length,
    standing: standing ? shownStanding(db, standingOf(eventsOf(db, standing.itemId), standing.unit)) : null,
  };
}

/** Sends a unit back to those who rated it, with a note that they see at the item. */
export function returnUnit(
  context: WriteContext,
  { unit, note }: ParsedInputOf<'adjudication.return'>,
): OutputOf<'adjudication.return'> {
  const { db } = context;
  const itemId = itemRow(db, unit.item);
  appendEvents(context, [
    { itemId, unit, rubric: rubricRef(currentRubric(db)), kind: 'return', payload: { kind: 'return', note } },
  ]);
  return { standing: shownStanding(db, standingOf(eventsOf(db, itemId), unit)) };
}

/** As the journal's rules of undo and redo read it: what a lead does is a step like any other. */
const asStep = (event: Happened): JournalEvent =>
  event.kind === 'action'
    ? { id: event.id, kind: 'action', action: { kind: 'submit' } }
    : { id: event.id, kind: event.kind, target: event.target };

const STEPS = {
  undo: { targets: undoTargets, code: 'NOTHING_TO_UNDO', message: 'There is no decision to undo.' },
  redo: { targets: redoTargets, code: 'NOTHING_TO_REDO', message: 'No decision was undone.' },
} as const;

/** Takes back, or brings back, what this person did last, on whatever unit it was. */
export function stepDecision(context: WriteContext, kind: 'undo' | 'redo'): OutputOf<'adjudication.undo'> {
  const { db } = context;
  const { targets, code, message } = STEPS[kind];
  const own = ownEvents(db, context.actor);
  const { value: id } = targets(own.map(asStep)).next();
  const target = own.find((event) => event.id === id);
  if (target?.kind !== 'action') throw new Fault(code, message);
  const { itemId, unit, rubric, action } = target;
  appendEvents(context, [{ itemId, unit, rubric, kind, payload: { event: target.id } }]);
  return { unit, kind: action.kind, standing: shownStanding(db, standingOf(eventsOf(db, itemId), unit)) };
}
