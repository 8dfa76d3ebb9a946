import { describe, expect, test } from 'vitest';
import {
  differenceOfMeans,
  differenceOfProportions,
  goldAccuracy,
  leniency,
  meanOf,
  momentsOf,
  proportion,
  type Statistic,
  selfAgreement,
  tableFromMatrix,
} from '../../shared/agreement/index.ts';

const ordinal = { level: 'ordinal', declared: [1, 2, 3, 4, 5] } as const;
const value = ({ value }: Statistic): number => value ?? Number.NaN;
const ci = (statistic: Statistic): [number, number] | undefined =>
  statistic.value === null ? undefined : statistic.ci;

describe('shares and means', () => {
  // statsmodels 0.15, proportion_confint(method='wilson').
  test.each([
    [0, 10, 0, 0.27753279986288926],
    [3, 10, 0.10779126740630104, 0.6032218525388546],
    [10, 10, 0.7224672001371106, 1],
    [81, 100, 0.7222115462093562, 0.8748524849023126],
    [1, 250, 0.0007064475340650966, 0.022305785565415927],
  ])('%i of %i have Wilson’s interval', (successes, trials, low, high) => {
    expect(ci(proportion(successes, trials))?.[0]).toBeCloseTo(low, 12);
    expect(ci(proportion(successes, trials))?.[1]).toBeCloseTo(high, 12);
  });

  test('the difference of 56/70 and 48/80 is Newcombe’s (1998) example', () => {
    const difference = differenceOfProportions({ successes: 48, trials: 80 }, { successes: 56, trials: 70 });
    expect(value(difference)).toBeCloseTo(0.2, 12);
    expect(ci(difference)?.[0]).toBeCloseTo(0.0524, 4);
    expect(ci(difference)?.[1]).toBeCloseTo(0.3339, 4);
  });

  test('the difference of two means has Welch’s interval (scipy 1.17)', () => {
    const difference = differenceOfMeans(momentsOf([1, 2, 3, 4, 5, 5]), momentsOf([2, 4, 4, 5, 5, 5, 3]));
    expect(value(difference)).toBeCloseTo(2 / 3, 12);
    expect(ci(difference)?.[0]).toBeCloseTo(-1.140545221127573, 9);
    expect(ci(difference)?.[1]).toBeCloseTo(2.473878554460906, 9);
  });

  test('of nothing there is no value, of one value no interval', () => {
    expect(proportion(0, 0)).toEqual({ value: null, reason: 'too_few_ratings' });
    expect(meanOf(momentsOf([]))).toEqual({ value: null, reason: 'too_few_ratings' });
    expect(meanOf(momentsOf([3]))).toEqual({ value: 3 });
    expect(differenceOfMeans(momentsOf([1]), momentsOf([1, 2]))).toMatchObject({ value: null });
    expect(differenceOfMeans(momentsOf([2, 2]), momentsOf([3, 3]))).toMatchObject({
      value: 1,
      se: 0,
      ci: [1, 1],
    });
  });
});

describe('agreement with oneself', () => {
  const repeats = [
    { rater: 'ben', first: 1, again: 1 },
    { rater: 'ada', first: 2, again: 3 },
    { rater: 'ada', first: 4, again: 4 },
    { rater: 'ada', first: 5, again: 5 },
    { rater: 'ada', first: 1, again: 2 },
  ];

  test('counts what stayed the same, of all and of each rater by name', () => {
    const { all, raters } = selfAgreement(repeats, ordinal);
    expect(all).toMatchObject({ repeats: 5, same: 3, agreement: { value: 0.6 } });
    expect(value(all.shift)).toBeCloseTo(0.4, 12);
    expect(raters.map(({ rater, repeats: n, same }) => [rater, n, same])).toEqual([
      ['ada', 4, 2],
      ['ben', 1, 1],
    ]);
    const table = tableFromMatrix({
      matrix: [
        [1, 2, 4, 5, 1],
        [1, 3, 4, 5, 2],
      ],
      level: 'ordinal',
    });
    expect(table.units).toHaveLength(5);
    expect(value(all.alpha)).toBeGreaterThan(0.8);
    expect(raters[1]?.alpha).toEqual({ value: null, reason: 'unanimous' });
  });

  test('without repeats says so; words have no shift', () => {
    expect(selfAgreement([], ordinal).all).toMatchObject({
      repeats: 0,
      agreement: { reason: 'too_few_ratings' },
      alpha: { reason: 'too_few_ratings' },
      shift: { reason: 'too_few_ratings' },
    });
    const words = selfAgreement([{ rater: 'a', first: 'x', again: 'y' }], {
      level: 'nominal',
      declared: ['x', 'y', 'z'],
    });
    expect(words.all.shift).toEqual({ value: null, reason: 'level' });
  });
});

