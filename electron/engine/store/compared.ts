import type { ComparedRating } from '../../../shared/agreement/comparisons.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { COUNTED, newestOf, type RatingKey, valuesUnder } from './newest-ratings.ts';

/** A submitted rating of a comparison as statistics read it; `item` is the item's id, `itemId` its row. */
export interface ComparedTuple extends ComparedRating {
  itemId: number;
  /** The version it was made under. */
  rubric: string;
}

interface ComparedRow extends RatingKey {
  item: string;
  rater: string;
  body: string;
  candidates: number;
  shown_order: string | null;
}

/** From the comparisons, which an index finds: in a project without any there is nothing to look through. */
const COMPARED = `SELECT r.item_id, r.rater_id, r.occasion, r.rubric, i.uuid AS item, p.name AS rater, r.body,
    (SELECT count(*) FROM comparison_candidate k WHERE k.item_id = i.id) AS candidates,
    (SELECT a.shown_order FROM assignment a WHERE a.rater_id = r.rater_id AND a.item_id = r.item_id AND a.occasion = r.occasion)
      AS shown_order
  FROM item i CROSS JOIN rating r ON r.item_id = i.id JOIN rater p ON p.id = r.rater_id
  WHERE i.message_id IS NULL AND ${COUNTED} ORDER BY r.item_id, p.name`;

/** Submitted ratings of comparisons as they count under a rubric, in the order of items and raters, known answers and hidden repeats left out. */
export function readCompared(db: ReadConnection, rubric: Rubric): ComparedTuple[] {
  const under = valuesUnder(db, rubric);
  const compared: ComparedTuple[] = [];
  for (const row of newestOf(each<ComparedRow>(db, COMPARED))) {
    const { preference, candidates, shown } = readRatingBody(row.body);
    if (!preference) continue;
    compared.push({
      item: row.item,
      itemId: row.item_id,
      rater: row.rater,
      rubric: row.rubric,
      candidates: row.candidates,
      preference,
      judged: Object.fromEntries(
        Object.entries(candidates).map(([number, judged]) => [
          number,
          { ...judged, values: under(row.rubric, judged.values).values },
        ]),
      ),
      shown: row.shown_order === null ? shown : JSON.parse(row.shown_order),
    });
  }
  return compared;
}
