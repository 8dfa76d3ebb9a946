import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MarkedAnswer,
  type SpanMark,
  type Statistic,
  spanPairs,
  unitizingAlpha,
} from '../../shared/agreement/index.ts';

const answer = (
  unit: number,
  length: number,
  marks: Record<string, [number, number, string][]>,
): MarkedAnswer => ({
  unit,
  length,
  marks: Object.entries(marks).map(([rater, spans]) => ({
    rater,
    spans: spans.map(([start, end, label]) => ({ start, end, label })),
  })),
});

describe('Krippendorff (2019), figure 12.11: three observers on a continuum of 60', () => {
  const made = unitizingAlpha([
    answer(1, 60, {
      Alex: [
        [0, 7, '1'],
        [7, 13, '2'],
        [30, 32, '5'],
        [32, 37, '6'],
        [37, 44, '6'],
        [44, 60, '7'],
      ],
      Paul: [
        [0, 7, '1'],
        [7, 13, '3'],
        [13, 21, '5'],
        [32, 44, '6'],
      ],
      Suzan: [
        [0, 7, '1'],
        [7, 13, '4'],
        [13, 21, '5'],
        [32, 37, '6'],
        [37, 41, '6'],
        [41, 44, '6'],
      ],
    }),
  ]);

  test('alpha is .510 with values and .413 without', () => {
    expect(made.labelled.value).toBeCloseTo(0.51, 3);
    // The book cuts .4136 off after three digits.
    expect(Math.floor((made.anywhere.value ?? 0) * 1000)).toBe(413);
  });

  test('values that all saw alike are 1, those that one saw alone below 0', () => {
    const of = Object.fromEntries(made.labels.map(({ label, alpha }) => [label, alpha.value]));
    expect(of['1']).toBe(1);
    expect(of['6']).toBe(1);
    expect(of['7']).toBeLessThan(0);
    expect(made).toMatchObject({ answers: 1, characters: 60, spans: 16 });
  });
});

/** Equations 32 to 35 as they stand, pair of raters by pair of raters and character by character. */
function longWay(answers: readonly MarkedAnswer[], labelled: boolean): number {
  const observed = new Map<string, number>();
  const self = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, by: number) => to.set(key, (to.get(key) ?? 0) + by);
  for (const { length, marks } of answers) {
    if (marks.length < 2) continue;
    const valueAt = marks.map(({ spans }) =>
      Array.from({ length }, (_, at) => {
        const found = spans.find(({ start, end }) => start <= at && at < end);
        return found ? (labelled ? found.label : 'marked') : '';
      }),
    );
    for (const [i, one] of valueAt.entries())
      for (const [j, other] of valueAt.entries())
        if (i !== j)
          for (const [at, value] of one.entries())
            add(observed, `${value}|${other[at]}`, 1 / (marks.length - 1));
    for (const [i, { spans }] of marks.entries()) {
      for (const { start, end, label } of spans) add(self, labelled ? label : 'marked', (end - start) ** 2);
      add(self, '', valueAt[i]?.filter((value) => value === '').length ?? 0);
    }
  }
  const total = [...observed.values()].reduce((sum, x) => sum + x, 0);
  const values = [...new Set([...observed.keys()].map((key) => key.split('|')[0] ?? ''))];
  const row = (value: string): number =>
    values.reduce((sum, other) => sum + (observed.get(`${value}|${other}`) ?? 0), 0);
  const pairable = total - [...self.values()].reduce((sum, x) => sum + x, 0) / total;
  const same = values.reduce((sum, value) => sum + (observed.get(`${value}|${value}`) ?? 0), 0);
  const expected = values.reduce(
    (sum, value) => sum + (row(value) ** 2 - (self.get(value) ?? 0)) / pairable,
    0,
  );
  return 1 - (total - same) / (total - expected);
}

const spansOf = (length: number): fc.Arbitrary<SpanMark[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.constantFrom('x', 'y')), { maxLength: 4 })
    .map((drawn) => {
      let from = 0;
      return drawn
        .map(([a, b, label]) => ({ start: Math.min(a, b), end: Math.max(a, b), label }))
        .sort((a, b) => a.start - b.start)
        .filter(({ start, end }) => {
          const apart = start >= from && end > start;
          if (apart) from = end;
          return apart;
        });
    });

const answers: fc.Arbitrary<MarkedAnswer[]> = fc.array(
  fc.tuple(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 1, max: 4 })).chain(([length, raters]) =>
    fc.array(spansOf(length), { minLength: raters, maxLength: raters }).map((spans) => ({
      unit: length,
      length,
      marks: spans.map((own, rater) => ({ rater: `r${rater}`, spans: own })),
    })),
  ),
  { minLength: 1, maxLength: 5 },
);

