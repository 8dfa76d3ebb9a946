import { Fault } from '../../../shared/contract/errors.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { EMPTY_RATING, refusal } from '../../../shared/domain/rating.ts';
import { audit, type WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import type { NewRating } from './imported-ratings.ts';
import { ensureItem, findMessage } from './items.ts';
import { findRubric } from './project.ts';

/** Stores known answers, all of them or none; gives back their items in the order of the file. */
export function storeGold(
  context: WriteContext,
  { ratings }: { ratings: readonly NewRating[] },
): { items: number[] } {
  return { items: ratings.map((rating) => storeOne(context, rating)) };
}

function storeOne(
  context: WriteContext,
  { conversation, message, rubric: ref, action, source }: NewRating,
): number {
  const place = { line: source.line };
  const rubric = findRubric(context.db, ref);
  if (!rubric) throw new Fault('RUBRIC_UNKNOWN', `Gold line ${source.line} names rubric ${ref}.`, place);
  const found = findMessage(context.db, conversation, message);
  if (!found)
    throw new Fault(
      'ITEM_UNKNOWN',
      `Gold line ${source.line}: no answer at message ${message} of ${conversation}.`,
      place,
    );
  const refused = refusal(rubric, EMPTY_RATING, action, found.text.length);
  if (refused) throw new Fault('VALUE_NOT_ALLOWED', `Gold line ${source.line}: ${refused}.`, place);
  const item = ensureItem(context, found.id);
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO gold (item_id, rubric, "values", created_at) VALUES (?, ?, ?, ?)',
    item.id,
    ref,
    canonical(action.values),
    context.now,
  );
  audit(context, 'gold.set', { gold: Number(lastInsertRowid), item: item.ref });
  return item.id;
}
