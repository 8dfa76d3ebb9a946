import { describe, expect, test } from 'vitest';
import {
  comparisonGaps,
  comparisonRefusal,
  isOfComparison,
  preferenceValue,
} from '../../shared/domain/comparison.ts';
import { applyAction, EMPTY_RATING, type RatingAction } from '../../shared/domain/rating.ts';
import { ratingBody, readRatingBody } from '../../shared/domain/rating-body.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { failureOf, unwrap } from '../support/engine.ts';
import { ssfb } from '../support/rubric.ts';

const rubricWith = (comparison: object) => parseRubric({ ...ssfb, comparison });
const asking = unwrap(rubricWith({ dimensions: ['sensibleness', 'specificity', 'bias'] }));
const LENGTHS = [10, 20];

const rated = (...actions: RatingAction[]) => actions.reduce(applyAction, EMPTY_RATING);
const prefer = (
  choice: number | 'tie' | 'both_bad' | null,
  strength: 1 | 2 | 3 | null = null,
): RatingAction => ({
  kind: 'preference',
  choice,
  strength,
});
const value = (candidate: number, dimension: string, given: number): RatingAction => ({
  kind: 'value',
  dimension,
  value: given,
  candidate,
});

describe('a preference', () => {
  test('is taken back by a null choice, and makes a submitted rating a draft again', () => {
    expect(rated(prefer(1, 2)).preference).toEqual({ choice: 1, strength: 2 });
    expect(rated(prefer(1, 2), prefer(null)).preference).toBeNull();
    expect(rated(prefer(1, 2), { kind: 'submit' }, prefer('tie')).status).toBe('draft');
  });

  test.each<[RatingAction, string | null]>([
    [prefer(0, 3), null],
    [prefer('tie'), null],
    [prefer(2, 1), 'there are 2 candidates, and no number 2'],
    [prefer('tie', 1), 'only a preference for one of them has a strength'],
    [prefer(null, 1), 'a strength needs a preference'],
    [{ kind: 'rewrite', text: 'x' }, 'it must be said of which candidate this is'],
    [{ kind: 'rationale', text: 'because' }, null],
    [{ kind: 'skip', reason: 'unclear' }, null],
    [{ kind: 'submit' }, 'which one is better is still open'],
  ])('%j is refused where it says nothing: %s', (action, refused) => {
    expect(comparisonRefusal(ssfb, EMPTY_RATING, action, LENGTHS)).toBe(refused);
  });

  test('has what the rubric allows: no strength, no tie, no "all bad"', () => {
    const plain = unwrap(rubricWith({ strength: false, tie: false, both_bad: false }));
    const refused = (action: RatingAction) => comparisonRefusal(plain, EMPTY_RATING, action, LENGTHS);
    expect(refused(prefer(0, 1))).toContain('does not ask how strong');
    expect(refused(prefer('tie'))).toContain('no tie');
    expect(refused(prefer('both_bad'))).toContain('all of them bad');
    expect(refused(prefer(0))).toBeNull();
  });

  test('counts its candidates from 1 as a value', () => {
    expect([0, 3, 'tie' as const].map(preferenceValue)).toEqual([1, 4, 'tie']);
  });
});

