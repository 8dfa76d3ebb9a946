import { describe, expect, test } from 'vitest';
import { drift, type Statistic, tableFromMatrix, versionEffect } from '../../shared/agreement/index.ts';

const value = ({ value }: Statistic): number => value ?? Number.NaN;

describe('drift', () => {
  const day = 86_400_000;
  const minutes = (n: number): number[] => Array.from({ length: n }, (_, i) => i * 60_000);

  test('a series that falls is said to have changed, where it turned', () => {
    const values = Array.from({ length: 400 }, (_, i) =>
      i < 250 ? ((i * 7) % 10 < 9 ? 1 : 0) : (i * 7) % 10 < 6 ? 1 : 0,
    );
    const { cusum, buckets } = drift(minutes(400), values);
    if (!('path' in cusum)) throw new Error(cusum.reason);
    expect(cusum.changed).toBe(true);
    expect(cusum.p).toBeLessThan(0.01);
    expect(Math.abs(cusum.turn.before - 250)).toBeLessThan(5);
    expect(cusum.turn.meanBefore).toBeCloseTo(0.9, 1);
    expect(cusum.turn.meanAfter).toBeCloseTo(0.6, 1);
    expect(cusum.path.at(-1)).toBe(0);
    expect(buckets.map(({ ratings }) => ratings)).toEqual([100, 100, 100, 100]);
    expect(buckets[0]?.mean).toMatchObject({ value: 0.9 });
  });

  test('a steady series is not', () => {
    const { cusum } = drift(
      minutes(400),
      Array.from({ length: 400 }, (_, i) => (i * 7) % 10),
    );
    expect(cusum).toMatchObject({ changed: false });
  });

  test('of series that do not change, about one in a hundred is said to', () => {
    let state = 7;
    const unit = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const alarms = Array.from(
      { length: 2000 },
      () => drift(minutes(300), Array.from({ length: 300 }, unit)).cusum,
    );
    const changed = alarms.filter((cusum) => 'path' in cusum && cusum.changed).length;
    expect(changed / 2000).toBeGreaterThan(0.001);
    expect(changed / 2000).toBeLessThan(0.02);
  });

  test('the chance of a value is Kolmogorov’s', () => {
    // A path whose largest value is known: half ones, then half zeros, n = 100: S = 50 x 0.5 / (0.50252 x 10).
    const { cusum } = drift(
      minutes(100),
      Array.from({ length: 100 }, (_, i) => (i < 50 ? 1 : 0)),
    );
    if (!('path' in cusum)) throw new Error(cusum.reason);
    expect(cusum.value).toBeCloseTo(25 / (Math.sqrt(25 / 99) * 10), 9);
    expect(cusum.p).toBeLessThan(1e-9);
  });

  test('days are UTC days; times may come in any order', () => {
    const times = [3 * day + 5, 10, 20, day + 1, 3 * day];
    const { buckets } = drift(times, [1, 2, 4, 5, 3], { per: 'day' });
    expect(buckets.map(({ from, to, ratings, mean }) => [from, to, ratings, mean.value])).toEqual([
      [10, 20, 2, 3],
      [day + 1, day + 1, 1, 5],
      [3 * day, 3 * day + 5, 2, 2],
    ]);
  });

  test('more buckets than asked for are put together', () => {
    const { buckets } = drift(minutes(1000), new Float64Array(1000), { per: 10, most: 20 });
    expect(buckets).toHaveLength(20);
    expect(buckets.reduce((sum, { ratings }) => sum + ratings, 0)).toBe(1000);
  });

  test('a short series and one without variation have no CUSUM', () => {
    expect(drift(minutes(19), new Float64Array(19)).cusum).toEqual({
      value: null,
      reason: 'too_few_ratings',
    });
    expect(drift(minutes(50), new Float64Array(50).fill(0.1)).cusum).toEqual({
      value: null,
      reason: 'unanimous',
    });
    expect(drift([], []).buckets).toEqual([]);
  });
});

describe('the effect of a rubric version', () => {
  const table = (matrix: (number | null)[][], categories: number[]) =>
    tableFromMatrix({
      matrix,
      level: 'ordinal',
      categories,
      units: ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, matrix[0]?.length),
    });
  const effect = versionEffect([
    {
      version: 'ssfb@1',
      table: table(
        [
          [3, 3, 4, 4, 5, null],
          [3, 4, 4, 4, 5, null],
        ],
        [1, 2, 3, 4, 5],
      ),
    },
    {
      version: 'ssfb@2',
      table: table(
        [
          [2, 3, 3, 3, 4, 1],
          [2, 3, 3, 4, 4, 1],
        ],
        [1, 2, 3, 4, 5],
      ),
    },
  ]);

  test('shows each version, the change, and the change on common units', () => {
    expect(effect.versions.map(({ version, units, ratings }) => [version, units, ratings])).toEqual([
      ['ssfb@1', 5, 10],
      ['ssfb@2', 6, 12],
    ]);
    const [change] = effect.changes;
    expect(change).toMatchObject({ from: 'ssfb@1', to: 'ssfb@2', common: { units: 5 } });
    // Unit means 3, 3.5, 4, 4, 5 against 2, 3, 3, 3.5, 4 and 1.
    expect(value(change?.mean ?? { value: 0 })).toBeCloseTo(2.75 - 3.9, 12);
    expect(value(change?.common.mean ?? { value: 0 })).toBeCloseTo(-0.8, 12);
    const five = change?.shares.find((share) => share.value === 5);
    expect(value(five?.difference ?? { value: 0 })).toBeCloseTo(-0.2, 12);
  });

  test('one version has no change', () => {
    expect(
      versionEffect([
        {
          version: 'x@1',
          table: table(
            [
              [1, 2],
              [1, 2],
            ],
            [1, 2],
          ),
        },
      ]).changes,
    ).toEqual([]);
  });
});
