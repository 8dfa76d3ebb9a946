import type { RatingTuple } from '../../../shared/agreement/index.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';

/** A submitted rating as statistics read it; `item` is the item's id, `itemId` its row. */
export interface RatedTuple extends RatingTuple {
  itemId: number;
}

interface TupleRow {
  item_id: number;
  item: string;
  rater: string;
  body: string;
}

/**
 * Submitted ratings made under a rubric, in the order of items and raters. Hidden repeats and gold items are left out: they have
 * figures of their own.
 */
export function readTuples(db: ReadConnection, rubric: Rubric): RatedTuple[] {
  const rows = each<TupleRow>(
    db,
    `SELECT r.item_id, i.uuid AS item, p.name AS rater, r.body
     FROM rating r JOIN item i ON i.id = r.item_id JOIN rater p ON p.id = r.rater_id
     WHERE r.status = 'submitted' AND r.occasion = 0 AND r.rubric = ?
       AND r.item_id NOT IN (SELECT item_id FROM gold)
     ORDER BY r.item_id, p.name`,
    rubricRef(rubric),
  );
  const tuples: RatedTuple[] = [];
  for (const { item_id, item, rater, body } of rows) {
    const { values } = readBody(body);
    tuples.push({ item, itemId: item_id, rater, values });
  }
  return tuples;
}

/** A stored rating; it was written by this program from the domain's own type. */
export const readBody = (body: string): Rating => JSON.parse(body);
