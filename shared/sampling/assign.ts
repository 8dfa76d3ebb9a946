import { type Pair, SharedItems } from './pairs.ts';
import { type Random, seededRandom, shuffled } from './random.ts';

export interface PlanInput {
  items: readonly number[];
  raters: readonly string[];
  /** Raters per item. */
  overlap: number;
  /** Hidden repeats per rater. */
  repeat: number;
  /** Items with a known answer, shown to every rater. */
  gold: readonly number[];
  seed: number | string;
  /** What the raters have already, by name: it counts towards the overlap, and is not planned again. */
  had?: ReadonlyMap<string, Had>;
}

/** The items a rater has, how many of them come again, and those that were taken from them: they do not get these again. */
export interface Had {
  items: ReadonlySet<number>;
  repeats: number;
  lost: ReadonlySet<number>;
}

export interface PlannedShowing {
  item: number;
  kind: 'plain' | 'gold' | 'repeat';
  /** 0 for the first showing, 1 for its repeat. */
  occasion: number;
}

export interface WorkPlan {
  /** New showings of each rater in the order they come. */
  queues: Map<string, PlannedShowing[]>;
  /** How many of the items each two raters share, those who share fewest first. */
  pairs: Pair[];
}

/** A repeat comes at least this many items after its first showing where the queue is long enough. */
const REPEAT_GAP = 20;

const NOTHING: Had = { items: new Set(), repeats: 0, lost: new Set() };

/**
 * Gives each item to `overlap` raters so that loads differ by at most one where that is possible and every pair of raters shares
 * about as many items as any other: each item goes to the raters with the least work, ties to those who share least so far.
 * Raters who have an item already count; where there are enough of them it is given to no one else.
 */
export function planWork({ items, raters, overlap, repeat, gold, seed, had }: PlanInput): WorkPlan {
  const random = seededRandom(`${seed}/assign`);
  const before = raters.map((name) => had?.get(name) ?? NOTHING);
  const known = new Set(gold);
  const loads = before.map((own) => items.filter((item) => own.items.has(item)).length);
  const shared = new SharedItems(raters.length);
  const own = raters.map((): number[] => []);
  const order = shuffled(items, random);
  const holders = (item: number): number[] =>
    before.flatMap(({ items: mine }, rater) => (mine.has(item) ? rater : []));
  const losers = (item: number): number[] =>
    before.flatMap(({ lost }, rater) => (lost.has(item) ? rater : []));
  for (const item of order) shared.add(holders(item));
  for (const item of order) {
    const holding = holders(item);
    const chosen = chooseRaters(
      loads,
      shared,
      { holding, barred: losers(item), wanted: overlap - holding.length },
      random,
    );
    for (const rater of chosen) {
      own[rater]?.push(item);
      loads[rater] = (loads[rater] ?? 0) + 1;
    }
    shared.join(chosen, holding);
  }
  const queues = new Map<string, PlannedShowing[]>();
  raters.forEach((name, rater) => {
    const { items: mine, repeats, lost } = before[rater] ?? NOTHING;
    const fresh = gold.filter((item) => !mine.has(item) && !lost.has(item));
    const plain = (own[rater] ?? []).filter((item) => !known.has(item));
    const more = Math.max(0, repeat - repeats);
    queues.set(name, orderQueue(plain, fresh, more, seededRandom(`${seed}/queue/${name}`)));
  });
  return { queues, pairs: shared.pairs(raters) };
}

interface Wanted {
  /** Raters who have the item already. */
  holding: readonly number[];
  /** Raters who may not get it. */
  barred?: readonly number[];
  wanted: number;
}

/** The raters that an item goes to: those with the least work, ties to those who share least with its other raters. */
export function chooseRaters(
  loads: readonly number[],
  shared: SharedItems,
  { holding, barred = [], wanted }: Wanted,
  random: Random,
): number[] {
  const chosen: number[] = [];
  const free = shuffled(
    loads.map((_, rater) => rater),
    random,
  ).filter((rater) => !holding.includes(rater) && !barred.includes(rater));
  while (chosen.length < wanted) {
    let best: number | undefined;
    for (const rater of free) {
      if (chosen.includes(rater)) continue;
      if (best === undefined || before(rater, best)) best = rater;
    }
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;

  function before(a: number, b: number): boolean {
    const load = (loads[a] ?? 0) - (loads[b] ?? 0);
    if (load !== 0) return load < 0;
    return together(a) < together(b);
  }

  function together(rater: number): number {
    return [...holding, ...chosen].reduce((sum, other) => sum + shared.of(rater, other), 0);
  }
}

/** A rater's queue: their items and the gold ones shuffled together, repeats slipped in at a distance from their first showing. */
function orderQueue(
  items: readonly number[],
  gold: readonly number[],
  repeat: number,
  random: Random,
): PlannedShowing[] {
  const showings: PlannedShowing[] = [
    ...items.map((item): PlannedShowing => ({ item, kind: 'plain', occasion: 0 })),
    ...gold.map((item): PlannedShowing => ({ item, kind: 'gold', occasion: 0 })),
  ];
  const queue = shuffled(showings, random);
  const repeatable = queue.filter(({ kind }) => kind === 'plain').slice(0, Math.ceil(queue.length / 2));
  for (const { item } of shuffled(repeatable, random).slice(0, repeat)) {
    const first = queue.findIndex((showing) => showing.item === item);
    const earliest = Math.min(first + REPEAT_GAP, queue.length);
    const at = earliest + random.below(queue.length - earliest + 1);
    queue.splice(at, 0, { item, kind: 'repeat', occasion: 1 });
  }
  return queue;
}
