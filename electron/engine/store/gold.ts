import { Fault, isFault } from '../../../shared/contract/errors.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { PREFERENCE, preferenceValue } from '../../../shared/domain/comparison.ts';
import { audit, type WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import type { NewRating } from './imported-ratings.ts';
import { type ImportAction, type NamedItem, namedItem } from './named-items.ts';
import { findRubric } from './project.ts';

/** Stores known answers, all of them or none; gives back their items in the order of the file. */
export function storeGold(
  context: WriteContext,
  { ratings }: { ratings: readonly NewRating[] },
): { items: number[] } {
  return { items: ratings.map((rating) => storeOne(context, rating)) };
}

function storeOne(context: WriteContext, rating: NewRating): number {
  const { rubric: ref, source } = rating;
  const place = { line: source.line };
  const rubric = findRubric(context.db, ref);
  if (!rubric) throw new Fault('RUBRIC_UNKNOWN', `Gold line ${source.line} names rubric ${ref}.`, place);
  const named = itemOf(context, rating);
  const refused = named.refused(rubric);
  if (refused) throw new Fault('VALUE_NOT_ALLOWED', `Gold line ${source.line}: ${refused}.`, place);
  const item = named.ensure(context);
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO gold (item_id, rubric, "values", created_at) VALUES (?, ?, ?, ?)',
    item.id,
    ref,
    canonical(knownValues(named.action)),
    context.now,
  );
  audit(context, 'gold.set', { gold: Number(lastInsertRowid), item: item.ref });
  return item.id;
}

/** The values of a known answer; of a comparison its preference, as agreement counts it. */
const knownValues = ({ values, preference }: ImportAction): Record<string, Json> =>
  preference ? { ...values, [PREFERENCE]: preferenceValue(preference.choice) } : values;

function itemOf({ db }: WriteContext, rating: NewRating): NamedItem {
  try {
    return namedItem(db, rating);
  } catch (error) {
    if (!isFault(error)) throw error;
    const { line } = rating.source;
    throw new Fault('ITEM_UNKNOWN', `Gold line ${line}: ${error.failure.message}`, { line });
  }
}
