import { describe, expect, test } from 'vitest';
import {
  effectiveSize,
  expectedChances,
  halfWidth,
  stratifiedHalfWidth,
} from '../../shared/sampling/interval.ts';

const points = (width: number | null): number => Math.round(1000 * (width ?? Number.NaN)) / 10;

describe('half the width of an interval', () => {
  test('is the textbook 9.8 points for 100 of very many at one half, 5.9 at one tenth', () => {
    expect(points(halfWidth(1e9, 100, 0.5))).toBe(9.8);
    expect(points(halfWidth(1e9, 100, 0.1))).toBe(5.9);
  });

  // 1.959964 x sqrt(0.25 / 100 x 275 / 374)
  test('shrinks with the share drawn and is 0 when all are drawn', () => {
    expect(points(halfWidth(375, 100, 0.5))).toBe(8.4);
    expect(halfWidth(100, 100, 0.5)).toBe(0);
    expect(halfWidth(1, 1, 0.5)).toBe(0);
  });

  test('is not given where nothing is drawn', () => {
    expect(halfWidth(10, 0, 0.5)).toBeNull();
    expect(stratifiedHalfWidth([], 0.5)).toBeNull();
  });

  // 1.959964 x sqrt(0.8^2 x 0.25/80 x 720/799 + 0.2^2 x 0.25/20 x 180/199) = 0.0930
  test('over strata weighs each by its share', () => {
    const strata = [
      { population: 800, drawn: 80 },
      { population: 200, drawn: 20 },
    ];
    expect(points(stratifiedHalfWidth(strata, 0.5))).toBe(9.3);
    const uneven = [
      { population: 800, drawn: 50 },
      { population: 200, drawn: 50 },
    ];
    expect(points(stratifiedHalfWidth(uneven, 0.5)), 'an equal share costs').toBe(11.0);
    expect(stratifiedHalfWidth([...strata, { population: 5, drawn: 0 }], 0.5)).toBeNull();
  });
});

describe('a weighted draw', () => {
  const classes = [
    { weight: 1, population: 900 },
    { weight: 5, population: 100 },
  ];

  test('has chances that add up to its size', () => {
    const [light = 0, heavy = 0] = expectedChances(classes, 100);
    expect(900 * light + 100 * heavy).toBeCloseTo(100, 6);
    expect(heavy / light).toBeGreaterThan(4);
    expect(heavy / light).toBeLessThan(5);
    expect(expectedChances(classes, 1000)).toEqual([1, 1]);
  });

  test('is worth less than a simple one for a rate over all, and as much where all weigh the same', () => {
    // With replacement 100 / ((900 x 1 + 100 x 5)(900 / 1 + 100 / 5) / 1000^2) = 100 / 1.288 = 77.6; without, a little more.
    expect(effectiveSize(classes, 100)).toBeGreaterThan(78);
    expect(effectiveSize(classes, 100)).toBeLessThan(84);
    expect(effectiveSize([{ weight: 5, population: 1000 }], 100)).toBeCloseTo(100, 6);
    expect(effectiveSize(classes, 1000)).toBeCloseTo(1000, 6);
  });
});
