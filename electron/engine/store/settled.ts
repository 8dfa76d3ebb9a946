import type { Recipe } from '../../../shared/contract/reporting.ts';
import { PREFERENCE } from '../../../shared/domain/comparison.ts';
import { type Choice, NO_WINNER } from '../../../shared/domain/preference.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { JudgedComparison, Settled } from '../../../shared/formats/export/judged.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { dimensionUnits, standingUnder } from './adjudication-tables.ts';
import { readSettings } from './settings.ts';

/** Items by their rows, each with its settled dimensions. */
export type SettledItems = ReadonlyMap<number, Record<string, Settled>>;

/**
 * Values that take the place of ratings in datasets: what the lead decided, and where consensus is asked for also what the ratings come to by
 * the project's rule. Of comparisons the preference alone.
 */
export function settledItems(db: ReadConnection, rubric: Rubric, values: Recipe['values']): SettledItems {
  const items = new Map<number, Record<string, Settled>>();
  const settle = (item: number, dimension: string, settled: Settled): void => {
    const own = items.get(item) ?? {};
    items.set(item, { ...own, [dimension]: settled });
  };
  if (values === 'consensus') settleByRatings(db, rubric, settle);
  for (const { itemId, unit, action } of standingUnder(db, rubric).values())
    if (action.kind === 'decide' && unit.candidate === null)
      settle(itemId, unit.dimension, { value: action.value, source: 'adjudicated' });
  return items;
}

function settleByRatings(
  db: ReadConnection,
  rubric: Rubric,
  settle: (item: number, dimension: string, settled: Settled) => void,
): void {
  const ids = new Map(
    all<{ id: number; uuid: string }>(db, 'SELECT id, uuid FROM item').map(({ id, uuid }) => [uuid, id]),
  );
  const own = new Set(rubric.dimensions.map(({ id }) => id));
  for (const { dimension, ofRatings, unitOf, valueBehind } of dimensionUnits(
    db,
    rubric,
    readSettings(db).adjudication,
  )) {
    if (!own.has(dimension)) continue;
    for (const { unit, value, source } of ofRatings()) {
      const item = ids.get(unitOf(unit).item);
      if (item !== undefined && value !== null && source !== null)
        settle(item, dimension, { value: valueBehind(value), source });
    }
  }
}

/** What the lead decided of a comparison, if anything: which candidate, or that there is no better one. */
export function decidedChoice(items: SettledItems, item: number): Pick<JudgedComparison, 'decided'> {
  const settled = items.get(item)?.[PREFERENCE];
  if (settled?.source !== 'adjudicated') return {};
  const { value } = settled;
  const noWinner = NO_WINNER.find((one) => one === value);
  const decided: Choice | null = typeof value === 'number' ? value - 1 : (noWinner ?? null);
  return { decided };
}
