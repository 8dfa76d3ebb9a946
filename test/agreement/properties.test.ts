import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { coincidenceMatrix, coincidences } from '../../shared/agreement/coincidences.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import {
  agreementReport,
  dimensionReportSchema,
  krippendorffAlpha,
  LEVELS,
  type Level,
  type Statistic,
  tableFromMatrix,
  type UnitTable,
} from '../../shared/agreement/index.ts';
import { metricAt } from '../../shared/agreement/metric.ts';
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts';
import { permutation, seededRandom } from '../../shared/sampling/random.ts';

type Matrix = (number | null)[][];
const CATEGORIES = [0, 1, 2, 3];

const matrices: fc.Arbitrary<Matrix> = fc
  .record({ raters: fc.integer({ min: 1, max: 5 }), units: fc.integer({ min: 0, max: 12 }) })
  .chain(({ raters, units }) => {
    const cell = fc.option(fc.constantFrom(...CATEGORIES), { freq: 3 });
    const row = fc.array(cell, { minLength: units, maxLength: units });
    return fc.array(row, { minLength: raters, maxLength: raters });
  });

const levels: fc.Arbitrary<Level> = fc.constantFrom(...LEVELS);

const tableOf = (matrix: Matrix, level: Level = 'ordinal'): UnitTable =>
  tableFromMatrix({ matrix, level, categories: CATEGORIES });

const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, unit) => matrix.map((row) => row[unit] ?? null));

const reordered = <T>(items: readonly T[], seed: number): T[] =>
  Array.from(permutation(items.length, seededRandom(seed))).flatMap((i) => items.slice(i, i + 1));

/** The statistics that a table's order cannot touch. */
function statisticsOf(table: UnitTable): Statistic[] {
  const seen = observe(table);
  const statistics: Statistic[] = [
    ...LEVELS.map((level) => krippendorffAlpha(table, level)),
    gwetAc(seen),
    gwetAc(observe(table, 'quadratic')),
    fleissKappa(seen),
    congerKappa(seen),
    brennanPrediger(seen),
  ];
  if (typeof seen !== 'string') statistics.push(percentAgreement(seen).unitMean);
  return statistics;
}

/** Their values and standard errors. */
const coefficients = (table: UnitTable): (number | null)[] =>
  statisticsOf(table).flatMap(({ value, ...rest }) => [value, 'se' in rest ? (rest.se ?? null) : null]);

function expectSame(one: readonly (number | null)[], other: readonly (number | null)[]): void {
  expect(one.length).toBe(other.length);
  one.forEach((value, i) => {
    const against = other[i] ?? null;
    if (value === null || against === null) expect(value).toBe(against);
    else expect(value).toBeCloseTo(against, 9);
  });
}

