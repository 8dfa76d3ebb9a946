import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { cohenKappas } from '../../shared/agreement/cohen-kappa.ts';
import { coincidences, coincidencesOf } from '../../shared/agreement/coincidences.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import {
  krippendorffAlpha,
  LEVELS,
  leaveOneOut,
  type Statistic,
  tableFromMatrix,
  type UnitTable,
} from '../../shared/agreement/index.ts';
import { patternsOf } from '../../shared/agreement/patterns.ts';
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts';
import { WEIGHTINGS } from '../../shared/agreement/weights.ts';
import { alpha, type Codes, coefficients, kappa, standardErrorOfAc } from './naive.ts';

/** Random tables of two to thirty raters: some dense, some sparse, some of raters who agree, some with a rare category. */
const tables: fc.Arbitrary<{ matrix: Codes; q: number }> = fc
  .record({
    raters: fc.constantFrom(2, 3, 4, 7, 30),
    units: fc.integer({ min: 2, max: 12 }),
    q: fc.integer({ min: 2, max: 6 }),
    missing: fc.constantFrom(0, 0.2, 0.6),
    noise: fc.constantFrom(0, 0.3, 1),
    rare: fc.boolean(),
    draws: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
  })
  .map(({ raters, units, q, missing, noise, rare, draws }) => {
    const next = (): number => draws.next().value ?? 0;
    const draw = (): number => (rare && next() < 0.8 ? 0 : Math.floor(next() * q));
    const truth = Array.from({ length: units }, draw);
    const matrix = Array.from({ length: raters }, () =>
      truth.map((value) => (next() < missing ? null : next() < noise ? draw() : value)),
    );
    return { matrix, q };
  });

const tableOf = ({ matrix, q }: { matrix: Codes; q: number }): UnitTable =>
  tableFromMatrix({ matrix, level: 'ordinal', categories: Array.from({ length: q }, (_, k) => k) });

/** A value that is given is the formula's; where there is none, the formula has none either. */
function expectFormula(statistic: Statistic, expected: number, name: string): void {
  if (statistic.value === null) expect(Number.isNaN(expected), `${name} is ${expected}`).toBe(true);
  else
    expect(Math.abs(statistic.value - expected), `${name}: ${statistic.value} for ${expected}`).toBeLessThan(
      1e-9,
    );
}

describe('on random tables the coefficients are what their formulas give', () => {
  const runs = { numRuns: 600 };

  test('percent agreement, AC, Fleiss, Conger and Brennan-Prediger, four weightings, and the error of AC', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const table = tableOf(given);
        for (const weighting of WEIGHTINGS) {
          const seen = observe(table, weighting);
          if (typeof seen === 'string') continue;
          const expected = coefficients(given.matrix, given.q, weighting);
          const varies = new Set(given.matrix.flat().filter((code) => code !== null)).size > 1;
          expectFormula(percentAgreement(seen).unitMean, expected.pa, `percent agreement, ${weighting}`);
          expectFormula(gwetAc(seen), expected.ac, `AC, ${weighting}`);
          expectFormula(brennanPrediger(seen), expected.bp, `Brennan-Prediger, ${weighting}`);
          if (varies) {
            expectFormula(fleissKappa(seen), expected.fleiss, `Fleiss, ${weighting}`);
            expectFormula(congerKappa(seen), expected.conger, `Conger, ${weighting}`);
          }
          const ac = gwetAc(seen);
          if (ac.value !== null && ac.se !== undefined)
            expect(ac.se).toBeCloseTo(standardErrorOfAc(given.matrix, given.q, weighting), 9);
        }
      }),
      runs,
    );
  });

  test('alpha at the four levels, and without each rater', () => {
    fc.assert(
      fc.property(tables, ({ matrix, q }) => {
        const table = tableOf({ matrix, q });
        for (const level of LEVELS) {
          const { value } = krippendorffAlpha(table, level);
          if (value !== null) expect(value).toBeCloseTo(alpha(matrix, q, level), 9);
        }
        const kept = matrix.filter((row) => row.some((code) => code !== null));
        for (const [rater, { value }] of leaveOneOut(table).entries()) {
          const rest = kept.filter((_, other) => other !== rater);
          if (value !== null) expect(value).toBeCloseTo(alpha(rest, q, 'ordinal'), 9);
        }
      }),
      runs,
    );
  });

  test('Cohen’s kappa of every pair, on the units both rated', () => {
    fc.assert(
      fc.property(tables, ({ matrix, q }) => {
        const kept = matrix.filter((row) => row.some((code) => code !== null));
        for (const pair of cohenKappas(tableOf({ matrix, q }))) {
          const [first, second] = pair.raters.map((rater) => kept[rater] ?? []);
          const both = (first ?? []).flatMap((code, unit) => {
            const other = second?.[unit] ?? null;
            return code === null || other === null ? [] : [[code, other] as const];
          });
          const [one, other] = [both.map(([code]) => code), both.map(([, code]) => code)];
          expect(pair.units).toBe(both.length);
          if (new Set([...one, ...other]).size < 2) continue;
          expectFormula(pair.unweighted, kappa(one, other, q, 'identity'), 'kappa');
          expectFormula(pair.linear, kappa(one, other, q, 'linear'), 'linear kappa');
          expectFormula(pair.quadratic, kappa(one, other, q, 'quadratic'), 'quadratic kappa');
        }
      }),
      runs,
    );
  });

  test('coincidences counted by patterns are those counted unit by unit', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const table = tableOf(given);
        const [byUnit, byPattern] = [coincidences(table), coincidencesOf(patternsOf(table), given.q)];
        expect(byPattern.pairable).toBe(byUnit.pairable);
        expect(byPattern.marginals).toEqual(byUnit.marginals);
        expect(byPattern.left).toEqual(byUnit.left);
        expect(byPattern.right).toEqual(byUnit.right);
        for (const [i, weight] of byUnit.weight.entries()) expect(byPattern.weight[i]).toBeCloseTo(weight, 9);
      }),
    );
  });
});
