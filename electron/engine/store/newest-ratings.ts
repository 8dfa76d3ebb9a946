import type { Rating } from '../../../shared/domain/rating.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import { comparableDimensions, onlyOf } from '../../../shared/domain/rubric-versions.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count, each } from '../db/statements.ts';
import { findRubric } from './project.ts';

/** Of ratings `r`, those that are no hidden repeat: made at the first showing, asked for again, or brought by a file. */
export const OWN_SHOWING = `(r.occasion = 0 OR NOT EXISTS (
    SELECT 1 FROM assignment a WHERE a.rater_id = r.rater_id AND a.item_id = r.item_id AND a.occasion = r.occasion
      AND a.id NOT IN (SELECT assignment_id FROM rerating)))`;

/** Submitted ratings `r` that statistics and datasets read. Known answers and hidden repeats have figures of their own. */
export const COUNTED = `r.status = 'submitted' AND r.item_id NOT IN (SELECT item_id FROM gold) AND ${OWN_SHOWING}`;

const NEXT_OCCASION = `SELECT 1 + max(occasion) AS n FROM (
    SELECT occasion FROM assignment WHERE rater_id = ? AND item_id = ?
    UNION ALL SELECT occasion FROM rating WHERE rater_id = ? AND item_id = ?)`;

/** The first showing of an item to a rater that there was none of yet. */
export const nextOccasion = (db: ReadConnection, raterId: number, itemId: number): number =>
  count(db, NEXT_OCCASION, raterId, itemId, raterId, itemId);

export interface RatingKey {
  item_id: number;
  rater_id: number;
  occasion: number;
  rubric: string;
}

/** The number of the version in `id@version`. */
export const versionIn = (ref: string): number => Number(ref.slice(ref.lastIndexOf('@') + 1));

const isNewer = (row: RatingKey, than: RatingKey): boolean => {
  const [version, other] = [versionIn(row.rubric), versionIn(than.rubric)];
  return version === other ? row.occasion > than.occasion : version > other;
};

/** Of each rater's ratings of one item, the one of the newest version. Rows come item by item, in each rater by rater. */
export function* newestOf<Row extends RatingKey>(rows: Iterable<Row>): Generator<Row> {
  let newest: Row | null = null;
  for (const row of rows) {
    if (newest && (newest.item_id !== row.item_id || newest.rater_id !== row.rater_id)) {
      yield newest;
      newest = null;
    }
    if (!newest || isNewer(row, newest)) newest = row;
  }
  if (newest) yield newest;
}

type Values = Rating['values'];

/** Values as they count under a rubric; `leftOut` names the dimensions on which a value was given and counts no more. */
interface CountedValues {
  values: Values;
  leftOut: readonly string[];
}

const NONE: readonly string[] = [];

/** Reads ratings of any version as ratings under this rubric: a value on a dimension whose scale was another is missing. */
export function valuesUnder(
  db: ReadConnection,
  rubric: Rubric,
): (ref: string, values: Values) => CountedValues {
  const current = rubricRef(rubric);
  const known = new Map<string, ReadonlySet<string>>();
  const comparableIn = (ref: string): ReadonlySet<string> => {
    const found = known.get(ref);
    if (found) return found;
    const before = findRubric(db, ref);
    const comparable = before ? comparableDimensions(before, rubric) : new Set<string>();
    known.set(ref, comparable);
    return comparable;
  };
  return (ref, values) => {
    if (ref === current) return { values, leftOut: NONE };
    const comparable = comparableIn(ref);
    const lost = rubric.dimensions.filter(({ id }) => values[id] !== undefined && !comparable.has(id));
    return { values: onlyOf(values, comparable), leftOut: lost.map(({ id }) => id) };
  };
}

/** How many of the ratings that count were made under each version, newest version first. */
export function countVersions(db: ReadConnection): { rubric: string; ratings: number }[] {
  const rows = each<RatingKey>(
    db,
    `SELECT r.item_id, r.rater_id, r.occasion, r.rubric FROM rating r WHERE ${COUNTED} ORDER BY r.item_id, r.rater_id`,
  );
  const counts = new Map<string, number>();
  for (const { rubric } of newestOf(rows)) counts.set(rubric, (counts.get(rubric) ?? 0) + 1);
  return [...counts]
    .map(([rubric, ratings]) => ({ rubric, ratings }))
    .sort((a, b) => versionIn(b.rubric) - versionIn(a.rubric));
}
