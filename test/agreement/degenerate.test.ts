import { describe, expect, test } from 'vitest';
import {
  agreementReport,
  type DimensionReport,
  dimensionReportSchema,
  type Level,
  tableFromMatrix,
} from '../../shared/agreement/index.ts';

const report = (
  matrix: (number | string | null)[][],
  level: Level = 'nominal',
  categories?: (number | string)[],
): DimensionReport => {
  const made = agreementReport(tableFromMatrix({ matrix, level, categories }), {
    bootstrap: { resamples: 50, seed: 1 },
  });
  return dimensionReportSchema.parse(JSON.parse(JSON.stringify(made)));
};

const unanimous = { value: null, reason: 'unanimous' };
const noPairs = { value: null, reason: 'no_pairs' };
const wrongLevel = { value: null, reason: 'level' };

describe('one category used', () => {
  const made = report(
    [
      ['ok', 'ok', 'ok'],
      ['ok', 'ok', 'ok'],
    ],
    'nominal',
    ['ok', 'bad'],
  );

  test('alpha, Fleiss, Conger and Cohen are undefined, and the reading says why', () => {
    expect(made.krippendorff_alpha.nominal).toMatchObject(unanimous);
    expect(made.fleiss_kappa).toMatchObject(unanimous);
    expect(made.conger_kappa).toMatchObject(unanimous);
    expect(made.cohen_kappa[0]?.unweighted).toMatchObject(unanimous);
    expect(made.headline).toMatchObject({ ...unanimous, ci: null, ci_method: null });
    expect(made.headline.reading).toContain('everyone gave the same value (ok)');
    expect(made.bootstrap?.krippendorff_alpha).toEqual({ nominal: null });
  });

  test('AC1 and Brennan-Prediger are 1 with two declared categories, and percent agreement is 1', () => {
    expect(made.gwet_ac1).toMatchObject({ value: 1, se: 0, ci: [1, 1] });
    expect(made.brennan_prediger).toMatchObject({ value: 1, se: 0, ci: [1, 1] });
    expect(made.percent_agreement).toMatchObject({ value: 1, pooled: 1, unanimous: 1 });
  });

  test('with one declared category they have no other answer to correct for', () => {
    const alone = report(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
      [1],
    );
    expect(alone.gwet_ac1).toMatchObject({ value: null, reason: 'one_category' });
    expect(alone.brennan_prediger).toMatchObject({ value: null, reason: 'one_category' });
  });

  test('a repeated decimal that cannot be written in binary is still the same value', () => {
    const made = report(
      [
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ],
      'interval',
    );
    expect(made.krippendorff_alpha.interval).toMatchObject(unanimous);
    expect(made.icc.icc1).toMatchObject(unanimous);
  });
});

test('only unpaired ratings vary: alpha is undefined, AC1 is not', () => {
  const made = report(
    [
      [1, 1, 2, null],
      [1, 1, null, 3],
    ],
    'ordinal',
    [1, 2, 3],
  );
  expect(made.krippendorff_alpha.ordinal).toMatchObject(unanimous);
  expect(made.gwet_ac1.value).toBe(1);
  expect(made.cohen_kappa[0]?.linear).toMatchObject(unanimous);
});

test('Cohen with one constant rater is 0 with standard error 0', () => {
  const made = report(
    [
      [1, 1, 1, 1],
      [1, 2, 3, 1],
    ],
    'ordinal',
    [1, 2, 3],
  );
  const zero = { value: 0, se: 0, ci: [0, 0] };
  expect(made.cohen_kappa[0]).toMatchObject({ unweighted: zero, linear: zero, quadratic: zero });
  const opposed = report([
    [1, 1],
    [2, 2],
  ]);
  expect(opposed.cohen_kappa[0]?.unweighted).toMatchObject(zero);
});

