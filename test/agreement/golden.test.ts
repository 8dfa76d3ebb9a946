import { describe, expect, test } from 'vitest';
import { alphaWithInterval } from '../../shared/agreement/alpha-interval.ts';
import { bootstrapAlpha } from '../../shared/agreement/bootstrap.ts';
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { cohenKappas } from '../../shared/agreement/cohen-kappa.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import { icc } from '../../shared/agreement/icc.ts';
import { LEVELS, tableFromMatrix, type UnitTable } from '../../shared/agreement/index.ts';
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts';
import { noValue } from '../../shared/agreement/statistic.ts';
import { MISSING, ratingCount } from '../../shared/agreement/unit-table.ts';
import { WEIGHTINGS } from '../../shared/agreement/weights.ts';
import { dataText, hasData } from './data.ts';
import { expectNear, expectStatistic } from './expect-statistic.ts';
import { expectedNumber, type GoldenCase, parseGolden } from './golden-case.ts';

const FILE = 'agreement/golden.json';
const cases = hasData(FILE) ? parseGolden(dataText(FILE)) : [];

describe.skipIf(cases.length === 0)('golden values of several independent implementations', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const observed = tableFromMatrix({ matrix: each.matrix, level: each.level });
    const declared = tableFromMatrix({ matrix: each.matrix, level: each.level, categories: each.categories });
    expect(ratingCount(declared), 'nothing is lost').toBe(
      each.matrix.flat().filter((x) => x !== null).length,
    );
    checkTable(declared, each);
    checkAlpha(declared, each);
    // Words are in the order of the declared list, so an observed-only table of theirs has no order to check.
    if (declared.coordinates !== null || each.level === 'nominal') checkCoefficients(observed, each.expected);
    if (each.expected.declared) checkCoefficients(declared, each.expected.declared);
    else checkCoefficients(declared, each.expected);
    checkCohen(declared, each);
    checkIcc(declared, each);
  });

  test.each(cases.flatMap((each) => (each.expected.alpha_bootstrap ? [[each.name, each] as const] : [])))(
    '%s: bootstrap interval',
    (_name, each) => {
      const table = tableFromMatrix({ matrix: each.matrix, level: each.level, categories: each.categories });
      const level = LEVELS.find(
        (name) => each.expected.alpha_bootstrap?.statistic === `krippendorff_alpha_${name}`,
      );
      const { ci } = bootstrapAlpha(table, level ?? each.level, { resamples: 20_000, seed: 3 });
      const { ci_low, ci_high, tolerance } = each.expected.alpha_bootstrap ?? {
        ci_low: 0,
        ci_high: 0,
        tolerance: 0,
      };
      expectNear(ci?.[0] ?? null, ci_low, tolerance, 'lower end');
      expectNear(ci?.[1] ?? null, ci_high, tolerance, 'upper end');
    },
  );
});

function checkTable(table: UnitTable, { expected, matrix }: GoldenCase): void {
  const ratings = (unit: number): number =>
    table.raters.filter((_, rater) => table.codes[unit * table.raters.length + rater] !== MISSING).length;
  const counts = table.units.map((_, unit) => ratings(unit));
  expect(matrix.length).toBe(expected.n_raters);
  expect(table.units.length).toBe(expected.n_rated_units);
  expect(counts.filter((count) => count > 1).length).toBe(expected.n_pairable_units);
}

function checkAlpha(table: UnitTable, { expected }: GoldenCase): void {
  for (const level of LEVELS) {
    const alpha = alphaWithInterval(table, level);
    expectStatistic(alpha, expected, `krippendorff_alpha_${level}`);
  }
}

function checkCoefficients(table: UnitTable, expected: Record<string, unknown>): void {
  for (const weighting of WEIGHTINGS) {
    const suffix = weighting === 'identity' ? '' : `_${weighting}`;
    const seen = observe(table, weighting);
    const shares = typeof seen === 'string' ? null : percentAgreement(seen);
    expectStatistic(shares?.unitMean ?? noValue('no_pairs'), expected, `percent_agreement${suffix}`);
    if (suffix === '') {
      expectNear(
        shares?.pooledPairs ?? null,
        expectedNumber(expected, 'percent_agreement_pooled_pairs'),
        1e-9,
        'pooled',
      );
      // The published figure looks only at units that every rater rated: the same thing on a complete table.
      if (!table.codes.includes(MISSING)) {
        const everyone = expectedNumber(expected, 'percent_agreement_unanimous');
        expectNear(shares?.unanimousUnits ?? null, everyone, 1e-9, 'unanimous units');
      }
    }
    expectStatistic(gwetAc(seen), expected, suffix === '' ? 'gwet_ac1' : `gwet_ac2${suffix}`);
    expectStatistic(
      fleissKappa(seen),
      expected,
      suffix === '' ? 'fleiss_kappa_generalized' : `fleiss_kappa${suffix}`,
    );
    expectStatistic(congerKappa(seen), expected, `conger_kappa${suffix}`);
    expectStatistic(brennanPrediger(seen), expected, `brennan_prediger${suffix}`);
  }
  const complete = expectedNumber(expected, 'fleiss_kappa');
  if (typeof complete === 'number')
    expectNear(fleissKappa(observe(table)).value, complete, 1e-9, 'Fleiss 1971');
}

function checkCohen(table: UnitTable, { expected, matrix }: GoldenCase): void {
  const pairs = cohenKappas(table);
  if (table.raters.length < matrix.length) expect(pairs).toEqual([]);
  else expect(pairs.length).toBe(expected.cohen?.length ?? pairs.length);
  for (const [i, pair] of pairs.entries()) {
    const wanted = expected.cohen?.[i];
    if (!wanted) continue;
    expect(pair.raters).toEqual(wanted.raters);
    expect(pair.units).toBe(wanted.n);
    expectNear(pair.agreement, wanted.percent_agreement, 1e-9, 'agreement of the pair');
    expectStatistic(pair.unweighted, wanted, 'kappa');
    expectStatistic(pair.linear, wanted, 'linear_index_declared');
    expectStatistic(pair.quadratic, wanted, 'quadratic_index_declared');
  }
}

function checkIcc(table: UnitTable, { expected }: GoldenCase): void {
  const forms = icc(table);
  expectStatistic(forms.icc1, expected, 'icc_1_1');
  expectStatistic(forms.icc2_1, expected, 'icc_2_1');
  expectStatistic(forms.icc3_1, expected, 'icc_3_1');
  expectStatistic(forms.icc1_k, expected, 'icc_1_k');
  expectStatistic(forms.icc2_k, expected, 'icc_2_k');
  expectStatistic(forms.icc3_k, expected, 'icc_3_k');
}
