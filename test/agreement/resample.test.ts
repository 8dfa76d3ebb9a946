import { describe, expect, test } from 'vitest';
import { bootstrapAlpha, tableFromMatrix } from '../../shared/agreement/index.ts';
import { binomial, resampler } from '../../shared/agreement/resample.ts';
import { seededRandom } from '../../shared/sampling/random.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((x) => x ** 2)) - mean(values) ** 2;

describe('resampling', () => {
  test.each([
    [100, 1, 3],
    [1000, 7, 8],
    [33, 1, 2],
    [5, 9, 10],
  ])('binomial(%i, %i/%i) has its mean and variance', (trials, part, whole) => {
    const random = seededRandom('binomial');
    const drawn = Array.from({ length: 20_000 }, () => binomial(trials, part, whole, random));
    const p = part / whole;
    const sd = Math.sqrt(trials * p * (1 - p));
    expect(Math.abs(mean(drawn) - trials * p)).toBeLessThan((4 * sd) / Math.sqrt(drawn.length));
    expect(variance(drawn) / sd ** 2).toBeGreaterThan(0.9);
    expect(variance(drawn) / sd ** 2).toBeLessThan(1.1);
  });

  test.each([
    ['few groups', [500, 300, 150, 50]],
    ['a group for nearly every unit', [1, 2, 1, 1, 3]],
  ])('%s: as many draws as units, each group by its size', (_name, groups) => {
    const sizes = Float64Array.from(groups);
    const units = groups.reduce((sum, size) => sum + size, 0);
    const draw = resampler(sizes, seededRandom(1));
    const counts = new Float64Array(groups.length);
    const drawn = Array.from({ length: 5000 }, () => {
      draw(counts);
      return [...counts];
    });
    expect(drawn.every((row) => row.reduce((sum, count) => sum + count, 0) === units)).toBe(true);
    groups.forEach((size, group) => {
      const own = drawn.map((row) => row[group] ?? 0);
      const sd = Math.sqrt(size * (1 - size / units));
      expect(Math.abs(mean(own) - size)).toBeLessThan((4 * sd) / Math.sqrt(drawn.length));
      expect(Math.abs(variance(own) / sd ** 2 - 1)).toBeLessThan(0.1);
    });
  });
});

describe('the bootstrap interval of alpha', () => {
  const row = (seed: number): (number | null)[] => {
    const random = seededRandom(seed);
    const truth = seededRandom('truth');
    return Array.from({ length: 200 }, () => {
      const value = truth.below(4);
      return random.below(10) < 2 ? null : random.below(10) < 7 ? value : random.below(4);
    });
  };
  const matrix = [row(1), row(2), row(3)];

  test('is the same for the same seed, another for another, and contains the estimate', () => {
    const table = tableFromMatrix({ matrix, level: 'ordinal' });
    const once = bootstrapAlpha(table, 'ordinal', { resamples: 500, seed: 7 });
    expect(bootstrapAlpha(table, 'ordinal', { resamples: 500, seed: '7' })).toEqual(once);
    expect(bootstrapAlpha(table, 'ordinal', { resamples: 500, seed: 8 }).ci).not.toEqual(once.ci);
    expect(once.ci?.map((end) => end.toFixed(6))).toEqual(['0.385770', '0.597942']);
  });

  test('does not depend on the order of raters and units', () => {
    const turned = [...matrix].reverse().map((ratings) => [...ratings].reverse());
    const [one, other] = [matrix, turned].map((each) =>
      bootstrapAlpha(tableFromMatrix({ matrix: each, level: 'ordinal' }), 'ordinal', {
        resamples: 200,
        seed: 7,
      }),
    );
    expect(other).toEqual(one);
  });

  test('leaves out and counts resamples without variation; with too many of them there is none', () => {
    const rare = tableFromMatrix({
      matrix: [
        [1, 1, 1, 2],
        [1, 1, 1, 2],
      ],
      level: 'nominal',
    });
    const some = bootstrapAlpha(rare, 'nominal', { resamples: 1000, seed: 1 });
    // All four draws miss the last unit (3/4)^4, or hit only it (1/4)^4: 0.32 of the resamples.
    expect(some.undefinedResamples).toBeGreaterThan(270);
    expect(some.undefinedResamples).toBeLessThan(370);
    expect(some.ci).toEqual([1, 1]);
    const same = tableFromMatrix({
      matrix: [
        [1, 1],
        [1, 1],
      ],
      level: 'nominal',
    });
    expect(bootstrapAlpha(same, 'nominal', { resamples: 10, seed: 1 })).toEqual({
      ci: null,
      undefinedResamples: 10,
    });
  });
});
