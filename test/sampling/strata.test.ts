import { describe, expect, test } from 'vitest';
import { allocate } from '../../shared/sampling/strata.ts';
import { fc } from '../support/property.ts';

const drawn = (populations: Record<string, number>, size: number, minimum = 0): Record<string, number> =>
  Object.fromEntries(
    allocate(new Map(Object.entries(populations)), size, minimum).map(({ key, drawn: own }) => [key, own]),
  );
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, own) => total + own, 0);

describe('a sample is shared among strata', () => {
  // The textbook example of seats by the Hare quota: quotas 4.7, 1.6, 1.58, 1.2, 0.61, 0.31.
  test('in proportion, by largest remainders', () => {
    const votes = { yellow: 47_000, white: 16_000, red: 15_800, green: 12_000, blue: 6_100, pink: 3_100 };
    expect(drawn(votes, 10)).toEqual({ blue: 1, green: 1, pink: 0, red: 1, white: 2, yellow: 5 });
  });

  test('exactly in proportion where that comes out even', () => {
    expect(drawn({ a: 900, b: 90, c: 10 }, 100)).toEqual({ a: 90, b: 9, c: 1 });
  });

  test('ties go to the earlier key', () => {
    expect(drawn({ b: 5, a: 5, c: 5 }, 4)).toEqual({ a: 2, b: 1, c: 1 });
    expect(drawn({ a: 1, b: 11, c: 8 }, 2), 'remainders 1/10, 1/10 and 8/10').toEqual({ a: 0, b: 1, c: 1 });
  });

  test('each gives its minimum, as far as it goes', () => {
    expect(drawn({ big: 1000, small: 20, tiny: 2 }, 60, 10)).toMatchObject({ tiny: 2 });
    const shares = drawn({ big: 1000, small: 20, tiny: 2 }, 60, 10);
    expect(shares.small).toBeGreaterThanOrEqual(10);
    expect(sum(Object.values(shares))).toBe(60);
  });

  test('the minimum of all goes before the size', () => {
    expect(drawn({ a: 50, b: 50, c: 50 }, 2, 3)).toEqual({ a: 3, b: 3, c: 3 });
  });

  test('all are drawn where the sample is as large as what there is', () => {
    expect(drawn({ a: 3, b: 4 }, 100)).toEqual({ a: 3, b: 4 });
    expect(drawn({}, 5)).toEqual({});
  });
});

const populations = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 400 })), {
    selector: ([key]) => key,
    maxLength: 8,
  })
  .map((entries) => new Map(entries));

describe('whatever the strata', () => {
  test('the size is met exactly, no stratum gives more than it has, none less than its minimum', () => {
    fc.assert(
      fc.property(populations, fc.nat(600), fc.nat(20), (strata, size, minimum) => {
        const allocations = allocate(strata, size, minimum);
        const floor = sum([...strata.values()].map((population) => Math.min(population, minimum)));
        const total = sum(strata.values());
        expect(sum(allocations.map((own) => own.drawn))).toBe(Math.max(floor, Math.min(size, total)));
        for (const { key, population, drawn: own } of allocations) {
          expect(population).toBe(strata.get(key));
          expect(own).toBeGreaterThanOrEqual(Math.min(minimum, population));
          expect(own).toBeLessThanOrEqual(population);
        }
      }),
    );
  });

  test('without a minimum each gets its quota, rounded down or up', () => {
    fc.assert(
      fc.property(populations, fc.nat(600), (strata, size) => {
        const total = sum(strata.values());
        if (total === 0) return;
        for (const { population, drawn: own } of allocate(strata, size, 0)) {
          const quota = (Math.min(size, total) * population) / total;
          expect(own).toBeGreaterThanOrEqual(Math.floor(quota));
          expect(own).toBeLessThanOrEqual(Math.ceil(quota));
        }
      }),
    );
  });

  test('equal remainders are settled by key, never by how a fraction is stored', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), (step, times) => {
        // Two strata whose sizes differ by whole quotas have the same remainder.
        const strata = new Map([
          ['a', step],
          ['b', step + 41 * times],
          ['c', 41 * 40 - 2 * step],
        ]);
        const total = sum(strata.values());
        if (total % 41 !== 0) return;
        const [a, b] = allocate(strata, total / 41, 0);
        const floors = [Math.floor(step / 41), Math.floor((step + 41 * times) / 41)];
        const raised = [(a?.drawn ?? 0) - (floors[0] ?? 0), (b?.drawn ?? 0) - (floors[1] ?? 0)];
        expect(raised[0]).toBeGreaterThanOrEqual(raised[1] ?? 0);
      }),
    );
  });

  test('the order they are named in does not matter', () => {
    fc.assert(
      fc.property(populations, fc.nat(600), fc.nat(20), (strata, size, minimum) => {
        const turned = new Map([...strata].reverse());
        expect(allocate(turned, size, minimum)).toEqual(allocate(strata, size, minimum));
      }),
    );
  });
});
