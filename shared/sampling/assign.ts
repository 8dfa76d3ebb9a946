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
}

export interface PlannedShowing {
  item: number;
  kind: 'plain' | 'gold' | 'repeat';
  /** 0 for the first showing, 1 for its repeat. */
  occasion: number;
}

export interface WorkPlan {
  /** Showings of each rater in the order they come. */
  queues: Map<string, PlannedShowing[]>;
  /** The smallest number of items that any two raters share; the number of items where there is one rater. */
  smallestPair: number;
}

/** A repeat comes at least this many items after its first showing where the queue is long enough. */
const REPEAT_GAP = 20;

/**
 * Gives each item to `overlap` raters so that loads differ by at most one where that is possible and every pair of raters shares
 * about as many items as any other: each item goes to the raters with the least work, ties to those who share least so far.
 */
export function planWork({ items, raters, overlap, repeat, gold, seed }: PlanInput): WorkPlan {
  const random = seededRandom(`${seed}/assign`);
  const loads = raters.map(() => 0);
  const shared = raters.map(() => raters.map(() => 0));
  const own = raters.map((): number[] => []);
  for (const item of shuffled(items, random)) {
    const chosen = chooseRaters(loads, shared, overlap, random);
    for (const rater of chosen) {
      own[rater]?.push(item);
      loads[rater] = (loads[rater] ?? 0) + 1;
      for (const other of chosen) if (other !== rater) bump(shared, rater, other);
    }
  }
  const queues = new Map<string, PlannedShowing[]>();
  raters.forEach((name, rater) => {
    queues.set(name, orderQueue(own[rater] ?? [], gold, repeat, seededRandom(`${seed}/queue/${name}`)));
  });
  return { queues, smallestPair: smallestPair(shared, items.length) };
}

function chooseRaters(
  loads: readonly number[],
  shared: readonly number[][],
  overlap: number,
  random: Random,
): number[] {
  const chosen: number[] = [];
  const free = shuffled(
    loads.map((_, rater) => rater),
    random,
  );
  while (chosen.length < overlap) {
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
    return chosen.reduce((sum, other) => sum + (shared[rater]?.[other] ?? 0), 0);
  }
}

function bump(shared: number[][], rater: number, other: number): void {
  const row = shared[rater];
  if (row) row[other] = (row[other] ?? 0) + 1;
}

function smallestPair(shared: readonly number[][], items: number): number {
  let smallest = items;
  shared.forEach((row, rater) => {
    row.forEach((count, other) => {
      if (other > rater) smallest = Math.min(smallest, count);
    });
  });
  return smallest;
}

/** A rater's queue: their items and the gold ones shuffled together, repeats slipped in at a distance from their first showing. */
function orderQueue(
  items: readonly number[],
  gold: readonly number[],
  repeat: number,
  random: Random,
): PlannedShowing[] {
  const known = new Set(gold);
  const showings: PlannedShowing[] = [
    ...items
      .filter((item) => !known.has(item))
      .map((item): PlannedShowing => ({ item, kind: 'plain', occasion: 0 })),
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
