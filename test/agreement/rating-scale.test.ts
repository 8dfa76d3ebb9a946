import { describe, expect, test } from 'vitest';
import {
  judgementsOf,
  type NoValue,
  type RatingScale,
  ratingScale,
  tableFromMatrix,
  type Value,
} from '../../shared/agreement/index.ts';
import { seededRandom } from '../../shared/sampling/random.ts';

function fitted(model: RatingScale | NoValue): RatingScale {
  if ('measure' in model) return model;
  throw new Error(model.reason);
}

const of = (matrix: (Value | null)[][], categories?: Value[]): RatingScale | NoValue =>
  ratingScale(judgementsOf(tableFromMatrix({ matrix, level: 'ordinal', categories })));

const x = null;

test('the fit is that of a general optimiser on the same likelihood (scipy 1.17, BFGS)', () => {
  const model = fitted(
    of([
      [1, 2, 3, 3, 2, 1, 4, 1, 2, x, 4, 3],
      [1, 2, 3, 4, 2, 2, 4, 1, 2, 3, x, 3],
      [2, 3, 3, 4, 2, 3, 4, 2, 2, 4, 4, x],
    ]),
  );
  expect(model.converged).toBe(true);
  expect(model.logLikelihood).toBeCloseTo(-29.66099, 3);
  for (const [rater, severity] of [1.4425, 0.6134, -2.0559].entries())
    expect(model.severity[rater]).toBeCloseTo(severity, 2);
  expect(model.spread).toBeCloseTo(5.496, 2);
});

describe('ratings drawn from the model', () => {
  const SEVERITY = [-0.9, -0.4, 0, 0.4, 0.9];
  const THRESHOLDS = [-1.5, -0.5, 0.4, 1.6];
  const SPREAD = 1.3;
  const random = seededRandom('rating scale');
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
  const places = Array.from({ length: 3000 }, () => SPREAD * normal());
  const draw = (place: number, severity: number): number => {
    const weights = [1];
    let height = 0;
    for (const threshold of THRESHOLDS) {
      height += place - severity - threshold;
      weights.push(Math.exp(height));
    }
    let rest = random.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    const chosen = weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    return chosen + 1;
  };
  // Three of the five rate each unit.
  const matrix = SEVERITY.map((severity, rater) =>
    places.map((place, unit) => ((unit + rater) % 5 < 3 ? draw(place, severity) : null)),
  );
  const model = fitted(of(matrix, [1, 2, 3, 4, 5]));

  test('give back severities, thresholds and spread', () => {
    for (const [rater, severity] of SEVERITY.entries()) {
      expect(model.severity[rater]).toBeCloseTo(severity, 0.7);
      expect(Math.abs((model.severity[rater] ?? 0) - severity)).toBeLessThan(
        4 * (model.severitySe[rater] ?? 0),
      );
    }
    for (const [step, threshold] of THRESHOLDS.entries())
      expect(Math.abs((model.thresholds[step] ?? 0) - threshold)).toBeLessThan(0.2);
    expect(Math.abs(model.spread - SPREAD)).toBeLessThan(0.1);
  });

  test('every rater fits, and units stand near their place', () => {
    for (const fit of model.fit) expect(Math.abs(fit - 1)).toBeLessThan(0.1);
    const errors = places.map((place, unit) => ((model.measure[unit] ?? 0) - place) ** 2);
    const expected = model.measureSd.map((sd) => sd ** 2);
    const mean = (values: ArrayLike<number>): number =>
      Array.from(values).reduce((a, b) => a + b, 0) / values.length;
    expect(mean(errors) / mean(expected)).toBeCloseTo(1, 0.5);
    expect(model.reliability).toBeGreaterThan(0.7);
  });

  test('a rater who answers by chance does not fit', () => {
    const erratic = places.map((_, unit) => (unit % 3 === 0 ? 1 + random.below(5) : null));
    const { fit } = fitted(of([...matrix, erratic], [1, 2, 3, 4, 5]));
    expect(fit[5]).toBeGreaterThan(1.4);
    expect(Math.max(...fit.slice(0, 5))).toBeLessThan(1.15);
  });
});

test('a lenient rater’s high value says less than a strict one’s', () => {
  const strict = [1, 1, 2, 2, 3, 1, 2, 3, 3, null];
  const lenient = [2, 2, 3, 3, 3, 2, 3, 3, null, 3];
  const { severity, measure } = fitted(of([strict, lenient], [1, 2, 3]));
  expect(severity[0]).toBeGreaterThan(severity[1] ?? 0);
  expect(measure[8]).toBeGreaterThan(measure[9] ?? 0);
});

test('categories that nobody used are left out, and chances are of the used ones', () => {
  const model = fitted(
    of(
      [
        [1, 3, 5, 3, 1],
        [1, 3, 5, 5, 3],
      ],
      [1, 2, 3, 4, 5],
    ),
  );
  expect(model.used).toEqual([0, 2, 4]);
  const first = model.chance.slice(0, 5);
  expect(first[1]).toBe(0);
  expect(first.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
});

test.each([
  ['one rater', [[1, 2, 3]], 'no_pairs'],
  [
    'one category',
    [
      [2, 2],
      [2, 2],
    ],
    'unanimous',
  ],
  [
    'nothing in common',
    [
      [1, null],
      [null, 2],
    ],
    'no_pairs',
  ],
  [
    'more than thirty values',
    [Array.from({ length: 40 }, (_, i) => i), Array.from({ length: 40 }, (_, i) => i)],
    'level',
  ],
])('%s: no value', (_name, matrix, reason) => {
  expect(of(matrix)).toEqual({ value: null, reason });
});

test('a rater who only ever gave the top has a place on the scale', () => {
  const { severity } = fitted(
    of(
      [
        [1, 2, 3, 1, 2, 3],
        [1, 2, 2, 1, 3, 3],
        [3, 3, 3, 3, 3, 3],
      ],
      [1, 2, 3],
    ),
  );
  expect(severity.every(Number.isFinite)).toBe(true);
  expect(severity[2]).toBeLessThan(-1);
});
