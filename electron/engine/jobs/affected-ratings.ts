import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import { dimensionLabel, type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import {
  type AffectedBy,
  type AffectedDimension,
  affectedDimensions,
  affectedIn,
} from '../../../shared/domain/rubric-versions.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import { COUNTED, newestOf, type RatingKey } from '../store/newest-ratings.ts';
import { currentRubric, findRubric } from '../store/project.ts';
import type { RerateTarget } from '../store/reratings.ts';

interface AffectedRating extends RerateTarget {
  rater: string;
  by: readonly AffectedDimension[];
}

interface Row extends RatingKey {
  rater: string;
  body: string;
}

const ROWS = `SELECT r.item_id, r.rater_id, r.occasion, r.rubric, r.body, p.name AS rater
  FROM rating r JOIN rater p ON p.id = r.rater_id WHERE ${COUNTED} ORDER BY r.item_id, r.rater_id`;

const UNDERWAY = `SELECT a.rater_id, a.item_id FROM rerating x JOIN assignment a ON a.id = x.assignment_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE coalesce(r.status, 'draft') = 'draft' AND a.id NOT IN (SELECT assignment_id FROM assignment_release)`;

/** What differs between each earlier version and the rubric, by the earlier one's name. */
function differences(db: ReadConnection, rubric: Rubric): (ref: string) => AffectedDimension[] {
  const known = new Map<string, AffectedDimension[]>([[rubricRef(rubric), []]]);
  return (ref) => {
    const before = known.has(ref) ? undefined : findRubric(db, ref);
    if (before) known.set(ref, affectedDimensions(before, rubric));
    return known.get(ref) ?? [];
  };
}

/** The newest ratings that a change of the rubric touches, and how many of them were asked for again already. */
function findAffected(db: ReadConnection, rubric: Rubric): { ratings: AffectedRating[]; underway: number } {
  const between = differences(db, rubric);
  const asked = new Set(
    all<{ rater_id: number; item_id: number }>(db, UNDERWAY).map((row) => `${row.item_id} ${row.rater_id}`),
  );
  const ratings: AffectedRating[] = [];
  let underway = 0;
  for (const row of newestOf(each<Row>(db, ROWS))) {
    const by = between(row.rubric);
    if (by.length === 0) continue;
    const rating = readRatingBody(row.body);
    const dimensions = affectedIn(by, rating, rubric);
    if (dimensions.length === 0) continue;
    if (asked.has(`${row.item_id} ${row.rater_id}`)) underway += 1;
    else {
      const { rater_id: raterId, item_id: itemId, occasion, rater } = row;
      ratings.push({ raterId, itemId, occasion, rater, dimensions, by, shown: rating.shown });
    }
  }
  return { ratings, underway };
}

/** Counts by rater, in the order of their names. */
function byRater(ratings: readonly AffectedRating[]): { rater: string; ratings: number }[] {
  const counts = new Map<string, number>();
  for (const { rater } of ratings) counts.set(rater, (counts.get(rater) ?? 0) + 1);
  return [...counts]
    .map(([rater, number]) => ({ rater, ratings: number }))
    .sort((a, b) => (a.rater < b.rater ? -1 : 1));
}

const tally = (ratings: readonly AffectedRating[]) => ({
  ratings: ratings.length,
  items: new Set(ratings.map(({ itemId }) => itemId)).size,
  raters: byRater(ratings),
});

/** The weightiest reason among the versions: new, then another scale, then other words. */
const WEIGHT: readonly AffectedBy[] = ['added', 'scale', 'meaning'];

function reasonOf(dimension: string, ratings: readonly AffectedRating[]): AffectedBy {
  const reasons = new Set(
    ratings.flatMap(({ by }) => by.flatMap((one) => (one.dimension === dimension ? one.by : []))),
  );
  return WEIGHT.find((by) => reasons.has(by)) ?? 'meaning';
}

type Choice = Pick<ParsedInputOf<'rubric.affected'>, 'dimensions' | 'raters'>;

function chosenOf(ratings: readonly AffectedRating[], { dimensions, raters }: Choice): AffectedRating[] {
  return ratings.flatMap((rating) => {
    const open = dimensions
      ? rating.dimensions.filter((dimension) => dimensions.includes(dimension))
      : rating.dimensions;
    const isAsked = open.length > 0 && (raters === undefined || raters.includes(rating.rater));
    return isAsked ? [{ ...rating, dimensions: open }] : [];
  });
}

/** What a change of the rubric touches: for each dimension, and for those chosen together. */
export function affectedRatings(
  { db, progress }: JobContext,
  choice: ParsedInputOf<'rubric.affected'>,
): OutputOf<'rubric.affected'> {
  const rubric = currentRubric(db);
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const { ratings, underway } = findAffected(db, rubric);
  return {
    rubric: rubricRef(rubric),
    dimensions: rubric.dimensions.flatMap((entry) => {
      const own = ratings.filter(({ dimensions }) => dimensions.includes(entry.id));
      if (own.length === 0) return [];
      const face = { dimension: entry.id, label: dimensionLabel(entry) };
      return [{ ...face, by: reasonOf(entry.id, own), ...tally(own) }];
    }),
    chosen: tally(chosenOf(ratings, choice)),
    underway,
  };
}

/** Has the chosen ratings made again: each rater sees the answer once more, with what they said on all other dimensions. */
export async function rerate(
  context: JobContext,
  { dimensions, raters }: ParsedInputOf<'rubric.rerate'>,
): Promise<OutputOf<'rubric.rerate'>> {
  const { db, progress, act } = context;
  const rubric = currentRubric(db);
  const unknown = dimensions.find((id) => !rubric.dimensions.some((entry) => entry.id === id));
  if (unknown !== undefined)
    throw new Fault('INVALID_INPUT', `The rubric has no dimension "${unknown}".`, { path: 'dimensions' });
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const chosen = chosenOf(findAffected(db, rubric).ratings, { dimensions, raters });
  if (chosen.length === 0)
    throw new Fault('RERATE_NOTHING', 'No rating of an earlier version is affected on these dimensions.');
  if (context.signal.aborted) throw new Fault('CANCELLED', 'Nothing was asked for.');
  const targets = chosen.map(({ raterId, itemId, occasion, dimensions: open, shown }) => ({
    raterId,
    itemId,
    occasion,
    dimensions: open,
    shown,
  }));
  const stored = await act('reratings.store', { rubric: rubricRef(rubric), dimensions, targets });
  const { ratings, items, raters: counts } = tally(chosen);
  return {
    act: stored.act,
    assignments: ratings,
    items,
    per_rater: Object.fromEntries(counts.map(({ rater, ratings: number }) => [rater, number])),
  };
}
