import { describe, expect, test } from 'vitest';
import { type RatedRubric, type RatingTuple, ssa } from '../../shared/agreement/index.ts';

const yesNo = [{ value: 1 }, { value: 0 }];
const rubric: RatedRubric = {
  id: 'ssfb',
  version: 1,
  dimensions: [
    { id: 'sensibleness', level: 'nominal', options: yesNo },
    { id: 'specificity', level: 'nominal', options: yesNo, gate: { dimension: 'sensibleness', equals: 1 } },
  ],
};

const rated = (
  item: number,
  rater: string,
  sensibleness: number | null,
  specificity: number | null,
): RatingTuple => ({
  item,
  rater,
  values: { sensibleness, specificity },
});

describe('SSA', () => {
  test('is the mean of both rates; what is not sensible is not specific, whatever was stored', () => {
    const result = ssa(
      [rated(1, 'a', 1, 1), rated(2, 'a', 1, 0), rated(3, 'a', 0, null), rated(4, 'a', 0, 1)],
      rubric,
    );
    expect(result).toMatchObject({
      value: 0.375,
      sensibleness: 0.5,
      specificity: 0.25,
      items: 4,
      ratings: 4,
      incomplete: 0,
    });
  });

  test('each item counts once however many rated it, and the interval is over items', () => {
    const result = ssa(
      [rated(1, 'a', 1, 1), rated(1, 'b', 1, 1), rated(1, 'c', 1, 0), rated(2, 'a', 0, null)],
      rubric,
    );
    if (result.value === null) throw new Error(result.reason);
    // Items score 5/6 and 0: mean 5/12, standard error 5/12, t(1) = 12.706, cut to 0..1.
    expect(result.value).toBeCloseTo(5 / 12, 12);
    expect(result.ci).toEqual([0, 1]);
    expect(result.ratings).toBe(4);
  });

  test('the interval is the t interval of the item scores', () => {
    const scores = [1, 1, 1, 1, 1, 0, 0, 0.5, 0.5, 1];
    const tuples = scores.map((score, item) => rated(item, 'a', score === 0 ? 0 : 1, score === 1 ? 1 : 0));
    const result = ssa(tuples, rubric);
    if (result.value === null) throw new Error(result.reason);
    // scipy.stats.t.interval(0.95, 9, mean, sem) is 0.398379 to 1.001621.
    expect(result.value).toBeCloseTo(0.7, 12);
    expect(result.ci?.[0]).toBeCloseTo(0.398379, 6);
    expect(result.ci?.[1]).toBe(1);
  });

  test('items that are all alike do not make the interval a point', () => {
    const tuples = Array.from({ length: 8 }, (_, item) => rated(item, 'a', 1, 1));
    // statsmodels: proportion_confint(8, 8, method='wilson') is 0.675592 to 1.
    expect(ssa(tuples, rubric)).toMatchObject({
      value: 1,
      ci: [expect.closeTo(0.675592, 6), 1],
      method: expect.stringContaining('Wilson'),
    });
  });

  test('a sensible answer whose specificity is open is not counted, and that is said', () => {
    const result = ssa([rated(1, 'a', 1, null), rated(2, 'a', 1, 1), rated(3, 'a', null, 1)], rubric);
    expect(result).toMatchObject({ value: 1, items: 1, ratings: 1, incomplete: 1, ci: null });
  });

  test('has no value without ratings, or where the rubric’s dimensions are others', () => {
    expect(ssa([], rubric)).toEqual({ value: null, reason: 'no_pairs' });
    const graded: RatedRubric = {
      ...rubric,
      dimensions: rubric.dimensions.map((entry) => ({ ...entry, options: [...yesNo, { value: 2 }] })),
    };
    expect(ssa([rated(1, 'a', 1, 1)], graded)).toEqual({ value: null, reason: 'level' });
    expect(ssa([], { ...rubric, dimensions: rubric.dimensions.slice(0, 1) })).toEqual({
      value: null,
      reason: 'level',
    });
  });
});
