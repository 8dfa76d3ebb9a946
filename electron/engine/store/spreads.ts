import { Fault } from '../../../shared/contract/errors.ts';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { type Spreads, UNKNOWN_SPREADS } from '../../../shared/sampling/allocation.ts';
import { stratumKey } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import { eachList, get } from '../db/statements.ts';
import { strataOf } from './frame.ts';
import { type IdRow, populationQuery, STRATA_AT } from './population.ts';

/** To six digits, so that what is stored is what was computed with. */
const rounded = (spread: number): number => Math.round(spread * 1e6) / 1e6;

/** A stratum whose ratings so far are all alike is not taken for one without any spread: it gets this share of the common one. */
const LEAST_SHARE = 0.1;

/**
 * The standard deviation within each stratum that Neyman's rule goes by: of a rate as it is expected, the root of p (1 - p); or of the
 * mean rating of each answer on a dimension, from the ratings there are.
 * @throws Fault SAMPLE_PLAN_INVALID where a dimension has no ratings in numbers
 */
export function spreadsOf(db: ReadConnection, parameters: DrawParameters): Spreads {
  const { allocation, rates, dimension } = parameters;
  if (allocation !== 'neyman') return UNKNOWN_SPREADS;
  const expected = Object.entries(rates ?? {}).map(([key, rate]): [string, number] => [
    key,
    rounded(Math.sqrt(rate * (1 - rate))),
  ]);
  const { byKey, otherwise } =
    dimension === undefined ? UNKNOWN_SPREADS : measuredSpreads(db, parameters, dimension);
  return { byKey: { ...byKey, ...Object.fromEntries(expected) }, otherwise };
}

interface Moments {
  n: number;
  mean: number;
  squares: number;
}

/** Welford's running mean and sum of squared deviations. */
function note(moments: Moments, value: number): void {
  moments.n += 1;
  const step = value - moments.mean;
  moments.mean += step / moments.n;
  moments.squares += step * (value - moments.mean);
}

const deviation = ({ n, squares }: Moments): number | null => (n < 2 ? null : Math.sqrt(squares / (n - 1)));

const MEAN_RATING = `SELECT avg(json_extract(r.body, ?)) AS mean FROM item i JOIN rating r ON r.item_id = i.id
  WHERE i.message_id = ? AND r.status = 'submitted' AND r.occasion = 0
    AND json_type(r.body, ?) IN ('integer', 'real')`;

function measuredSpreads(db: ReadConnection, parameters: DrawParameters, dimension: string): Spreads {
  const path = `$.values."${dimension.replaceAll('"', '')}"`;
  const strata = strataOf(parameters);
  const query = populationQuery({ ...parameters, includeRated: true, excludeSampled: false }, strata, 'ids');
  const rated: { id: number; key: string }[] = [];
  for (const row of eachList<IdRow>(db, query.sql, ...query.parameters, 1, Number.MAX_SAFE_INTEGER))
    rated.push({ id: row[0], key: stratumKey(strata, row.slice(STRATA_AT.ids)) });
  const all: Moments = { n: 0, mean: 0, squares: 0 };
  const byKey = new Map<string, Moments>();
  for (const { id, key } of rated) {
    const mean = get<{ mean: number | null }>(db, MEAN_RATING, path, id, path)?.mean ?? null;
    if (mean === null) continue;
    const own = byKey.get(key) ?? { n: 0, mean: 0, squares: 0 };
    byKey.set(key, own);
    note(own, mean);
    note(all, mean);
  }
  const common = deviation(all);
  if (common === null)
    throw new Fault(
      'SAMPLE_PLAN_INVALID',
      `Fewer than two of these answers have been rated in numbers on ${dimension}, so how much it varies is not known.`,
      undefined,
      'Rate some first, name another dimension, or give the rate expected in each stratum.',
    );
  const floor = common * LEAST_SHARE;
  const spreads = [...byKey].map(([key, own]): [string, number] => [
    key,
    rounded(Math.max(floor, deviation(own) ?? common)),
  ]);
  return { byKey: Object.fromEntries(spreads), otherwise: rounded(common) };
}
