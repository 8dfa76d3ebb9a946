import { describe, expect, test } from 'vitest';
import { allocateBy, leastSize, UNKNOWN_SPREADS } from '../../shared/sampling/allocation.ts';
import { fc } from '../support/property.ts';

const shared = (
  rule: 'proportional' | 'equal' | 'neyman',
  populations: Record<string, number>,
  size: number,
  minimum = 0,
  byKey: Record<string, number> = {},
): Record<string, number> =>
  Object.fromEntries(
    allocateBy(new Map(Object.entries(populations)), {
      rule,
      size,
      minimum,
      spreads: { ...UNKNOWN_SPREADS, byKey },
    }).map(({ key, drawn }) => [key, drawn]),
  );
const sum = (counts: Iterable<number>): number => [...counts].reduce((total, own) => total + own, 0);

describe('a sample is shared', () => {
  test('equally, as far as each has enough', () => {
    expect(shared('equal', { a: 1000, b: 100, c: 50 }, 30)).toEqual({ a: 10, b: 10, c: 10 });
    expect(shared('equal', { a: 1000, b: 100, c: 5 }, 30)).toEqual({ a: 13, b: 12, c: 5 });
  });

  // By hand: N_h S_h = 500 x 10, 300 x 20, 200 x 50 = 5,000, 6,000, 10,000 of 21,000.
  test('by Neyman, in proportion to size times standard deviation', () => {
    const spreads = { a: 10, b: 20, c: 50 };
    expect(shared('neyman', { a: 500, b: 300, c: 200 }, 210, 0, spreads)).toEqual({ a: 50, b: 60, c: 100 });
    const wide = { ...spreads, c: 500 };
    expect(
      shared('neyman', { a: 500, b: 300, c: 40 }, 210, 0, wide),
      'all of c, and the rest 5 to 6',
    ).toEqual({
      a: 77,
      b: 93,
      c: 40,
    });
  });

  test('by Neyman without spreads in proportion, and with a spread of nothing by the minimum', () => {
    expect(shared('neyman', { a: 600, b: 300 }, 90)).toEqual({ a: 60, b: 30 });
    expect(shared('neyman', { a: 600, b: 300 }, 90, 5, { b: 0 })).toEqual({ a: 85, b: 5 });
  });

  test('with at least the minimum of each, which comes to a least size', () => {
    expect(leastSize(new Map(Object.entries({ a: 100, b: 3 })), 10)).toBe(13);
    expect(shared('neyman', { a: 10_000, b: 20 }, 100, 15)).toEqual({ a: 85, b: 15 });
  });
});

const cases = fc.record({
  rule: fc.constantFrom('proportional' as const, 'equal' as const, 'neyman' as const),
  populations: fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 400 })), {
      selector: ([key]) => key,
      maxLength: 8,
    })
    .map((entries) => new Map(entries)),
  size: fc.nat(600),
  minimum: fc.nat(20),
  spreads: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 8, maxLength: 8 }),
});

describe('whatever the rule and the strata', () => {
  test('the size is met exactly, no stratum gives more than it has, none less than its minimum', () => {
    fc.assert(
      fc.property(cases, ({ rule, populations, size, minimum, spreads }) => {
        const byKey = Object.fromEntries([...populations.keys()].map((key, i) => [key, spreads[i] ?? 0]));
        const input = { rule, size, minimum, spreads: { byKey, otherwise: 0.5 } };
        const allocations = allocateBy(populations, input);
        const least = leastSize(populations, minimum);
        const total = sum(populations.values());
        expect(sum(allocations.map(({ drawn }) => drawn))).toBe(Math.max(least, Math.min(size, total)));
        for (const { key, population, drawn } of allocations) {
          expect(population).toBe(populations.get(key));
          expect(drawn).toBeGreaterThanOrEqual(Math.min(minimum, population));
          expect(drawn).toBeLessThanOrEqual(population);
        }
        const turned = new Map([...populations].reverse());
        expect(allocateBy(turned, input), 'in any order').toEqual(allocations);
      }),
      { numRuns: 500 },
    );
  });
});
