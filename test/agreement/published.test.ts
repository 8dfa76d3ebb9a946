import { describe, expect, test } from 'vitest';
import { alphaWithInterval } from '../../shared/agreement/alpha-interval.ts';
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { cohenKappas } from '../../shared/agreement/cohen-kappa.ts';
import { coincidenceMatrix, coincidences } from '../../shared/agreement/coincidences.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import { icc } from '../../shared/agreement/icc.ts';
import { krippendorffAlpha, type Statistic, tableFromMatrix } from '../../shared/agreement/index.ts';
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts';

const x = null;

/** Krippendorff (2011), data C; also Gwet (2014), table 2.15, where rater C gave the single rating of the last unit. */
const dataC = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, x],
  [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x],
];

const rounded = (statistic: Statistic, digits: number): (number | undefined)[] => {
  if (statistic.value === null) return [];
  const { value, se, ci = [] } = statistic;
  return [value, se, ...ci].map((number) => (number === undefined ? number : Number(number.toFixed(digits))));
};

describe('Krippendorff (2011), data C', () => {
  const table = tableFromMatrix({ matrix: dataC, level: 'nominal' });

  test('the coincidence matrix is the printed one', () => {
    expect(coincidenceMatrix(coincidences(table)).map((row) => row.map((o) => Number(o.toFixed(2))))).toEqual(
      [
        [7, 1.33, 0.33, 0.33, 0],
        [1.33, 10, 1.33, 0.33, 0],
        [0.33, 1.33, 8, 0.33, 0],
        [0.33, 0.33, 0.33, 4, 0],
        [0, 0, 0, 0, 3],
      ],
    );
  });

  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('alpha at the %s level is %f', (level, alpha) => {
    expect(krippendorffAlpha(table, level).value).toBeCloseTo(alpha, 3);
  });

  test('coefficient, standard error and interval of the others, as the irrCAC overview prints them', () => {
    const seen = observe(table);
    if (typeof seen === 'string') throw new Error(seen);
    expect(rounded(percentAgreement(seen).unitMean, 3)).toEqual([0.818, 0.126, 0.542, 1]);
    expect(rounded(gwetAc(seen), 3)).toEqual([0.775, 0.143, 0.461, 1]);
    expect(rounded(fleissKappa(seen), 3)).toEqual([0.761, 0.153, 0.424, 1]);
    expect(rounded(congerKappa(seen), 3)).toEqual([0.763, 0.149, 0.435, 1]);
    expect(rounded(brennanPrediger(seen), 3)).toEqual([0.773, 0.145, 0.454, 1]);
    expect(rounded(alphaWithInterval(table, 'nominal'), 3)).toEqual([0.743, 0.146, 0.419, 1]);
    expect(rounded(gwetAc(observe(table, 'quadratic')), 3).slice(0, 2)).toEqual([0.914, 0.104]);
  });
});

/** Two raters' ratings from the table of how often each pair of categories met. */
function crossed(counts: number[][]): number[][] {
  const pairs = counts.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
  );
  return [0, 1].map((rater) => pairs.map((pair) => pair[rater] ?? 0));
}

describe('Cohen’s kappa', () => {
  test('of Cohen (1960), page 45, is .49', () => {
    const table = tableFromMatrix({
      matrix: crossed([
        [88, 10, 2],
        [14, 40, 6],
        [18, 10, 12],
      ]),
      level: 'nominal',
    });
    expect(cohenKappas(table)[0]?.unweighted.value).toBeCloseTo(0.492, 3);
  });

  test('has the standard errors and intervals that SAS PROC FREQ prints (after Fleiss, Cohen and Everitt)', () => {
    const table = tableFromMatrix({
      matrix: crossed([
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ]),
      level: 'ordinal',
      categories: [0, 1, 2],
    });
    const [pair] = cohenKappas(table);
    expect(pair && rounded(pair.unweighted, 4)).toEqual([0.4842, 0.138, 0.2137, 0.7547]);
    expect(pair && rounded(pair.linear, 4)).toEqual([0.4701, 0.1457, 0.1845, 0.7558]);
  });

  test('weights go by the declared positions, not by the categories that happen to be used', () => {
    const matrix = [
      [1, 1, 3, 5, 5, 3],
      [1, 3, 3, 5, 3, 1],
    ];
    const used = cohenKappas(tableFromMatrix({ matrix, level: 'ordinal' }))[0];
    const declared = cohenKappas(
      tableFromMatrix({ matrix, level: 'ordinal', categories: [1, 2, 3, 4, 5, 9] }),
    )[0];
    expect(used?.unweighted.value).toBe(declared?.unweighted.value);
    expect(used?.linear.value).toBeCloseTo(declared?.linear.value ?? 0, 12);
    const uneven = cohenKappas(tableFromMatrix({ matrix, level: 'ordinal', categories: [1, 2, 3, 5] }))[0];
    expect(uneven?.linear.value).not.toBeCloseTo(used?.linear.value ?? 0, 3);
  });
});

test('Fleiss’ kappa of ten subjects and fourteen raters is .210', () => {
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const units = counts.map((row) => row.flatMap((count, code) => Array.from({ length: count }, () => code)));
  const matrix = Array.from({ length: 14 }, (_, rater) => units.map((unit) => unit[rater] ?? null));
  expect(fleissKappa(observe(tableFromMatrix({ matrix, level: 'nominal' }))).value).toBeCloseTo(0.21, 3);
});

test('the six ICCs of Shrout and Fleiss (1979), table 4', () => {
  const matrix = [
    [9, 6, 8, 7, 10, 6],
    [2, 1, 4, 1, 5, 2],
    [5, 3, 6, 2, 6, 4],
    [8, 2, 8, 6, 9, 7],
  ];
  const forms = icc(tableFromMatrix({ matrix, level: 'interval' }));
  const values = Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, rounded(form, 2)[0]]));
  expect(values).toEqual({
    icc1: 0.17,
    icc2_1: 0.29,
    icc3_1: 0.71,
    icc1_k: 0.44,
    icc2_k: 0.62,
    icc3_k: 0.91,
  });
  expect(forms.icc2_1.value === null ? null : forms.icc2_1.ci?.map((end) => Number(end.toFixed(2)))).toEqual([
    0.02, 0.76,
  ]);
});
