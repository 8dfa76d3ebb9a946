import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DawidSkene,
  dawidSkene,
  type Judgements,
  judgementsOf,
  linkedRaters,
  type NoValue,
  tableFromMatrix,
} from '../../shared/agreement/index.ts';

/**
 * Dawid and Skene (1979), table 1: fitness of 45 patients for anaesthesia, 1 to 4, from five observers, the first of whom saw
 * each case three times. A row is a patient; a group of digits is an observer.
 */
const ANAESTHETISTS =
  `111 1 1 1 1|333 4 3 3 4|112 2 1 2 2|222 3 1 2 1|222 3 2 2 2|222 3 3 2 2|122 2 1 1 1|333 3 4 3 3|222 2 2 2 3
232 2 2 2 3|444 4 4 4 4|222 3 3 4 3|111 1 1 1 1|222 3 2 1 2|121 1 1 1 1|111 2 1 1 1|111 1 1 1 1|111 1 1 1 1
222 2 2 2 1|222 1 3 2 2|222 2 2 2 2|222 2 2 2 1|222 3 2 2 2|221 2 2 2 2|111 1 1 1 1|111 1 1 1 1|232 2 2 2 2
111 1 1 1 1|111 1 1 1 1|112 1 1 2 1|111 1 1 1 1|333 3 2 3 3|111 1 1 1 1|222 2 2 2 2|222 3 2 3 2|433 4 3 4 3
221 2 2 3 2|232 3 2 3 3|333 3 4 3 2|111 1 1 1 1|111 1 1 1 1|121 2 1 1 1|232 2 2 2 2|121 1 1 1 1|222 2 2 2 2`
    .split(/[|\n]/)
    .map((patient) => patient.split(' '));

function judged(patients: readonly (readonly string[])[], raters: number, categories: number): Judgements {
  const start = [0];
  const [rater, code]: [number[], number[]] = [[], []];
  for (const patient of patients) {
    for (const [who, answers] of patient.entries()) {
      for (const answer of answers) {
        rater.push(who);
        code.push(Number(answer) - 1);
      }
    }
    start.push(code.length);
  }
  return {
    raters: Array.from({ length: raters }, (_, i) => `observer ${i + 1}`),
    units: patients.map((_, unit) => unit + 1),
    categories: Array.from({ length: categories }, (_, i) => i + 1),
    start: Int32Array.from(start),
    rater: Int32Array.from(rater),
    code: Int32Array.from(code),
  };
}

function fitted(model: DawidSkene | NoValue): DawidSkene {
  if ('posterior' in model) return model;
  throw new Error(model.reason);
}

const twoDigits = (values: Iterable<number>): number[] => Array.from(values, (x) => Number(x.toFixed(2)));
const rows = (matrix: Float64Array | undefined): number[][] =>
  [0, 4, 8, 12].map((from) => twoDigits(matrix?.slice(from, from + 4) ?? []));

