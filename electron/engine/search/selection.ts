import { firstOf } from './block.ts';
import type { BlockRef, Catalogue } from './catalogue.ts';
import type { Inquiry } from './inquiry.ts';

export type Order = 'newest' | 'oldest';

/** A place in the order: behind it the next page begins. */
export interface Place {
  /** UTC milliseconds; null for conversations without a time, which come last. */
  time: number | null;
  id: number;
}

/** Says when an answer is due. */
export interface Patience {
  isOver(): boolean;
}

export interface Page {
  places: Place[];
  /** Where the next page begins; null at the end. A page may be short, or empty, where what is behind it was not looked at yet. */
  next: Place | 'start' | null;
}

/** Conversations in their order as numbers: the greater comes first. */
interface Ranked {
  rank: number;
  id: number;
}

const LAST = Number.NEGATIVE_INFINITY;

const ranked =
  (order: Order) =>
  (time: number): number => {
    if (Number.isNaN(time)) return LAST;
    return order === 'newest' ? time : -time;
  };

const compare = (order: Order) => {
  const sign = order === 'newest' ? 1 : -1;
  return (a: Ranked, b: Ranked): number =>
    a.rank === b.rank ? sign * (b.id - a.id) : b.rank > a.rank ? 1 : -1;
};

/** No conversation of the block comes before this. */
function boundOf({ newest, oldest }: BlockRef, order: Order): number {
  const time = order === 'newest' ? newest : oldest;
  return time === null ? LAST : ranked(order)(time);
}

interface Request {
  order: Order;
  after: Place | 'start';
  limit: number;
}

/**
 * The next conversations of an inquiry. Blocks are looked through from the one that may hold the first on, until no other can hold
 * any; where that takes longer than there is patience for, what is certain so far is given, and the rest on the next call.
 */
export function selectPage(
  catalogue: Catalogue,
  inquiry: Inquiry,
  request: Request,
  patience: Patience,
): Page {
  const { order, after, limit } = request;
  const rankOf = ranked(order);
  const inOrder = compare(order);
  const start = after === 'start' ? null : { rank: rankOf(after.time ?? Number.NaN), id: after.id };
  const best = new Best(limit + 1, inOrder);
  let open = LAST;
  let isCut = false;
  for (const { ref, bound } of byBound(catalogue.blocks, order)) {
    if (bound < best.least) break;
    if (!inquiry.isAtHand(ref) && patience.isOver()) {
      open = bound;
      isCut = true;
      break;
    }
    collect(catalogue, inquiry, ref, start, rankOf, best);
  }
  const found = best.sorted();
  const certain = isCut ? found.filter(({ rank }) => rank > open) : found;
  const page = certain.slice(0, limit);
  const places = page.map(({ rank, id }) => ({ time: timeOf(rank, order), id }));
  if (!isCut && found.length <= limit) return { places, next: null };
  return { places, next: places.at(-1) ?? after };
}

const timeOf = (rank: number, order: Order): number | null => {
  if (rank === LAST) return null;
  return order === 'newest' ? rank : -rank;
};

/** Blocks from the one that may hold the first. Of blocks with the same bound, the later ids come first, as in the order. */
const byBound = (blocks: readonly BlockRef[], order: Order): { ref: BlockRef; bound: number }[] =>
  blocks
    .map((ref) => ({ ref, bound: boundOf(ref, order) }))
    .sort((a, b) => {
      if (a.bound !== b.bound) return b.bound > a.bound ? 1 : -1;
      return order === 'newest' ? b.ref.number - a.ref.number : a.ref.number - b.ref.number;
    });

function collect(
  catalogue: Catalogue,
  inquiry: Inquiry,
  ref: BlockRef,
  start: Ranked | null,
  rankOf: (time: number) => number,
  best: Best,
): void {
  const passes = inquiry.rowsOf(ref);
  const { rows, times, places } = catalogue.block(ref);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const rank = rankOf(times[row] ?? Number.NaN);
    if (rank < best.least || (start && rank > start.rank)) continue;
    if (!passes(row)) continue;
    const found = { rank, id: firstOf(ref.number) + (places[row] ?? 0) };
    if (!start || best.compare(start, found) < 0) best.add(found);
  }
}

/** Keeps the first so many of what it is given. */
class Best {
  /** Nothing that ranks below this is among them. */
  least = LAST;
  readonly compare: (a: Ranked, b: Ranked) => number;
  private readonly most: number;
  private kept: Ranked[] = [];

  constructor(most: number, inOrder: (a: Ranked, b: Ranked) => number) {
    this.most = most;
    this.compare = inOrder;
  }

  add(found: Ranked): void {
    this.kept.push(found);
    if (this.kept.length >= 4 * this.most) this.trim();
  }

  sorted(): Ranked[] {
    this.trim();
    return this.kept;
  }

  private trim(): void {
    this.kept = this.kept.sort(this.compare).slice(0, this.most);
    if (this.kept.length === this.most) this.least = this.kept.at(-1)?.rank ?? LAST;
  }
}

/** How many conversations an inquiry finds; not complete where patience ended first. */
export function countMatches(
  catalogue: Catalogue,
  inquiry: Inquiry,
  patience: Patience,
): { count: number; isComplete: boolean } {
  if (inquiry.isOpen) return { count: catalogue.conversations, isComplete: true };
  let count = 0;
  for (const ref of catalogue.blocks.toReversed()) {
    if (!inquiry.isCounted(ref) && patience.isOver()) return { count, isComplete: false };
    count += inquiry.countIn(ref);
  }
  return { count, isComplete: true };
}