describe('for any table', () => {
  test('the order of raters and of units changes no coefficient', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (matrix, seed) => {
        const byRater = reordered(matrix, seed);
        const byUnit = transposed(reordered(transposed(matrix), seed));
        const before = coefficients(tableOf(matrix));
        expectSame(coefficients(tableOf(byRater)), before);
        if (byUnit.length > 0) expectSame(coefficients(tableOf(byUnit)), before);
      }),
    );
  });

  test('at the nominal level new names for the categories change nothing', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (matrix, seed) => {
        const names = reordered(['a', 'b', 'c', 'd'], seed);
        const words = matrix.map((row) =>
          row.map((value) => (value === null ? null : (names[value] ?? null))),
        );
        const renamed = tableFromMatrix({
          matrix: words,
          level: 'nominal',
          categories: ['a', 'b', 'c', 'd'],
        });
        const before = tableOf(matrix, 'nominal');
        expectSame([krippendorffAlpha(renamed).value], [krippendorffAlpha(before).value]);
        expectSame([gwetAc(observe(renamed)).value], [gwetAc(observe(before)).value]);
        expectSame([congerKappa(observe(renamed)).value], [congerKappa(observe(before)).value]);
      }),
    );
  });

  test('interval alpha does not depend on zero and unit of the scale, ratio alpha not on the unit', () => {
    fc.assert(
      fc.property(
        matrices,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (matrix, unit, zero) => {
          const scaled = (add: number): UnitTable =>
            tableFromMatrix({
              matrix: matrix.map((row) => row.map((value) => (value === null ? null : value * unit + add))),
              level: 'interval',
            });
          const before = tableOf(matrix);
          expectSame(
            [krippendorffAlpha(scaled(zero), 'interval').value],
            [krippendorffAlpha(before, 'interval').value],
          );
          expectSame(
            [krippendorffAlpha(scaled(0), 'ratio').value],
            [krippendorffAlpha(before, 'ratio').value],
          );
        },
      ),
    );
  });

  test('every unit twice: percent agreement stays, alpha rises by the small-sample correction alone', () => {
    fc.assert(
      fc.property(matrices, levels, (matrix, level) => {
        const once = tableOf(matrix);
        const twice = tableOf(matrix.map((row) => [...row, ...row]));
        const [one, two] = [observe(once), observe(twice)];
        if (typeof one === 'string' || typeof two === 'string') expect(two).toBe(one);
        else expect(two.agreement).toBeCloseTo(one.agreement, 9);
        const [before, after] = [krippendorffAlpha(once, level), krippendorffAlpha(twice, level)];
        if (before.value === null || after.value === null) {
          expect(after).toEqual(before);
          return;
        }
        const n = coincidences(once).pairable;
        const expected = 1 - ((1 - before.value) * (2 * n - 1)) / (2 * n - 2);
        expect(after.value).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('alpha is 1 exactly where all pairable units agree and values vary', () => {
    fc.assert(
      fc.property(matrices, levels, (matrix, level) => {
        const units = transposed(matrix).map((unit) => unit.filter((value) => value !== null));
        const paired = units.filter((unit) => unit.length > 1);
        const agree = paired.every((unit) => new Set(unit).size === 1);
        const vary = new Set(paired.flat()).size > 1;
        const { value } = krippendorffAlpha(tableOf(matrix), level);
        expect(value === 1).toBe(agree && vary);
        expect(value === null).toBe(!vary);
      }),
    );
  });

  test('no coefficient exceeds 1, shares lie within 0 and 1, and the report is plain finite JSON', () => {
    fc.assert(
      fc.property(matrices, levels, (matrix, level) => {
        const report = agreementReport(tableOf(matrix, level), { bootstrap: { resamples: 20, seed: 1 } });
        expect(dimensionReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
        for (const { value } of statisticsOf(tableOf(matrix, level)))
          expect(value ?? 0).toBeLessThanOrEqual(1);
        const shares = report.costly_units.reduce((sum, unit) => sum + unit.share, 0);
        if (report.costly_units.length > 0) expect(shares).toBeCloseTo(1, 9);
      }),
    );
  });

  test('alpha is what the printed coincidence matrix gives, worked by hand', () => {
    fc.assert(
      fc.property(matrices, levels, (matrix, level) => {
        const table = tableOf(matrix, level);
        const counted = coincidences(table);
        const metric = metricAt(level, table, counted.marginals);
        const square = coincidenceMatrix(counted);
        const sum = (of: (c: number, k: number) => number): number =>
          CATEGORIES.reduce((all, c) => all + CATEGORIES.reduce((row, k) => row + of(c, k), 0), 0);
        const difference = (c: number, k: number): number => metric?.squared(c, k) ?? 0;
        const count = (c: number): number => counted.marginals[c] ?? 0;
        expect(sum((c, k) => square[c]?.[k] ?? 0)).toBeCloseTo(counted.pairable, 9);
        const observed = sum((c, k) => (square[c]?.[k] ?? 0) * difference(c, k));
        const expected = sum((c, k) => count(c) * count(k) * difference(c, k));
        const { value } = krippendorffAlpha(table, level);
        if (value !== null) expect(value).toBeCloseTo(1 - ((counted.pairable - 1) * observed) / expected, 9);
      }),
    );
  });
});