describe('accuracy against known answers', () => {
  test('with Wilson’s interval, error, shift and what was taken for what', () => {
    const { all, raters, confusion } = goldAccuracy(
      [
        { rater: 'ada', gold: 3, given: 3 },
        { rater: 'ada', gold: 3, given: 5 },
        { rater: 'ada', gold: 1, given: 1 },
        { rater: 'ben', gold: 3, given: 2 },
      ],
      ordinal,
    );
    expect(all).toMatchObject({
      answers: 4,
      correct: 2,
      accuracy: { value: 0.5 },
      error: { value: 0.75 },
    });
    expect(value(all.shift)).toBeCloseTo(0.25, 12);
    expect(raters.map(({ rater, accuracy }) => [rater, accuracy.value])).toEqual([
      ['ada', 2 / 3],
      ['ben', 0],
    ]);
    expect(confusion).toEqual([
      { gold: 1, given: 1, count: 1 },
      { gold: 3, given: 2, count: 1 },
      { gold: 3, given: 3, count: 1 },
      { gold: 3, given: 5, count: 1 },
    ]);
    expect(goldAccuracy([], ordinal)).toMatchObject({
      raters: [],
      confusion: [],
      all: { accuracy: { value: null } },
    });
  });
});

describe('leniency', () => {
  test('compares raters on the same units, whoever got the hard ones', () => {
    // Ada and Ben share the good answers, Ben and Cyd the bad ones; Ben is one lower than either.
    const [ada, ben, cyd] = leniency(
      tableFromMatrix({
        matrix: [
          [5, 4, 5, null, null, null],
          [4, 3, 4, 1, 2, 1],
          [null, null, null, 2, 3, 2],
        ],
        level: 'ordinal',
        categories: [1, 2, 3, 4, 5],
      }),
    );
    expect(ada?.shift).toMatchObject({ value: 1 });
    expect(ben).toMatchObject({ units: 6, shift: { value: -1 } });
    expect(cyd?.shift).toMatchObject({ value: 1 });
  });

  test('says which categories a rater favours, even where values have no order', () => {
    const [one, two] = leniency(
      tableFromMatrix({
        matrix: [
          ['joke', 'joke', 'fact', 'joke'],
          ['fact', 'joke', 'fact', 'fact'],
          ['fact', 'other', 'fact', 'fact'],
        ],
        level: 'nominal',
        categories: ['fact', 'joke', 'other'],
      }),
    );
    expect(one?.shift).toEqual({ value: null, reason: 'level' });
    expect(one?.use[1]).toMatchObject({
      value: 'joke',
      own: 0.75,
      others: 0.125,
      difference: { value: 0.625 },
    });
    const sum = two?.use.reduce((all, { difference }) => all + value(difference), 0);
    expect(sum).toBeCloseTo(0, 12);
  });

  test('without common units there is nothing to compare', () => {
    const [one] = leniency(
      tableFromMatrix({
        matrix: [
          [1, null],
          [null, 2],
        ],
        level: 'ordinal',
      }),
    );
    expect(one).toEqual({
      rater: 'r1',
      units: 0,
      shift: { value: null, reason: 'too_few_ratings' },
      use: [],
    });
  });
});