describe('the anaesthetists of Dawid and Skene (1979)', () => {
  const judgements = judged(ANAESTHETISTS, 5, 4);
  const model = fitted(dawidSkene(judgements, { prior: 0 }));

  test('have the published prevalences and error rates', () => {
    expect(model.converged).toBe(true);
    expect(twoDigits(model.prevalence)).toEqual([0.4, 0.42, 0.11, 0.07]);
    expect(rows(model.confusion[0])).toEqual([
      [0.89, 0.11, 0, 0],
      [0.07, 0.88, 0.05, 0],
      [0, 0.34, 0.66, 0],
      [0, 0, 0.56, 0.44],
    ]);
    expect(rows(model.confusion[1])).toEqual([
      [0.83, 0.17, 0, 0],
      [0.05, 0.63, 0.31, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
  });

  test('are almost all of one class beyond doubt', () => {
    const classOf = (patient: number): number[] =>
      twoDigits(model.posterior.slice((patient - 1) * 4, patient * 4));
    expect(classOf(1)).toEqual([1, 0, 0, 0]);
    expect(classOf(2)).toEqual([0, 0, 0, 1]);
    expect(classOf(7)).toEqual([0.98, 0.02, 0, 0]);
    expect(classOf(32)).toEqual([0, 0, 1, 0]);
  });

  test('the log-likelihood is that of the ratings, computed the long way', () => {
    let sum = 0;
    for (const patient of ANAESTHETISTS) {
      let all = 0;
      for (const [truth, share] of model.prevalence.entries()) {
        let chance = share;
        for (const [who, answers] of patient.entries())
          for (const answer of answers) chance *= model.confusion[who]?.[truth * 4 + Number(answer) - 1] ?? 0;
        all += chance;
      }
      sum += Math.log(all);
    }
    expect(model.logLikelihood).toBeCloseTo(sum, 4);
  });

  test('with the prior, no answer is held to be impossible, and the classes stay', () => {
    const careful = fitted(dawidSkene(judgements));
    for (const matrix of careful.confusion) expect(Math.min(...matrix)).toBeGreaterThan(0);
    expect(twoDigits(careful.prevalence.map((share) => Math.round(share * 10) / 10))).toEqual([
      0.4, 0.4, 0.1, 0.1,
    ]);
  });
});

describe('Dawid-Skene', () => {
  test('believes a reliable rater more than two who guess', () => {
    const truth = Array.from({ length: 60 }, (_, unit) => 1 + ((unit * 7) % 3));
    const guess = (salt: number) => truth.map((_, unit) => 1 + ((unit * salt + (unit >> 2)) % 3));
    const noisy = (salt: number) =>
      truth.map((value, unit) => ((unit * salt) % 10 < 8 ? value : (value % 3) + 1));
    const table = tableFromMatrix({
      matrix: [truth, noisy(3), noisy(7), guess(5), guess(11)],
      level: 'nominal',
    });
    const { accuracy, posterior } = fitted(dawidSkene(judgementsOf(table)));
    expect(accuracy[0]).toBeGreaterThan(0.9);
    expect(accuracy[3]).toBeLessThan(0.6);
    const right = truth.filter((value, unit) => {
      const own = posterior.slice(unit * 3, unit * 3 + 3);
      return own.indexOf(Math.max(...own)) === value - 1;
    });
    expect(right.length).toBe(60);
  });

  const matrices = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 15 }))
    .chain(([raters, units]) =>
      fc.array(
        fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }), {
          minLength: units,
          maxLength: units,
        }),
        { minLength: raters, maxLength: raters },
      ),
    );

  test('gives chances that add up to 1, the same whatever the order of units and raters', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const model = dawidSkene(judgementsOf(tableFromMatrix({ matrix, level: 'nominal' })));
        const turned = matrix.toReversed().map((row) => row.toReversed());
        const other = dawidSkene(judgementsOf(tableFromMatrix({ matrix: turned, level: 'nominal' })));
        if (!('posterior' in model) || !('posterior' in other)) {
          expect(other).toEqual(model);
          return;
        }
        const q = model.prevalence.length;
        const sums = Array.from({ length: model.posterior.length / q }, (_, unit) =>
          model.posterior.slice(unit * q, (unit + 1) * q).reduce((sum, x) => sum + x, 0),
        );
        for (const sum of [...sums, model.prevalence.reduce((a, b) => a + b, 0)])
          expect(sum).toBeCloseTo(1, 9);
        expect(other.logLikelihood).toBeCloseTo(model.logLikelihood, 6);
        for (const [k, share] of model.prevalence.entries())
          expect(other.prevalence[k]).toBeCloseTo(share, 6);
      }),
    );
  });

  test('two answers that fit equally well stay equally likely, whoever is asked first', () => {
    const matrix = [
      [1, null, 2, 2],
      [null, null, 3, 3],
    ];
    for (const rows of [matrix, matrix.toReversed()]) {
      const { prevalence } = fitted(
        dawidSkene(judgementsOf(tableFromMatrix({ matrix: rows, level: 'nominal' }))),
      );
      expect(prevalence[1]).toBeCloseTo(prevalence[2] ?? Number.NaN, 9);
    }
  });

  test('the likelihood never falls from round to round', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 8 }), (matrix, rounds) => {
        const judgements = judgementsOf(tableFromMatrix({ matrix, level: 'nominal' }));
        const [one, more] = [rounds, rounds + 1].map((n) => dawidSkene(judgements, { prior: 0, rounds: n }));
        if (!one || !more || !('posterior' in one) || !('posterior' in more)) return;
        expect(more.logLikelihood).toBeGreaterThanOrEqual(one.logLikelihood - 1e-9);
      }),
    );
  });

  test.each([
    [
      'no unit has two ratings',
      [
        [1, 2, null],
        [null, null, 1],
      ],
      'no_pairs',
    ],
    ['one rater', [[1, 2, 1]], 'no_pairs'],
    [
      'everyone gave the same',
      [
        [2, 2],
        [2, 2],
      ],
      'one_category',
    ],
    ['no ratings', [[null], [null]], 'no_pairs'],
  ])('%s: no value', (_name, matrix, reason) => {
    expect(dawidSkene(judgementsOf(tableFromMatrix({ matrix, level: 'nominal' })))).toEqual({
      value: null,
      reason,
    });
  });

  test('everyone gave the same of several categories: nothing to confuse', () => {
    const table = tableFromMatrix({
      matrix: [
        [2, 2],
        [2, 2],
      ],
      level: 'nominal',
      categories: [1, 2],
    });
    expect(dawidSkene(judgementsOf(table))).toEqual({ value: null, reason: 'unanimous' });
  });

  test('hundreds of raters of one unit do not make its chances vanish', () => {
    const matrix = Array.from({ length: 600 }, (_, rater) => [1 + (rater % 2), 1, 2, 1 + ((rater >> 1) % 2)]);
    const model = fitted(dawidSkene(judgementsOf(tableFromMatrix({ matrix, level: 'nominal' }))));
    expect(model.posterior.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(model.logLikelihood)).toBe(true);
  });
});

test('raters are linked through others, or apart', () => {
  const table = tableFromMatrix({
    matrix: [
      [1, 2, null, null, null],
      [null, 1, 2, null, null],
      [null, null, 1, null, null],
      [null, null, null, 1, 2],
      [null, null, null, 2, 2],
    ],
    level: 'nominal',
  });
  expect(linkedRaters(judgementsOf(table))).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
});
