import { expect, test } from 'vitest';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import {
  krippendorffAlpha,
  masiDistance,
  multiLabelAgreement,
  tableFromMatrix,
} from '../../shared/agreement/index.ts';

/** Rows are units, cells raters; null where a rater gave no answer. */
const agreementOf = (rows: (string[] | null)[][], labels = ['a', 'b', 'c', 'd'], resamples = 0) => {
  const cells = rows.flatMap((row, unit) =>
    row.flatMap((set, rater) => (set === null ? [] : [{ unit, rater, set }])),
  );
  return multiLabelAgreement(
    {
      labels,
      raters: (rows[0] ?? []).map((_, rater) => `r${rater + 1}`),
      units: rows.map((_, unit) => unit),
      raterOf: cells.map(({ rater }) => rater),
      unitOf: cells.map(({ unit }) => unit),
      sets: cells.map(({ set }) => set),
    },
    resamples > 0 ? { resamples, seed: 1 } : undefined,
  );
};

test.each([
  ['equal sets', [1, 2], [1, 2], 0],
  ['one in the other', [1], [1, 2], 1 - (1 / 2) * (2 / 3)],
  ['overlapping', [1, 3], [2, 3], 1 - (1 / 3) * (1 / 3)],
  ['nothing in common', [1], [2], 1],
  ['both empty', [], [], 0],
  ['one empty', [], [4], 1],
])('MASI distance of %s', (_name, one, other, distance) => {
  expect(masiDistance(one, other)).toBeCloseTo(distance, 12);
  expect(masiDistance(other, one)).toBeCloseTo(distance, 12);
});

test('alpha with MASI distance, worked by hand: 1 - (128/9/8) / (…) is 40/201', () => {
  const { masi } = agreementOf(
    [
      [['a'], ['a', 'b']],
      [['b'], ['b']],
      [
        ['a', 'c'],
        ['b', 'c'],
      ],
      [['c'], ['a']],
    ],
    ['a', 'b', 'c'],
  );
  expect(masi.value).toBeCloseTo(40 / 201, 12);
});

// Fifteen units, three raters; the value is that of NLTK 3.10, AnnotationTask(distance=masi_distance).alpha().
const THREE = [
  ['abc', 'a', 'a'],
  ['b', 'b', ''],
  ['bc', '', ''],
  ['', '', ''],
  ['b', 'abd', 'a'],
  ['bd', '', 'a'],
  ['', '', ''],
  ['abd', 'b', 'bcd'],
  ['c', 'c', 'bc'],
  ['ab', 'abd', 'abd'],
  ['cd', 'cd', 'd'],
  ['bc', 'abc', 'bc'],
  ['d', 'd', ''],
  ['c', 'c', 'c'],
  ['b', '', 'ab'],
].map((row) => row.map((set) => [...set]));

test('alpha with MASI distance on three raters with empty sets is NLTK’s', () => {
  const made = agreementOf(THREE, undefined, 500);
  expect(made.masi.value).toBeCloseTo(0.3749144187320276, 12);
  expect(made).toMatchObject({ units: 15, unitsPaired: 15, ratings: 45, empty: 12 });
  if (made.masi.value === null || !made.masi.ci) throw new Error('an interval was asked for');
  expect(made.masi.ci[0]).toBeLessThan(made.masi.value);
  expect(made.masi.ci[1]).toBeGreaterThan(made.masi.value);
});

test('each label is a yes or no of its own', () => {
  const { labels } = agreementOf(THREE);
  for (const { label, alpha, ac1, count, share } of labels) {
    const matrix = [0, 1, 2].map((rater) => THREE.map((row) => (row[rater]?.includes(label) ? 1 : 0)));
    const table = tableFromMatrix({ matrix, level: 'nominal', categories: [0, 1] });
    expect(alpha.value).toBeCloseTo(krippendorffAlpha(table).value ?? 0, 12);
    expect(ac1.value).toBeCloseTo(gwetAc(observe(table)).value ?? 0, 12);
    expect(count).toBe(matrix.flat().filter((has) => has === 1).length);
    expect(share).toBeCloseTo(count / 45, 12);
  }
});

test('among those who named something, empty sets are no answers', () => {
  const { masi, masiMarked } = agreementOf([
    [['a'], ['a'], []],
    [['b'], ['b'], []],
    [[], [], ['a']],
  ]);
  expect(masi.value).toBeLessThan(0.5);
  expect(masiMarked.value).toBe(1);
});

test('the order of labels in a set, and of raters, says nothing', () => {
  const turned = THREE.map((row) => row.toReversed().map((set) => set.toReversed()));
  expect(agreementOf(turned).masi.value).toBeCloseTo(agreementOf(THREE).masi.value ?? 0, 12);
});

test('nobody named anything, or nothing can be compared: no value', () => {
  expect(
    agreementOf([
      [[], []],
      [[], []],
    ]).masi,
  ).toEqual({ value: null, reason: 'unanimous' });
  expect(
    agreementOf([
      [[], []],
      [[], []],
    ]).masiMarked,
  ).toEqual({ value: null, reason: 'no_pairs' });
  expect(agreementOf([[['a'], null]]).masi).toEqual({ value: null, reason: 'no_pairs' });
  expect(agreementOf([[[], []]]).labels[0]).toMatchObject({
    alpha: { reason: 'unanimous' },
    ac1: { value: 1 },
  });
});
