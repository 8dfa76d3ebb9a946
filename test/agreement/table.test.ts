import { describe, expect, test } from 'vitest';
import {
  krippendorffAlpha,
  type RatedRubric,
  type RatingTuple,
  tableFromMatrix,
  tableFromRatings,
} from '../../shared/agreement/index.ts';
import { MISSING } from '../../shared/agreement/unit-table.ts';

const yesNo = [
  { value: 1, label: 'Yes' },
  { value: 0, label: 'No' },
];

const rubric: RatedRubric = {
  id: 'ssfb',
  version: 1,
  dimensions: [
    { id: 'sensibleness', label: 'Sensibleness', level: 'nominal', options: yesNo },
    {
      id: 'specificity',
      label: 'Specificity',
      level: 'nominal',
      options: yesNo,
      gate: { dimension: 'sensibleness', equals: 1 },
    },
    { id: 'delight', level: 'ordinal', options: yesNo, gate: { dimension: 'specificity', equals: 1 } },
  ],
};

const rating = (item: number, rater: string, values: RatingTuple['values']): RatingTuple => ({
  item,
  rater,
  values,
});

describe('a table of ratings', () => {
  const tuples = [
    rating(10, 'ben', { sensibleness: 1, specificity: 1, delight: 0 }),
    rating(10, 'ada', { sensibleness: 1, specificity: 0, delight: 1 }),
    rating(11, 'ada', { sensibleness: 0, specificity: 0 }),
    rating(11, 'ben', { sensibleness: 1, specificity: 1, delight: 1 }),
    rating(12, 'cleo', { sensibleness: null }),
    rating(12, 'ada', {}),
  ];

  test('has raters by name, items as they come, and drops those without a rating', () => {
    const table = tableFromRatings(tuples, 'sensibleness', rubric);
    expect(table.raters).toEqual(['ada', 'ben']);
    expect(table.units).toEqual([10, 11]);
    expect(table.categories).toEqual([1, 0]);
    expect([...table.codes]).toEqual([0, 0, 1, 0]);
    expect(table.labels).toEqual(['Yes', 'No']);
    expect(table.subject).toBe('sensibleness');
    expect(table.notAsked).toBe(0);
  });

  test('a rater who was not asked gave no value, even where one is stored, and that is counted', () => {
    const table = tableFromRatings(tuples, 'specificity', rubric);
    expect(table.units).toEqual([10, 11]);
    expect([...table.codes]).toEqual([1, 0, MISSING, 0]);
    expect(table.notAsked).toBe(1);
    expect(table.notes).toEqual([
      '1 ratings were not asked because of the gate (asked only where sensibleness is 1). They are missing by design, not at random.',
    ]);
  });

  test('a gate behind a gate: what is not asked closes what depends on it', () => {
    const table = tableFromRatings(tuples, 'delight', rubric);
    expect(table.raters).toEqual(['ben']);
    expect(table.notAsked).toBe(2);
  });

  test('of two ratings of one item by one rater the last counts, and a note says so', () => {
    const twice = [...tuples, rating(10, 'ada', { sensibleness: 0 })];
    const table = tableFromRatings(twice, 'sensibleness', rubric);
    expect(table.codes[0]).toBe(1);
    expect(table.notes.join()).toContain('1 ratings repeat a rater');
  });

  test('a dimension the rubric does not have is refused', () => {
    expect(() => tableFromRatings(tuples, 'charm', rubric)).toThrow(/no dimension "charm"/);
  });
});

describe('a table of a matrix', () => {
  test('names raters r1, r2, ... and numbers units, dropping empty ones', () => {
    const table = tableFromMatrix({
      matrix: [
        [1, null, 2],
        [null, null, null],
        [1, null, null],
      ],
      level: 'ordinal',
    });
    expect(table.raters).toEqual(['r1', 'r3']);
    expect(table.units).toEqual([1, 3]);
    expect([...table.codes]).toEqual([0, 0, 1, MISSING]);
  });

  test('takes observed categories in order: numbers by size, then words', () => {
    expect(tableFromMatrix({ matrix: [[10, 9, 'b', 'a', -1]], level: 'nominal' }).categories).toEqual([
      -1,
      9,
      10,
      'a',
      'b',
    ]);
  });

  test('a value that was not declared becomes a category in its place, and a note says so', () => {
    const sorted = tableFromMatrix({ matrix: [[1, 3]], level: 'ordinal', categories: [1, 2, 5] });
    expect(sorted.categories).toEqual([1, 2, 3, 5]);
    expect(sorted.notes).toEqual([
      'Values that were not declared are counted as categories of their own: 3.',
    ]);
    expect(tableFromMatrix({ matrix: [[9]], level: 'ordinal', categories: [5, 1] }).categories).toEqual([
      5, 1, 9,
    ]);
  });

  test('ordered words keep their declared order; undeclared ones are taken alphabetically, with a note', () => {
    const matrix = [
      ['low', 'mid', 'high', 'low'],
      ['low', 'high', 'high', 'mid'],
    ];
    const declared = tableFromMatrix({ matrix, level: 'ordinal', categories: ['low', 'mid', 'high'] });
    const numbers = tableFromMatrix({
      matrix: [
        [1, 2, 3, 1],
        [1, 3, 3, 2],
      ],
      level: 'ordinal',
    });
    expect(krippendorffAlpha(declared).value).toBeCloseTo(krippendorffAlpha(numbers).value ?? 0, 12);
    expect(tableFromMatrix({ matrix, level: 'ordinal' }).notes.join()).toContain('alphabetically');
  });

  test('numbers at a nominal level are ordered by size for the ordinal alpha, whatever order was declared', () => {
    const matrix = [
      [1, 2, 3, 1, 2],
      [1, 3, 3, 2, 2],
    ];
    const jumbled = tableFromMatrix({ matrix, level: 'nominal', categories: [3, 1, 2] });
    const sorted = tableFromMatrix({ matrix, level: 'nominal' });
    expect(krippendorffAlpha(jumbled, 'ordinal').value).toBeCloseTo(
      krippendorffAlpha(sorted, 'ordinal').value ?? 0,
      12,
    );
  });

  test('rows of different length are refused', () => {
    expect(() => tableFromMatrix({ matrix: [[1, 2], [1]], level: 'nominal' })).toThrow(
      'Row 2 has 1 units, the first has 2.',
    );
  });
});
