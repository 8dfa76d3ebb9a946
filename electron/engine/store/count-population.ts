import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { members } from '../../../shared/sampling/frame.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import type { Counted, CountedStratum } from '../../../shared/sampling/plan.ts';
import type { ReadConnection } from '../db/connection.ts';
import { eachList, get } from '../db/statements.ts';
import { readFrame, type StoredFrame, strataOf } from './frame.ts';
import { Kept } from './kept.ts';
import { Numbering } from './numbering.ts';
import { type CountRow, populationQuery, STRATA_AT } from './population.ts';

type Count = Omit<Counted, 'spreads'>;

const kept = new Kept<Count>(8);

/**
 * The answers that a draw would choose from, counted by stratum and weight. What was counted is kept while a plan is being made, since
 * neither the size nor the allocation changes it. @throws Fault EXPRESSION_INVALID
 */
export function countPopulation(db: ReadConnection, parameters: DrawParameters): Count {
  const {
    size: _size,
    minPerStratum: _minimum,
    allocation: _allocation,
    rates: _rates,
    seed,
    ...own
  } = parameters;
  const question = JSON.stringify(isBySeed(parameters) ? { ...own, seed } : own);
  return kept.get(db, question, () => readCount(db, parameters));
}

/** True where the seed decides which answers of a conversation there are to draw from. */
const isBySeed = ({ answers, comparisons }: DrawParameters): boolean => answers === 'one' || comparisons;

function readCount(db: ReadConnection, parameters: DrawParameters): Count {
  if (isBySeed(parameters)) return countFrame(readFrame(db, parameters, () => undefined));
  if (parameters.strata.length === 0 && strategyOf(parameters) !== 'weighted')
    return countAll(db, parameters);
  return countRows(db, parameters);
}

const stratum = (key: string, population: number): CountedStratum => ({
  key,
  population,
  weights: [{ weight: 1, population }],
});

/** Without strata and weights SQLite counts by itself. */
function countAll(db: ReadConnection, parameters: DrawParameters): Count {
  const { sql, parameters: bound } = populationQuery(parameters, [], 'counts');
  const counted = get<{ free: number; rated: number; sampled: number }>(
    db,
    `SELECT coalesce(sum(passed_over = 0), 0) AS free, coalesce(sum(passed_over = 1), 0) AS rated,
       coalesce(sum(passed_over = 2), 0) AS sampled FROM (${sql})`,
    ...bound,
  );
  const { free = 0, rated = 0, sampled = 0 } = counted ?? {};
  return { strata: free === 0 ? [] : [stratum('all', free)], leftOut: { rated, sampled } };
}

/** Row by row: for SQLite, sorting millions of rows into groups takes longer than handing them over. */
function countRows(db: ReadConnection, parameters: DrawParameters): Count {
  const { sql, parameters: bound } = populationQuery(parameters, strataOf(parameters), 'counts');
  const strata = new Numbering(strataOf(parameters));
  const tallies: Map<number, number>[] = [];
  const leftOut = { rated: 0, sampled: 0 };
  for (const row of eachList<CountRow>(db, sql, ...bound)) {
    const [passedOver, weight] = row;
    if (passedOver === 1) leftOut.rated += 1;
    else if (passedOver === 2) leftOut.sampled += 1;
    else {
      const number = strata.numberOf(row, STRATA_AT.counts);
      const tally = tallies[number] ?? new Map<number, number>();
      tallies[number] = tally;
      tally.set(weight, (tally.get(weight) ?? 0) + 1);
    }
  }
  const all = strata.keys.map((key, number) => counted(key, tallies[number] ?? new Map()));
  return { strata: all.filter(({ population }) => population > 0), leftOut };
}

function counted(key: string, tally: ReadonlyMap<number, number>): CountedStratum {
  const weights = [...tally].map(([weight, population]) => ({ weight, population }));
  weights.sort((a, b) => a.weight - b.weight);
  return { key, population: weights.reduce((sum, { population }) => sum + population, 0), weights };
}

/** The same of answers that have been read. */
export function countFrame(frame: StoredFrame): Count {
  const own = members(frame);
  return {
    strata: frame.keys.map((key, place) => {
      const tally = new Map<number, number>();
      for (const answer of own[place] ?? []) {
        const weight = frame.weight?.[answer] ?? 1;
        tally.set(weight, (tally.get(weight) ?? 0) + 1);
      }
      return counted(key, tally);
    }),
    leftOut: frame.passedOver,
    crowded: frame.crowded,
  };
}
