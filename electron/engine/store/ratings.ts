import type { DetailedTuple, ReportEvidence } from '../../../shared/agreement/index.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, eachList } from '../db/statements.ts';
import { COUNTED, newestOf, OWN_SHOWING, type RatingKey, valuesUnder, versionIn } from './newest-ratings.ts';

/** A submitted rating as statistics read it; `item` is the item's id, `itemId` its row. */
export interface RatedTuple extends DetailedTuple {
  itemId: number;
  /** The version it was made under. */
  rubric: string;
  /** Dimensions on which its value counts no more, since their scale is another now. */
  leftOut: readonly string[];
}

interface TupleRow extends RatingKey {
  body: string;
  at: number;
  active_ms: number;
}

/** A row as a list: there are hundreds of thousands. */
type Columns = [
  item: number,
  rater: number,
  occasion: number,
  rubric: string,
  body: string,
  at: number,
  activeMs: number,
  event: number,
];

const ROWS = `SELECT r.item_id, r.rater_id, r.occasion, r.rubric, r.body, r.updated_at, r.active_ms, r.last_event
  FROM rating r WHERE r.status = 'submitted'`;

/** When imported ratings were made, as their files say, by event; null where none were imported or none says. */
function importTimes(db: ReadConnection): Float64Array | null {
  if (count(db, 'SELECT EXISTS (SELECT 1 FROM imported_rating) AS n') === 0) return null;
  const times = new Float64Array(1 + count(db, 'SELECT max(seq) AS n FROM rating_event'));
  const rows = eachList<[seq: number, at: number | null]>(
    db,
    "SELECT seq, json_extract(payload, '$.createdAt') FROM rating_event WHERE kind = 'import'",
  );
  for (const [seq, at] of rows) times[seq] = at ?? 0;
  return times;
}

/** What ratings are read with. */
interface Reading {
  /** Ids of the items that are single answers, and names of raters, by their rows. */
  items: ReadonlyMap<number, string>;
  raters: ReadonlyMap<number, string>;
  under: ReturnType<typeof valuesUnder>;
  made: Float64Array | null;
}

const readingOf = (db: ReadConnection, rubric: Rubric, made: Float64Array | null): Reading => ({
  items: new Map(eachList<[number, string]>(db, 'SELECT id, uuid FROM item WHERE message_id IS NOT NULL')),
  raters: new Map(eachList<[number, string]>(db, 'SELECT id, name FROM rater')),
  under: valuesUnder(db, rubric),
  made,
});

/** Submitted ratings of which a condition holds, item by item and rater by rater. */
function* rowsWhere(db: ReadConnection, { made }: Reading, condition: string): Generator<TupleRow> {
  const rows = eachList<Columns>(db, `${ROWS} AND ${condition} ORDER BY r.item_id, r.rater_id, r.occasion`);
  for (const [item_id, rater_id, occasion, rubric, body, changed, active_ms, event] of rows) {
    const at = made?.[event] || changed;
    yield { item_id, rater_id, occasion, rubric, body, at, active_ms };
  }
}

/** Ratings as statistics read them; those of comparisons are left out. */
function tuplesOf(rows: Iterable<TupleRow>, { items, raters, under }: Reading): RatedTuple[] {
  const tuples: RatedTuple[] = [];
  for (const { item_id: itemId, rater_id, rubric, body, at, active_ms: activeMs } of rows) {
    const item = items.get(itemId);
    const rater = raters.get(rater_id);
    if (item === undefined || rater === undefined) continue;
    const { values: given, cannot, categories, spans } = readRatingBody(body);
    const { values, leftOut } = under(rubric, given);
    tuples.push({ item, itemId, rater, values, cannot, categories, spans, at, activeMs, rubric, leftOut });
  }
  return tuples;
}

const counted = (db: ReadConnection, reading: Reading): RatedTuple[] =>
  tuplesOf(newestOf(rowsWhere(db, reading, COUNTED)), reading);

/**
 * Submitted ratings of single answers as they count under a rubric, of each rater's the newest, in the order of items and raters. Hidden repeats and
 * gold items are left out: they have figures of their own. Imported ratings have the time of their import.
 */
export const readTuples = (db: ReadConnection, rubric: Rubric): RatedTuple[] =>
  counted(db, readingOf(db, rubric, null));

const IS_GOLD = 'r.item_id IN (SELECT item_id FROM gold)';

/**
 * The same, with what a report needs beside them: hidden repeats, known answers and the ratings of them, earlier versions, lengths.
 * Imported ratings have the time that their file says.
 */
export function readEvidence(
  db: ReadConnection,
  rubric: Rubric,
): { tuples: RatedTuple[]; evidence: ReportEvidence } {
  const reading = readingOf(db, rubric, importTimes(db));
  const read = (condition: string): Generator<TupleRow> => rowsWhere(db, reading, condition);
  const evidence = {
    repeats: tuplesOf(read(`NOT ${OWN_SHOWING}`), reading),
    goldRatings: tuplesOf(newestOf(read(`${IS_GOLD} AND ${OWN_SHOWING}`)), reading),
    gold: all<GoldRow>(db, GOLD).map(({ item, rubric: ref, known }) => ({
      item,
      values: reading.under(ref, goldValues(known)).values,
    })),
    versions: versionsOf(db, () => tuplesOf(read(`${OWN_SHOWING} AND NOT ${IS_GOLD}`), reading)),
    lengths: () => new Map(all<LengthRow>(db, LENGTHS).map(({ item, text }) => [item, text.length])),
  };
  return { tuples: counted(db, reading), evidence };
}

interface GoldRow {
  item: string;
  rubric: string;
  known: string;
}

const GOLD = `SELECT i.uuid AS item, g.rubric, g."values" AS known FROM gold g JOIN item i ON i.id = g.item_id
  WHERE i.message_id IS NOT NULL AND g.id IN (SELECT max(id) FROM gold GROUP BY item_id)`;

/** The values of a known answer, written by this program. */
const goldValues = (known: string): Rating['values'] => JSON.parse(known);

interface LengthRow {
  item: string;
  text: string;
}

const LENGTHS = 'SELECT i.uuid AS item, m.text FROM item i JOIN message m ON m.id = i.message_id';

/** Ratings by version, oldest first; none where all were made under one. */
function versionsOf(db: ReadConnection, read: () => RatedTuple[]): ReportEvidence['versions'] {
  if (count(db, 'SELECT count(DISTINCT rubric) AS n FROM rating') < 2) return [];
  const versions = new Map<string, RatedTuple[]>();
  for (const tuple of read()) {
    const own = versions.get(tuple.rubric);
    if (own) own.push(tuple);
    else versions.set(tuple.rubric, [tuple]);
  }
  return [...versions]
    .map(([version, tuples]) => ({ version, tuples }))
    .sort((a, b) => versionIn(a.version) - versionIn(b.version));
}
