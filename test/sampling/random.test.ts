import { describe, expect, test } from 'vitest';
import { permutation, seededRandom, shuffled } from '../../shared/sampling/random.ts';
import { fc } from '../support/property.ts';

describe('the seeded generator', () => {
  // Computed with a separate implementation in exact integer arithmetic (Python).
  test.each([
    [7, [3811348590, 668562330, 828379691, 1105594099, 2016405149, 4242007752]],
    ['7', [3811348590, 668562330, 828379691, 1105594099, 2016405149, 4242007752]],
    ['', [399516445, 1995008473, 25268995, 1668031873, 1027653363, 480377994]],
    ['probe-é', [728935333, 2409529485, 1849601316, 1133803776, 4089066128, 3375318139]],
  ])('seed %j gives the documented sequence', (seed, expected) => {
    const random = seededRandom(seed);
    expect(expected.map(() => random.uint32())).toEqual(expected);
  });

  test('a whole number is below its bound, and every number below it comes up equally often', () => {
    const random = seededRandom('bounds');
    const tally = new Map<number, number>();
    for (let i = 0; i < 70_000; i++) {
      const drawn = random.below(7);
      tally.set(drawn, (tally.get(drawn) ?? 0) + 1);
    }
    expect([...tally.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const count of tally.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test('bounds that are not whole numbers from 1 to 2^32 are refused', () => {
    const random = seededRandom(1);
    expect(random.below(1)).toBe(0);
    expect(random.below(2 ** 32)).toBeLessThan(2 ** 32);
    for (const bound of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1])
      expect(() => random.below(bound)).toThrow(RangeError);
  });

  test('a fraction is at least 0 and below 1', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 10_000 }, () => random.unit());
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(drawn.reduce((sum, x) => sum + x, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });
});

describe('shuffling', () => {
  test('keeps every item once, leaves the given list alone, and repeats with the seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const once = shuffled(items, seededRandom(seed));
        expect(items).toEqual(before);
        expect([...once].sort()).toEqual([...items].sort());
        expect(shuffled(items, seededRandom(seed))).toEqual(once);
      }),
    );
  });

  test('every order of three comes up equally often', () => {
    const random = seededRandom('orders');
    const tally = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const order = permutation(3, random).join();
      tally.set(order, (tally.get(order) ?? 0) + 1);
    }
    expect(tally.size).toBe(6);
    for (const count of tally.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
