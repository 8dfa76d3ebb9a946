import { describe, expect, test } from 'vitest';
import { Calendar, shownStart, unitFor } from '../../shared/survey/calendar.ts';
import { languageCode } from '../../shared/survey/language-counts.ts';
import { LogHistogram, quantile } from '../../shared/survey/log-histogram.ts';
import { TopCounts } from '../../shared/survey/top-counts.ts';
import { rate } from '../../shared/survey/wilson.ts';

const histogramOf = (values: readonly number[]) => {
  const histogram = new LogHistogram();
  for (const value of values) histogram.add(value);
  return histogram.counts();
};

describe('lengths', () => {
  test('of any size have quantiles that are off by 5 % at most', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => (i * i) % 90_001).sort((a, b) => a - b);
    const counts = histogramOf(values);
    for (const share of [0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      const exact = values[Math.ceil(share * values.length) - 1] ?? 0;
      const estimate = quantile(counts, share) ?? 0;
      expect(Math.abs(estimate - exact) / exact, String(share)).toBeLessThan(0.05);
    }
    expect(counts).toMatchObject({ n: 10_000, min: 0, max: values.at(-1) });
  });

  test('that are small are told exactly, and none has no quantile', () => {
    expect(quantile(histogramOf([1, 1, 2, 3, 4]), 0.5)).toBe(2);
    expect(quantile(histogramOf([0, 0, 0, 5]), 0.5)).toBe(0);
    expect(quantile(histogramOf([7]), 0.05)).toBe(7);
    expect(quantile(histogramOf([]), 0.5)).toBeNull();
  });

  test('of 64 MB take no more classes than a few hundred', () => {
    expect(histogramOf([64 * 1024 * 1024]).classes).toHaveLength(1);
    expect(histogramOf([64 * 1024 * 1024]).classes[0]?.[0]).toBeLessThan(220);
  });
});

describe('values', () => {
  test('are listed by how often they came, those beyond the most frequent together', () => {
    const counts = new TopCounts();
    for (let n = 0; n < 100; n++) counts.add(`v${n}`, 1000 - n);
    const { top, other } = counts.counts();
    expect(top.slice(0, 2)).toEqual([
      ['v0', 1000],
      ['v1', 999],
    ]);
    expect(top).toHaveLength(40);
    expect(other + top.reduce((sum, [, n]) => sum + n, 0)).toBe(100 * 1000 - 4950);
  });

  test('of any number keep memory small, the total exact, and find what is frequent late', () => {
    const counts = new TopCounts();
    for (let n = 0; n < 20_000; n++) counts.add(`rare ${n}`);
    for (let n = 0; n < 3000; n++) {
      counts.add('late');
      counts.add(`rarer ${n}`);
    }
    const { top, other } = counts.counts();
    expect(top[0]).toEqual(['late', 3000]);
    expect(other + top.reduce((sum, [, n]) => sum + n, 0)).toBe(26_000);
  });

  test('may be called like anything, and are cut where they are long', () => {
    const counts = new TopCounts();
    for (const value of ['__proto__', 'constructor', '', 'x'.repeat(100_000)]) counts.add(value);
    expect(counts.counts().top.map(([value]) => value.length)).toEqual([0, 9, 11, 121]);
  });
});

describe('a share', () => {
  test('has the interval of Wilson: published values', () => {
    // Newcombe, R. G. (1998). Statistics in Medicine 17, 857-872, table I, method 3.
    for (const [k, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const { ci } = rate(k, n);
      expect(ci?.[0]).toBeCloseTo(low, 4);
      expect(ci?.[1]).toBeCloseTo(high, 4);
    }
  });

  test('of nothing is null, and of all or none ends at 1 or 0', () => {
    expect(rate(0, 0)).toEqual({ k: 0, n: 0, value: null, ci: null });
    expect(rate(0, 5).ci?.[0]).toBe(0);
    expect(rate(5, 5).ci?.[1]).toBe(1);
  });
});

describe('times', () => {
  test('are counted by day, and by month once there are more than 400 days', () => {
    let coarsened = 0;
    const calendar = new Calendar(() => {
      coarsened += 1;
    });
    const at = (day: number): number => Date.UTC(2025, 0, 1 + day, 12);
    expect(calendar.bucketOf(at(1)) - calendar.bucketOf(at(0))).toBe(1);
    for (let day = 0; day <= 400; day++) calendar.bucketOf(at(day));
    expect({ by: calendar.by, coarsened }).toEqual({ by: 'month', coarsened: 1 });
    expect(calendar.bucketOf(at(0))).toBe(2025 * 12);
  });

  test('are shown by day, week or month, whichever gives a readable number', () => {
    expect([0, 61, 62, 399, 400].map((last) => unitFor('day', 0, last))).toEqual([
      'day',
      'day',
      'week',
      'week',
      'month',
    ]);
    const day = Date.UTC(2026, 1, 1) / 86_400_000;
    expect(shownStart('day', day, 'day')).toBe('2026-02-01');
    expect(shownStart('day', day, 'week'), 'a Sunday is in the week of the Monday before').toBe('2026-01-26');
    expect(shownStart('day', day, 'month')).toBe('2026-02-01');
    expect(shownStart('month', 2026 * 12 + 11, 'month')).toBe('2026-12-01');
  });
});

test('a language is known by the first part of its code', () => {
  expect(['en-US', 'EN', 'pt_BR', 'zho', 'German'].map(languageCode)).toEqual([
    'en',
    'en',
    'pt',
    'zho',
    'german',
  ]);
});
