import { describe, expect, test } from 'vitest';
import {
  consensusOf,
  dawidSkene,
  expectedInformation,
  judgementsOf,
  tableFromMatrix,
  unitsInDoubt,
} from '../../shared/agreement/index.ts';

const x = null;
const nominal = tableFromMatrix({
  matrix: [
    ['a', 'a', 'b', 'c', x],
    ['a', 'b', 'b', 'a', 'c'],
    ['b', x, 'b', 'b', x],
  ],
  level: 'nominal',
  categories: ['a', 'b', 'c'],
});
const ordinal = tableFromMatrix({
  matrix: [
    [1, 2, 1, 5, 3],
    [2, 4, 1, 3, x],
    [5, x, 4, 3, x],
    [x, x, 4, 1, x],
  ],
  level: 'ordinal',
  categories: [1, 2, 3, 4, 5],
});

describe('consensus', () => {
  test('of unordered categories is what most raters gave, and open where they are tied', () => {
    expect(
      consensusOf(nominal).map(({ value, source, ratings, agreeing }) => [value, source, ratings, agreeing]),
    ).toEqual([
      ['a', 'majority', 3, 2],
      [null, null, 2, 0],
      ['b', 'majority', 3, 3],
      [null, null, 3, 0],
      ['c', 'single', 1, 1],
    ]);
  });

  test('of ordered ones is the middle rating', () => {
    expect(consensusOf(ordinal).map(({ value, source }) => [value, source])).toEqual([
      [2, 'median'],
      [null, null],
      [null, null],
      [3, 'median'],
      [3, 'single'],
    ]);
  });

  test('a tie goes the way the rule names', () => {
    const values = (ties: 'lower' | 'higher') =>
      consensusOf(ordinal, { ties }).map(({ value, source }) => [value, source]);
    expect(values('lower').slice(1, 3)).toEqual([
      [2, 'tie_lower'],
      [1, 'tie_lower'],
    ]);
    expect(values('higher').slice(1, 3)).toEqual([
      [4, 'tie_higher'],
      [4, 'tie_higher'],
    ]);
  });

  test('or to the model, where there is one, with its chance beside it', () => {
    const model = dawidSkene(judgementsOf(nominal));
    if (!('posterior' in model)) throw new Error(model.reason);
    const [, tied] = consensusOf(nominal, { posterior: model.posterior });
    expect(tied?.source).toBe('model');
    expect(['a', 'b']).toContain(tied?.value);
    expect(tied?.probability).toBeCloseTo(Math.max(...model.posterior.slice(3, 6)), 12);
    expect(consensusOf(nominal, { posterior: model.posterior, ties: 'open' })[1]?.value).toBe(null);
  });

  test('what the lead decided comes first, even a value nobody gave', () => {
    const adjudicated = new Map([
      [1, 'b'],
      [2, 'c'],
    ]);
    expect(consensusOf(nominal, { adjudicated }).slice(0, 2)).toMatchObject([
      { value: 'b', source: 'adjudicated', agreeing: 1 },
      { value: 'c', source: 'adjudicated', agreeing: 0 },
    ]);
  });
});

describe('what a decision would tell', () => {
  test('without a model: nothing less after five who agree than after two, most where raters are split', () => {
    const table = tableFromMatrix({
      matrix: [
        [1, 1, 1],
        [1, 1, 2],
        [x, 1, x],
        [x, 1, x],
        [x, 1, x],
      ],
      level: 'nominal',
      categories: [1, 2],
    });
    const [two = 0, five = 0, split = 0] = expectedInformation(table);
    expect(split).toBe(1);
    expect(two).toBeLessThan(split);
    expect(five).toBeLessThan(two);
    // Two and a half votes of three against half a vote.
    const [p, q] = [2.5 / 3, 0.5 / 3];
    expect(two).toBeCloseTo(-p * Math.log2(p) - q * Math.log2(q), 12);
  });

  test('with a model: the entropy of its chances', () => {
    const bits = expectedInformation(
      nominal,
      Float64Array.from([1, 0, 0, 0.5, 0.5, 0, 0.25, 0.25, 0.5, 0, 0, 1, 1, 0, 0]),
    );
    expect([...bits]).toEqual([0, 1, 1.5, 0, 0]);
  });

  test('any difference is in doubt, the most informative first', () => {
    const units = unitsInDoubt(ordinal, { kind: 'any' });
    expect(units.map(({ unit }) => unit).sort()).toEqual([1, 2, 3, 4]);
    expect(units.every(({ information }, i) => information <= (units[i - 1]?.information ?? 9))).toBe(true);
    expect(units.find(({ unit }) => unit === 2)).toMatchObject({
      range: 2,
      different: 2,
      ratings: [
        { rater: 'r1', value: 2 },
        { rater: 'r2', value: 4 },
      ],
    });
  });

  test('a range takes only what is far apart, and any difference where values have no order', () => {
    expect(
      unitsInDoubt(ordinal, { kind: 'range', atLeast: 4 })
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual([1, 4]);
    expect(
      unitsInDoubt(nominal, { kind: 'range', atLeast: 2 })
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual([1, 2, 4]);
  });

  test('information takes also units whose single rating leaves much open', () => {
    expect(unitsInDoubt(nominal, { kind: 'information', atLeast: 1 }).map(({ unit }) => unit)).toContain(5);
    expect(unitsInDoubt(nominal, { kind: 'information', atLeast: 9 })).toEqual([]);
  });
});