describe('unitizing alpha of any answers', () => {
  test('is what the equations give character by character', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { anywhere, labelled } = unitizingAlpha(given);
        if (anywhere.value !== null) expect(anywhere.value).toBeCloseTo(longWay(given, false), 9);
        if (labelled.value !== null) expect(labelled.value).toBeCloseTo(longWay(given, true), 9);
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order of answers and raters, and never exceeds 1', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = given.toReversed().map((one) => ({ ...one, marks: one.marks.toReversed() }));
        const [one, other] = [unitizingAlpha(given), unitizingAlpha(turned)];
        expect(other.labelled.value ?? 2).toBeCloseTo(one.labelled.value ?? 2, 9);
        expect(one.labelled.value ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('all alike is 1; nobody marked anything, or one rater alone, has no value', () => {
  const alike = (unit: number) => answer(unit, 50, { a: [[3, 9, 'x']], b: [[3, 9, 'x']] });
  expect(unitizingAlpha([alike(1), alike(2)])).toMatchObject({
    anywhere: { value: 1 },
    labelled: { value: 1 },
  });
  expect(unitizingAlpha([answer(1, 50, { a: [], b: [] })]).anywhere).toEqual({
    value: null,
    reason: 'unanimous',
  });
  expect(unitizingAlpha([answer(1, 50, { a: [[3, 9, 'x']] })]).anywhere).toEqual({
    value: null,
    reason: 'no_pairs',
  });
  expect(unitizingAlpha([]).labelled).toEqual({ value: null, reason: 'no_pairs' });
});

test('the same place under another label agrees anywhere, and not in the labels', () => {
  const made = unitizingAlpha(
    [1, 2, 3].map((unit) => answer(unit, 60, { a: [[5, 15, 'race']], b: [[5, 15, 'religion']] })),
  );
  expect(made.anywhere.value).toBe(1);
  expect(made.labelled.value).toBeLessThan(0.8);
  expect(made.labels.map(({ label, spans }) => [label, spans])).toEqual([
    ['race', 3],
    ['religion', 3],
  ]);
});

test('spans of one rater that overlap are cut, and what they share has both labels', () => {
  const both = [
    answer(1, 40, {
      a: [
        [0, 10, 'x'],
        [5, 15, 'y'],
      ],
      b: [
        [0, 10, 'x'],
        [5, 15, 'y'],
      ],
    }),
  ];
  expect(unitizingAlpha(both).labelled.value).toBe(1);
  expect(unitizingAlpha(both).anywhere.value).toBe(1);
});

test('the interval is about as wide as the spread over resampled answers', () => {
  const given = Array.from({ length: 80 }, (_, unit) =>
    answer(unit, 40 + ((unit * 13) % 60), {
      a: unit % 4 === 0 ? [[5, 12 + (unit % 9), 'x']] : [],
      b:
        unit % 4 === 0 && unit % 3 > 0 ? [[4 + (unit % 5), 14, 'x']] : unit % 17 === 0 ? [[20, 30, 'x']] : [],
    }),
  );
  const { anywhere } = unitizingAlpha(given);
  if (anywhere.value === null || anywhere.se === undefined)
    throw new Error('a value with an error is wanted');
  let state = 1;
  const below = (n: number): number => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
  const values = Array.from({ length: 400 }, () => {
    const drawn = given.flatMap(() => given.slice(0)[below(given.length)] ?? []);
    return unitizingAlpha(drawn).anywhere.value ?? 0;
  });
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
  expect(anywhere.se / sd).toBeGreaterThan(0.75);
  expect(anywhere.se / sd).toBeLessThan(1.3);
});

describe('F1 of spans', () => {
  const given = [
    answer(1, 100, {
      ada: [
        [0, 10, 'x'],
        [20, 30, 'x'],
        [50, 60, 'y'],
      ],
      ben: [
        [0, 10, 'x'],
        [25, 35, 'x'],
        [50, 60, 'x'],
      ],
    }),
    answer(2, 100, { ada: [], ben: [] }),
  ];
  const rounded = (statistic: Statistic | undefined): number | null => statistic?.value ?? null;

  test('exact, overlapping, by characters and whatever the label', () => {
    const { pairs, all } = spanPairs(given);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ raters: ['ada', 'ben'], answers: 2, spans: [3, 3] });
    // One of three and three is the same; a second overlaps. 10 + 5 of 30 and 30 characters agree; with labels aside 10 more.
    expect(rounded(pairs[0]?.exact)).toBeCloseTo(2 / 6, 12);
    expect(rounded(pairs[0]?.overlap)).toBeCloseTo(4 / 6, 12);
    expect(rounded(pairs[0]?.characters)).toBeCloseTo(30 / 60, 12);
    expect(rounded(pairs[0]?.anywhere)).toBeCloseTo(50 / 60, 12);
    expect(all.exact).toEqual(pairs[0]?.exact);
  });

  test('a span is found once', () => {
    const { all } = spanPairs([
      answer(1, 50, {
        a: [[0, 20, 'x']],
        b: [
          [0, 5, 'x'],
          [6, 12, 'x'],
        ],
      }),
    ]);
    expect(rounded(all.overlap)).toBeCloseTo(2 / 3, 12);
  });

  test('nothing marked has no value, nor has one rater', () => {
    expect(spanPairs([answer(1, 9, { a: [], b: [] })]).all.exact).toEqual({
      value: null,
      reason: 'unanimous',
    });
    expect(spanPairs([answer(1, 9, { a: [] })])).toMatchObject({
      pairs: [],
      all: { overlap: { reason: 'no_pairs' } },
    });
  });
});