describe('dimensions of each candidate', () => {
  test('are asked only where the rubric says so', () => {
    expect(comparisonGaps(ssfb, EMPTY_RATING, 2)).toEqual([{ wants: 'preference' }]);
    expect(comparisonGaps(asking, rated(prefer(0, 1)), 2)).toEqual(
      [0, 1].flatMap((candidate) => [
        { candidate, dimension: 'sensibleness', wants: 'value' },
        { candidate, dimension: 'bias', wants: 'value' },
      ]),
    );
  });

  test('open their gates, and ask for reasons, by candidate', () => {
    const rating = rated(value(0, 'sensibleness', 1), value(1, 'sensibleness', 0), value(1, 'bias', 2));
    expect(comparisonGaps(asking, rating, 2)).toEqual([
      { wants: 'preference' },
      { candidate: 0, dimension: 'specificity', wants: 'value' },
      { candidate: 0, dimension: 'bias', wants: 'value' },
      { candidate: 1, dimension: 'bias', wants: 'categories' },
      { candidate: 1, dimension: 'bias', wants: 'rationale' },
    ]);
    const explained = applyAction(rating, { kind: 'rationale', text: 'It is.' });
    expect(comparisonGaps(asking, explained, 2)).not.toContainEqual(
      expect.objectContaining({ wants: 'rationale' }),
    );
  });

  test('stand by candidate, and one does not touch the other or the item', () => {
    const rating = rated(value(0, 'bias', 1), value(1, 'bias', 3), {
      kind: 'categories',
      categories: ['age'],
      candidate: 1,
    });
    expect(rating.values).toEqual({});
    expect(rating.candidates).toEqual({
      0: { values: { bias: 1 }, cannot: {}, categories: [], spans: [] },
      1: { values: { bias: 3 }, cannot: {}, categories: ['age'], spans: [] },
    });
  });

  test.each<[RatingAction, string]>([
    [value(0, 'fluency', 3), 'no dimension "fluency"'],
    [value(0, 'bias', 9), '9 is not an option'],
    [value(5, 'bias', 1), 'no number 5'],
    [
      { kind: 'spans', spans: [{ start: 0, end: 15, label: 'age' }], candidate: 0 },
      'a span ends at 15, the answer has 10',
    ],
    [{ kind: 'value', dimension: 'bias', value: 1 }, 'of which candidate'],
  ])('%j is refused with the reason', (action, reason) => {
    expect(comparisonRefusal(asking, EMPTY_RATING, action, LENGTHS)).toContain(reason);
  });

  test('of an imported rating are checked as those given by hand', () => {
    const given = (more: object): RatingAction => ({
      kind: 'import',
      values: {},
      categories: [],
      spans: [],
      rationale: '',
      rewrite: null,
      createdAt: null,
      preference: { choice: 0, strength: 1 },
      ...more,
    });
    const judged = (values: Record<string, number>) => ({
      candidates: { 1: { values, cannot: {}, categories: [], spans: [] } },
    });
    const refused = (more: object) => comparisonRefusal(asking, EMPTY_RATING, given(more), LENGTHS);
    expect(refused({ shown: [1, 0], ...judged({ bias: 0 }) })).toBeNull();
    expect(refused(judged({ bias: 7 }))).toContain('not an option');
    expect(refused({ shown: [0, 0] })).toContain('order shown');
    expect(refused({ values: { bias: 1 } })).toContain('for each candidate');
    expect(refused({ preference: undefined })).toContain('needs a preference');
  });
});

describe('the rubric of comparisons', () => {
  test.each<[object, string]>([
    [{ dimensions: ['charm'] }, 'not a dimension'],
    [{ dimensions: ['specificity'] }, 'not "sensibleness", which its gate names'],
    [{ dimensions: ['bias', 'bias'] }, 'twice'],
    [{ strength: 'yes' }, 'true or false'],
  ])('%j is refused with the reason', (comparison, reason) => {
    expect(failureOf(rubricWith(comparison)).message).toContain(reason);
  });
});

test('only what names a candidate or a preference is of comparisons', () => {
  expect(isOfComparison(prefer('tie'))).toBe(true);
  expect(isOfComparison(value(0, 'bias', 1))).toBe(true);
  expect(isOfComparison({ kind: 'value', dimension: 'bias', value: 1 })).toBe(false);
});

test('a rating of one answer is stored as it was before there were comparisons', () => {
  const rating = rated({ kind: 'value', dimension: 'bias', value: 1 });
  expect(ratingBody(rating)).not.toMatch(/preference|candidates|shown/);
  const compared = rated(prefer(0, 1), value(1, 'bias', 2));
  expect(readRatingBody(ratingBody(compared))).toEqual(compared);
});
