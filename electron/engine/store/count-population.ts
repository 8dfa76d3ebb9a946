import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { members } from '../../../shared/sampling/frame.ts';
import type { Counted, CountedStratum } from '../../../shared/sampling/plan.ts';
import type { ReadConnection } from '../db/connection.ts';
import { readFrame, type StoredFrame, strataOf } from './frame.ts';
import { Kept } from './kept.ts';
import { Numbering } from './numbering.ts';
import { type CountRow, populationQuery, STRATA_AT } from './population.ts';
import { quickCount, type Tally, tallyByConversation } from './quick-count.ts';
import { eachInStretches, type Waiting } from './stretches.ts';

type Count = Omit<Counted, 'spreads'>;

const kept = new Kept<Count>(8);

/**
 * The answers that a draw would choose from, counted by stratum and weight. What was counted is kept while a plan is being made, since
 * neither the size nor the allocation changes it. @throws Fault EXPRESSION_INVALID, CANCELLED
 */
export function countPopulation(
  db: ReadConnection,
  parameters: DrawParameters,
  waiting: Waiting,
): Promise<Count> {
  const {
    size: _size,
    minPerStratum: _minimum,
    allocation: _allocation,
    rates: _rates,
    seed,
    ...own
  } = parameters;
  const question = JSON.stringify(isBySeed(parameters) ? { ...own, seed } : own);
  return kept.getLater(db, question, () => readCount(db, parameters, waiting));
}

/** True where the seed decides which answers of a conversation there are to draw from. */
const isBySeed = ({ answers, comparisons }: DrawParameters): boolean => answers === 'one' || comparisons;

async function readCount(db: ReadConnection, parameters: DrawParameters, waiting: Waiting): Promise<Count> {
  if (isBySeed(parameters)) return countFrame(await readFrame(db, parameters, waiting));
  const tallies = new Tallies(parameters);
  const quick = quickCount(parameters);
  if (quick) await tallyByConversation(db, quick, waiting, tallies);
  else {
    const query = populationQuery(parameters, strataOf(parameters), 'counts');
    await eachInStretches<CountRow>(db, query, waiting, (row) =>
      tallies.add(row, row[0], row[1], STRATA_AT.counts, 1),
    );
  }
  return tallies.counted();
}

/** How many answers of each weight there are in each stratum, and how many were passed over. */
class Tallies implements Tally {
  private readonly strata: Numbering;
  private readonly byStratum: Map<number, number>[] = [];
  private readonly leftOut = { rated: 0, sampled: 0 };

  constructor(parameters: DrawParameters) {
    this.strata = new Numbering(strataOf(parameters));
  }

  add(
    row: readonly (string | number | null)[],
    passedOver: number,
    weight: number,
    from: number,
    answers: number,
  ): void {
    if (passedOver === 1) this.leftOut.rated += answers;
    else if (passedOver === 2) this.leftOut.sampled += answers;
    else {
      const number = this.strata.numberOf(row, from);
      const tally = this.byStratum[number] ?? new Map<number, number>();
      this.byStratum[number] = tally;
      tally.set(weight, (tally.get(weight) ?? 0) + answers);
    }
  }

  counted(): Count {
    const all = this.strata.keys.map((key, number) => counted(key, this.byStratum[number] ?? new Map()));
    return { strata: all.filter(({ population }) => population > 0), leftOut: this.leftOut };
  }
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
