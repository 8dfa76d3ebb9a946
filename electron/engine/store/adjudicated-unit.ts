import type { SeenRating, UnitShown } from '../../../shared/contract/adjudication.ts';
import { type AdjudicationUnit, standingEvents, unitKey } from '../../../shared/domain/adjudication.ts';
import { PREFERENCE, preferenceValue } from '../../../shared/domain/comparison.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import { seededRandom, shuffled } from '../../../shared/sampling/random.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { eventsOf, type Happened, itemRow, shownStanding, standingOf } from './adjudications.ts';
import { itemInContext, type StoredMessage } from './items.ts';
import { COUNTED, newestOf, type RatingKey } from './newest-ratings.ts';
import { projectRow } from './project.ts';
import { readSettings } from './settings.ts';

interface RatingRow extends RatingKey {
  rater: string;
  name: string;
  body: string;
  updated_at: number;
}

const RATINGS = `SELECT r.item_id, r.rater_id, r.occasion, r.rubric, p.uuid AS rater, p.name, r.body, r.updated_at
  FROM rating r JOIN rater p ON p.id = r.rater_id WHERE r.item_id = ? AND ${COUNTED} ORDER BY r.rater_id`;

const letterAt = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${letterAt(Math.floor(place / 26) - 1)}${letterAt(place % 26)}`;

/**
 * The ratings of a unit that count, each with a letter. Their order is drawn anew for each unit, from the project and the unit alone:
 * a rater is A here and C there, and the same whenever the unit is opened.
 */
function lettered(db: ReadConnection, unit: AdjudicationUnit, itemId: number): [string, RatingRow][] {
  const rows = [...newestOf(all<RatingRow>(db, RATINGS, itemId))];
  const random = seededRandom(`${projectRow(db).uuid} ${unitKey(unit)}`);
  return shuffled(rows, random).map((row, place) => [letterAt(place), row]);
}

/** The ids of a unit's raters by their letters. */
export const letteredRaters = (
  db: ReadConnection,
  unit: AdjudicationUnit,
  itemId: number,
): Map<string, string> => new Map(lettered(db, unit, itemId).map(([letter, { rater }]) => [letter, rater]));

interface Said {
  value: RatingValue | null;
  cannot: string | null;
}

/** What a rating says of a unit. */
function said(
  { preference, candidates, values, cannot }: Rating,
  { candidate, dimension }: AdjudicationUnit,
): Said {
  if (candidate === null && dimension === PREFERENCE && preference)
    return { value: preferenceValue(preference.choice), cannot: null };
  const judged = candidate === null ? { values, cannot } : candidates[candidate];
  return { value: judged?.values[dimension] ?? null, cannot: judged?.cannot[dimension] ?? null };
}

function seen(letter: string, row: RatingRow, unit: AdjudicationUnit, isNamed: boolean): SeenRating {
  const rating = readRatingBody(row.body);
  const own = unit.candidate === null ? rating : rating.candidates[unit.candidate];
  return {
    letter,
    rater: isNamed ? row.name : null,
    ...said(rating, unit),
    preference: rating.preference,
    rationale: rating.rationale,
    categories: own?.categories ?? [],
    spans: own?.spans ?? [],
    candidates: rating.candidates,
    rubric: row.rubric,
    at: iso(row.updated_at),
  };
}

/** What was decided of a unit and sent back, newest first. */
function historyOf(events: readonly Happened[], unit: AdjudicationUnit): UnitShown['history'] {
  const key = unitKey(unit);
  const standing = new Set(standingEvents(events).map(({ id }) => id));
  return events
    .flatMap((event) => {
      if (event.kind !== 'action' || unitKey(event.unit) !== key) return [];
      const { action, by, at, merged, id } = event;
      return {
        kind: action.kind,
        value: action.kind === 'decide' ? action.value : null,
        text: action.kind === 'decide' ? action.rationale : action.note,
        by,
        at: iso(at),
        undone: !standing.has(id),
        merged,
      };
    })
    .reverse();
}

const shown = ({ role, text, parts }: StoredMessage) => ({ role, text, parts });

/** A unit as the lead decides about it: the answer in its context, and its ratings side by side without names. */
export function showUnit(db: ReadConnection, unit: AdjudicationUnit): UnitShown {
  const itemId = itemRow(db, unit.item);
  const { context, answers } = itemInContext(db, itemId);
  const events = eventsOf(db, itemId);
  const standing = shownStanding(db, standingOf(events, unit));
  const isNamed = standing?.kind === 'decided' && !readSettings(db).blind;
  return {
    unit,
    context: context.map(shown),
    answers: answers.map(shown),
    ratings: lettered(db, unit, itemId).map(([letter, row]) => seen(letter, row, unit, isNamed)),
    standing,
    history: historyOf(events, unit),
  };
}
