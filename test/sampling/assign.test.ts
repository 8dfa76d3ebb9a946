import { describe, expect, test } from 'vitest';
import { type PlanInput, planWork } from '../../shared/sampling/assign.ts';
import { fc } from '../support/property.ts';
import { numbers } from '../support/transcripts.ts';

const raters = (count: number): string[] => numbers(count).map((n) => `rater-${n}`);
const input = (given: Partial<PlanInput> = {}): PlanInput => ({
  items: numbers(60, 1),
  raters: raters(5),
  overlap: 2,
  repeat: 0,
  gold: [],
  seed: 7,
  ...given,
});

const inputs = fc
  .record({
    items: fc.integer({ min: 0, max: 80 }),
    raters: fc.integer({ min: 1, max: 7 }),
    overlap: fc.integer({ min: 1, max: 7 }),
    seed: fc.oneof(fc.integer(), fc.string({ minLength: 1 })),
  })
  .filter(({ raters: own, overlap }) => overlap <= own)
  .map(({ items, raters: own, overlap, seed }) =>
    input({ items: numbers(items, 1), raters: raters(own), overlap, seed }),
  );

/** How many items each pair of raters shares. */
function pairs(queues: Map<string, { item: number; kind: string }[]>): number[] {
  const sets = [...queues.values()].map((queue) => new Set(queue.map(({ item }) => item)));
  return sets.flatMap((own, index) =>
    sets.slice(index + 1).map((other) => [...own].filter((item) => other.has(item)).length),
  );
}

describe('work is shared out', () => {
  test('so that each item goes to as many different raters as asked, and loads differ by at most one', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const { queues } = planWork(asked);
        expect([...queues.keys()]).toEqual(asked.raters);
        const loads = [...queues.values()].map((queue) => queue.length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        const seen = new Map<number, Set<string>>();
        for (const [rater, queue] of queues)
          for (const { item } of queue) seen.set(item, (seen.get(item) ?? new Set()).add(rater));
        expect([...seen.keys()].sort((a, b) => a - b)).toEqual(asked.items);
        for (const own of seen.values()) expect(own.size).toBe(asked.overlap);
      }),
    );
  });

  test('so that every pair of raters shares about as many items as any other', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const { queues, pairs: told } = planWork(asked);
        const shared = pairs(queues);
        expect(told.map(({ items }) => items)).toEqual(shared.toSorted((a, b) => a - b));
        expect(Math.max(0, ...shared) - Math.min(...shared, 80)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('so that a block of twelve pairs of raters is seen evenly', () => {
    const { queues, pairs: told } = planWork(input({ items: numbers(120, 1), raters: raters(4) }));
    expect([...queues.values()].map((queue) => queue.length)).toEqual([60, 60, 60, 60]);
    expect(told[0]?.items).toBeGreaterThanOrEqual(18);
    expect(Math.max(...pairs(queues))).toBeLessThanOrEqual(22);
  });

  test('the same for the same seed, otherwise for another', () => {
    expect(planWork(input())).toEqual(planWork(input({ seed: '7' })));
    expect(planWork(input({ seed: 8 })).queues).not.toEqual(planWork(input()).queues);
  });

  test('in another order for each rater', () => {
    const { queues } = planWork(input({ overlap: 5 }));
    const orders = new Set([...queues.values()].map((queue) => queue.map(({ item }) => item).join()));
    expect(orders.size).toBe(5);
  });
});

describe('work that is added to later', () => {
  const held = (queues: Map<string, { item: number }[]>) =>
    new Map(
      [...queues].map(([rater, queue]) => [
        rater,
        { items: new Set(queue.map(({ item }) => item)), repeats: 0, lost: new Set<number>() },
      ]),
    );
  const together = (...parts: Map<string, { item: number; kind: string }[]>[]) => {
    const names = [...new Set(parts.flatMap((part) => [...part.keys()]))];
    return new Map(names.map((name) => [name, parts.flatMap((part) => part.get(name) ?? [])]));
  };

  test('gives nothing where the overlap is met already', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const { queues, pairs: first } = planWork(asked);
        const again = planWork({ ...asked, seed: 'again', had: held(queues) });
        expect([...again.queues.values()].flat()).toEqual([]);
        expect(again.pairs).toEqual(first);
      }),
    );
  });

  test('tops up to a larger overlap, new raters first, and pairs them with the others', () => {
    const before = planWork(input({ raters: raters(3), overlap: 2 }));
    const after = planWork(input({ raters: raters(4), overlap: 3, had: held(before.queues) }));
    const all = together(before.queues, after.queues);
    const seen = new Map<number, number>();
    for (const queue of all.values()) for (const { item } of queue) seen.set(item, (seen.get(item) ?? 0) + 1);
    expect([...seen.values()].every((count) => count === 3)).toBe(true);
    expect([...all.values()].map((queue) => queue.length)).toEqual([45, 45, 45, 45]);
    expect(after.pairs.map(({ items }) => items)).toEqual(pairs(all).toSorted((a, b) => a - b));
    expect(after.pairs[0]?.items).toBeGreaterThan(20);
  });

  test('does not give back what was taken from a rater', () => {
    const lost = new Set(numbers(30, 1));
    const had = new Map([['rater-0', { items: new Set<number>(), repeats: 0, lost }]]);
    const { queues } = planWork(input({ raters: raters(2), overlap: 1, had }));
    expect(queues.get('rater-0')?.some(({ item }) => lost.has(item))).toBe(false);
    expect([...queues.values()].flat()).toHaveLength(60);
  });
});

describe('items with a known answer', () => {
  test('go to every rater once, among the others', () => {
    const gold = [3, 101, 102];
    const { queues } = planWork(input({ gold }));
    for (const queue of queues.values()) {
      const known = queue.filter(({ kind }) => kind === 'gold');
      expect(known.map(({ item }) => item).sort((a, b) => a - b)).toEqual(gold);
      expect(queue.filter(({ item }) => item === 3)).toHaveLength(1);
      expect(known.every(({ occasion }) => occasion === 0)).toBe(true);
    }
    const places = [...queues.values()].map((queue) => queue.findIndex(({ item }) => item === 101));
    expect(new Set(places).size, 'not at one place').toBeGreaterThan(1);
  });
});

describe('hidden repeats', () => {
  test('come as many as asked, of items shown before, never of gold, at a distance where the queue is long enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 90 }), fc.integer({ min: 1, max: 10 }), (items, repeat) => {
        const { queues } = planWork(
          input({ items: numbers(items, 1), raters: ['Ada'], overlap: 1, repeat, gold: [200, 201] }),
        );
        const queue = queues.get('Ada') ?? [];
        const again = queue.filter(({ kind }) => kind === 'repeat');
        expect(again).toHaveLength(repeat);
        for (const { item, occasion } of again) {
          expect(occasion).toBe(1);
          const places = queue.flatMap((showing, place) => (showing.item === item ? place : []));
          expect(places).toHaveLength(2);
          expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThanOrEqual(20);
          expect(queue[places[0] ?? 0]).toEqual({ item, kind: 'plain', occasion: 0 });
        }
      }),
    );
  });

  test('come at the end of a queue that is too short for the distance, and no more often than there are items', () => {
    const { queues } = planWork(
      input({ items: [1, 2, 3, 4], raters: ['Ada'], overlap: 1, repeat: 9, seed: 'short' }),
    );
    const queue = queues.get('Ada') ?? [];
    expect(queue.map(({ kind }) => kind)).toEqual(['plain', 'plain', 'plain', 'plain', 'repeat', 'repeat']);
  });
});