describe('nothing to pair', () => {
  test.each([
    ['no raters', []],
    ['no units', [[], [], []]],
    [
      'all missing',
      [
        [null, null],
        [null, null],
      ],
    ],
    ['a single rater', [[1, 2, 3]]],
    [
      'raters on different units',
      [
        [1, 2, null, null],
        [null, null, 1, 2],
      ],
    ],
  ])('%s: no statistic has a value, and each says why', (_name, matrix) => {
    const made = report(matrix, 'ordinal', [1, 2, 3]);
    for (const statistic of [
      made.percent_agreement,
      ...Object.values(made.krippendorff_alpha),
      made.fleiss_kappa,
      made.conger_kappa,
      made.brennan_prediger,
      made.gwet_ac1,
      ...Object.values(made.gwet_ac2),
    ]) {
      expect(statistic).toMatchObject(noPairs);
      expect(statistic.sentence).toContain('no unit has been rated by two raters');
    }
    expect(Object.values(made.icc).every(({ value }) => value === null)).toBe(true);
    expect(made.units_paired).toBe(0);
    expect(made.costly_units).toEqual([]);
  });

  test('two raters who share no unit: their kappa is undefined, with no units', () => {
    const made = report([
      [1, 2, null, null],
      [null, null, 1, 2],
    ]);
    expect(made.cohen_kappa[0]).toMatchObject({ units: 0, agreement: null, unweighted: noPairs });
  });
});

describe('values that do not fit the level', () => {
  test('words have no interval or ratio alpha and no ICC; unordered words no ordinal one either', () => {
    const made = report([
      ['a', 'b', 'c'],
      ['a', 'b', 'b'],
    ]);
    expect(made.krippendorff_alpha).toMatchObject({
      ordinal: wrongLevel,
      interval: wrongLevel,
      ratio: wrongLevel,
    });
    expect(made.krippendorff_alpha.nominal.value).toBeGreaterThan(0);
    expect(made.icc.icc2_1).toMatchObject(wrongLevel);
    expect(made.gwet_ac2.linear).toMatchObject(wrongLevel);
    expect(made.cohen_kappa[0]).toMatchObject({ linear: wrongLevel, quadratic: wrongLevel });
  });

  test('words at the interval level: the headline is undefined', () => {
    expect(
      report(
        [
          ['a', 'b'],
          ['a', 'c'],
        ],
        'interval',
      ).headline,
    ).toMatchObject(wrongLevel);
  });

  test('a negative value has no ratio alpha; two zeros do not differ', () => {
    expect(
      report(
        [
          [-1, 2, 3],
          [1, 2, 3],
        ],
        'ratio',
      ).krippendorff_alpha.ratio,
    ).toMatchObject(wrongLevel);
    expect(
      report(
        [
          [0, 2, 3],
          [0, 2, 3],
        ],
        'ratio',
      ).krippendorff_alpha.ratio.value,
    ).toBe(1);
  });

  test('values too large to be squared give no number rather than Infinity', () => {
    const made = report(
      [
        [1e300, -1e300, 5],
        [-1e300, 1e300, 5],
      ],
      'interval',
    );
    expect(made.krippendorff_alpha.interval).toMatchObject(wrongLevel);
  });
});

test('a missing cell leaves ICC undefined, and Fleiss says it is the generalisation', () => {
  const made = report(
    [
      [1, 2, 3],
      [1, 2, null],
      [2, 2, 3],
    ],
    'interval',
  );
  expect(made.icc.icc3_k).toMatchObject({ value: null, reason: 'incomplete' });
  expect(made.fleiss_variant).toBe('gwet_generalised');
  expect(made.fleiss_kappa.sentence).toContain("Gwet's generalisation");
});

test('leaving one of two raters out leaves too few', () => {
  const made = report(
    [
      [1, 2, 3],
      [1, 2, 2],
    ],
    'ordinal',
  );
  expect(made.leave_one_out.map(({ krippendorff_alpha }) => krippendorff_alpha)).toMatchObject([
    { value: null, reason: 'too_few_raters' },
    { value: null, reason: 'too_few_raters' },
  ]);
});

test('units whose means do not differ have no reliability of the mean, and nothing is infinite', () => {
  const made = report(
    [
      [1, 2],
      [2, 1],
    ],
    'interval',
  );
  expect(made.icc.icc3_k).toMatchObject(unanimous);
  expect(made.icc.icc3_k.sentence).toContain('the mean ratings of the units do not differ');
  expect(made.icc.icc1.value).toBe(-1);
});
