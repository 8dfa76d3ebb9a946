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
        const { queues, smallestPair } = planWork(asked);
        const shared = pairs(queues);
        expect(smallestPair).toBe(Math.min(asked.items.length, ...shared));
        expect(Math.max(0, ...shared) - smallestPair).toBeLessThanOrEqual(shared.length > 0 ? 3 : 0);
      }),
    );
  });

  test('so that a block of twelve pairs of raters is seen evenly', () => {
    const { queues, smallestPair } = planWork(input({ items: numbers(120, 1), raters: raters(4) }));
    expect([...queues.values()].map((queue) => queue.length)).toEqual([60, 60, 60, 60]);
    expect(smallestPair).toBeGreaterThanOrEqual(18);
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
