import { chooseRaters, type PlannedShowing } from './assign.ts';
import { SharedItems } from './pairs.ts';
import { seededRandom, shuffled } from './random.ts';

export interface HandOnInput {
  /** What the rater who leaves has not submitted. */
  open: readonly PlannedShowing[];
  /** Who takes it over, by name. */
  successors: readonly string[];
  /** Items that each of them has or had, by name. */
  had: ReadonlyMap<string, ReadonlySet<number>>;
  seed: number | string;
}

export interface HandedOn {
  /** New showings of each successor in the order they come. */
  queues: Map<string, PlannedShowing[]>;
  /** Showings that no one could take over, since every successor has or had the item. */
  unplaced: number;
}

/**
 * Hands the open work of a rater who leaves to others, balanced: each item to the one who got least, never to one who has or had it. A
 * hidden repeat goes where its first showing goes, and lapses where that was submitted; so does an item with a known answer that each
 * of the others has anyway.
 */
export function handOn({ open, successors, had, seed }: HandOnInput): HandedOn {
  const random = seededRandom(`${seed}/hand-on`);
  const loads = successors.map(() => 0);
  const shared = new SharedItems(successors.length);
  const own = successors.map((): PlannedShowing[] => []);
  const heir = new Map<number, number>();
  let unplaced = 0;
  for (const showing of shuffled(firsts(open), random)) {
    const holding = successors.flatMap((name, place) => (had.get(name)?.has(showing.item) ? place : []));
    const [place] = chooseRaters(loads, shared, { holding, wanted: 1 }, random);
    if (place === undefined) {
      if (showing.kind === 'plain') unplaced += 1;
      continue;
    }
    loads[place] = (loads[place] ?? 0) + 1;
    own[place]?.push(showing);
    heir.set(showing.item, place);
    shared.join([place], holding);
  }
  const queues = new Map(
    successors.map((name, place) => {
      const repeats = open.filter(({ item, occasion }) => occasion > 0 && heir.get(item) === place);
      const shuffledOwn = shuffled(own[place] ?? [], seededRandom(`${seed}/hand-on/${name}`));
      return [name, [...shuffledOwn, ...repeats]];
    }),
  );
  return { queues, unplaced };
}

const firsts = (open: readonly PlannedShowing[]): PlannedShowing[] =>
  open.filter(({ occasion }) => occasion === 0);
