import { Reject } from './fault.ts';

/** A tree in one record with more messages than this is refused. */
export const MAX_NODES = 100_000;

/** An entry of a tree that is given as links between ids. */
export interface Linked {
  key: string;
  /** Key of the entry it follows; null for a first one. */
  parent: string | null;
  /** Keys of those that follow it, where the source lists them. */
  children: readonly string[];
  /** JSON path of the field that names its parent. */
  link: string;
}

/** An entry with the index, in the list it stands in, of the entry it follows; -1 for a first one. */
export interface Ordered<T> {
  item: T;
  parent: number;
}

/**
 * Entries in an order in which each stands after the one it follows, and siblings as they came, or as a list of children
 * has them. Broken links are mended by these rules: `parent` decides; where it names nothing, the entry that lists this
 * one among its children is its parent; where there is none, it is a first one. Entries linked in a circle are refused.
 */
export function inTreeOrder<T extends Linked>(items: readonly T[]): Ordered<T>[] {
  if (items.length > MAX_NODES)
    throw new Reject('$', `It has ${items.length} messages; a tree may have ${MAX_NODES}.`);
  const children = childrenOf(items);
  const ordered: Ordered<T>[] = [];
  const open = [...(children.get(NONE) ?? [])].reverse().map((index) => ({ index, parent: NONE }));
  for (let next = open.pop(); next; next = open.pop()) {
    const item = items[next.index];
    if (item === undefined) continue;
    const parent = ordered.push({ item, parent: next.parent }) - 1;
    const following = children.get(next.index) ?? [];
    for (let last = following.length - 1; last >= 0; last--)
      open.push({ index: following[last] ?? NONE, parent });
  }
  if (ordered.length < items.length) throw circle(items, ordered);
  return ordered;
}

const NONE = -1;

/** Index of an entry -> indices of those that follow it, in order; under -1 the first ones. */
function childrenOf(items: readonly Linked[]): Map<number, number[]> {
  const indexOf = new Map<string, number>();
  const claimed = new Map<string, { parent: number; place: number }>();
  items.forEach(({ key, children }, index) => {
    if (!indexOf.has(key)) indexOf.set(key, index);
    children.forEach((child, place) => {
      if (!claimed.has(child)) claimed.set(child, { parent: index, place });
    });
  });
  const places: number[] = [];
  const found = new Map<number, number[]>();
  items.forEach(({ key, parent }, index) => {
    const claim = claimed.get(key);
    const owner = (parent === null ? undefined : indexOf.get(parent)) ?? claim?.parent ?? NONE;
    places.push(claim?.parent === owner ? claim.place : Number.POSITIVE_INFINITY);
    const siblings = found.get(owner);
    if (siblings) siblings.push(index);
    else found.set(owner, [index]);
  });
  const place = (index: number): number => places[index] ?? Number.POSITIVE_INFINITY;
  for (const siblings of found.values())
    siblings.sort((one, other) => (place(one) === place(other) ? one - other : place(one) - place(other)));
  return found;
}

function circle<T extends Linked>(items: readonly T[], ordered: readonly Ordered<T>[]): Reject {
  const reached = new Set<T>(ordered.map(({ item }) => item));
  const lost = items.find((item) => !reached.has(item));
  return new Reject(
    lost?.link ?? '$',
    'Following the parents from here leads round in a circle, never to a first message.',
  );
}
