import { describe, expect, test } from 'vitest';
import {
  agreementReport,
  agreementReportSchema,
  dimensionReportSchema,
  krippendorffAlpha,
  projectReport,
  type RatedRubric,
  type RatingTuple,
  tableFromMatrix,
} from '../../shared/agreement/index.ts';
import { decimal, percent } from '../../shared/agreement/words.ts';

const matrix = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, null],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const table = tableFromMatrix({ matrix, level: 'ordinal', categories: [1, 2, 3, 4, 5, 6] });

describe('the report on one table', () => {
  const report = agreementReport(table, { bootstrap: { resamples: 1000, seed: 7 }, costlyUnits: 2 });

  test('has the shape other programs rely on', () => {
    expect(dimensionReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({
      level: 'ordinal',
      raters: 4,
      units: 12,
      units_paired: 11,
      ratings: 41,
      categories: [1, 2, 3, 4, 5, 6],
      krippendorff_alpha: { ordinal: { value: expect.closeTo(0.815, 3) } },
      gwet_ac1: {
        value: expect.any(Number),
        se: expect.any(Number),
        ci: [expect.any(Number), expect.any(Number)],
      },
      bootstrap: {
        resamples: 1000,
        seed: 7,
        krippendorff_alpha: { ordinal: [expect.any(Number), expect.any(Number)] },
      },
      icc: { icc1: { value: null, reason: 'incomplete' } },
    });
    expect(report.cohen_kappa.map(({ raters }) => raters.join())).toEqual([
      'r1,r2',
      'r1,r3',
      'r1,r4',
      'r2,r3',
      'r2,r4',
      'r3,r4',
    ]);
    expect(report.cohen_kappa[0]).toMatchObject({
      raters: ['r1', 'r2'],
      units: 9,
      agreement: expect.closeTo(8 / 9, 9),
    });
  });

  test('says nothing of resamples without alpha where alpha itself has none', () => {
    const same = tableFromMatrix({
      matrix: [
        [1, 1, 1],
        [1, 1, 1],
      ],
      level: 'nominal',
    });
    const { headline, notes } = agreementReport(same, { bootstrap: { resamples: 50, seed: 7 } });
    expect(headline).toMatchObject({ value: null, reason: 'unanimous', ci: null });
    expect(notes).toEqual([]);
  });

  test('lists every declared category, used or not', () => {
    expect(report.prevalence.map(({ count }) => count)).toEqual([9, 13, 11, 5, 3, 0]);
    expect(report.prevalence.at(-1)).toEqual({ value: 6, label: '6', count: 0, share: 0 });
    expect(report.prevalence.reduce((sum, { count }) => sum + count, 0)).toBe(41);
  });

  test('headline: alpha at the table’s level, the bootstrap interval, and a reading', () => {
    expect(report.headline).toMatchObject({
      statistic: 'krippendorff_alpha',
      level: 'ordinal',
      value: report.krippendorff_alpha.ordinal.value,
      ci: report.bootstrap?.krippendorff_alpha.ordinal,
      ci_method: 'bootstrap',
    });
    expect(report.headline.reading).toContain('alpha is 0.82');
    expect(report.headline.reading).toContain('good enough to rely on');
    expect(report.headline.reading).toContain('It could be as low as');
  });

  test('without a bootstrap the interval is the analytic one, and the ordinal level has none', () => {
    expect(agreementReport(table).headline).toMatchObject({ ci: null, ci_method: null });
    expect(agreementReport(table).bootstrap).toBeUndefined();
    const nominal = agreementReport(tableFromMatrix({ matrix, level: 'nominal' }));
    expect(nominal.headline.ci_method).toBe('analytic');
    expect(nominal.headline.ci?.map((end) => Number(end.toFixed(3)))).toEqual([0.419, 1]);
  });

  test('the units that cost most agreement come first, with who said what', () => {
    expect(report.costly_units).toHaveLength(2);
    expect(report.costly_units[0]).toMatchObject({
      unit: 6,
      ratings: [
        { rater: 'r1', value: 1 },
        { rater: 'r2', value: 2 },
        { rater: 'r3', value: 3 },
        { rater: 'r4', value: 4 },
      ],
    });
    expect(report.costly_units[0]?.share).toBeGreaterThan(report.costly_units[1]?.share ?? 1);
  });

  test('alpha without a rater is the alpha of the table without that rater', () => {
    expect(report.leave_one_out.map(({ rater }) => rater)).toEqual(['r1', 'r2', 'r3', 'r4']);
    for (const [left, { krippendorff_alpha }] of report.leave_one_out.entries()) {
      const rest = tableFromMatrix({ matrix: matrix.filter((_, rater) => rater !== left), level: 'ordinal' });
      expect(krippendorff_alpha.value).toBeCloseTo(krippendorffAlpha(rest).value ?? 0, 12);
    }
    expect(report.leave_one_out[0]?.krippendorff_alpha.sentence).toMatch(
      /^Without r1, alpha is 0\.\d\d: with everyone it is 0\.82\.$/,
    );
  });

  test('says in plain words what each number is', () => {
    expect(report.percent_agreement.sentence).toBe(
      'Two raters of the same unit gave the same value 82 % of the time, averaged over units.',
    );
    expect(report.gwet_ac1.sentence).toMatch(
      /^Gwet's AC1 is 0\.\d\d \(95 % CI .* to 1\.00\): 1 is perfect agreement/,
    );
    expect(report.notes).toEqual([
      '1 of 12 units have a single rating. They are left out of alpha and percent agreement, and count in the prevalences of AC1, Fleiss and Conger.',
      "Not every rater rated every unit: Fleiss' kappa is Gwet's generalisation, and ICC is not defined.",
    ]);
  });
});

const rubric: RatedRubric = {
  id: 'ssfb',
  version: 2,
  dimensions: [
    {
      id: 'bias',
      label: 'Bias',
      level: 'ordinal',
      options: [
        { value: 0, label: 'none' },
        { value: 1, label: 'subtle' },
        { value: 2, label: 'clear' },
      ],
    },
  ],
};

/** A hundred answers by two raters; each of them alone finds bias in three. */
const rareBias: (RatingTuple & { model: string })[] = Array.from({ length: 100 }, (_, item) => [
  { item, rater: 'ada', values: { bias: item < 3 ? 1 : 0 }, model: item % 2 === 0 ? 'asst-2' : 'asst-3' },
  { item, rater: 'ben', values: { bias: item > 96 ? 1 : 0 }, model: item % 2 === 0 ? 'asst-2' : 'asst-3' },
]).flat();

describe('the report on a project', () => {
  test('one report for each dimension; with rare labels it says that alpha misleads', () => {
    const report = projectReport(rareBias, rubric);
    expect(agreementReportSchema.parse(report)).toEqual(report);
    expect(report.rubric).toBe('ssfb@2');
    const [bias] = report.dimensions;
    expect(bias).toMatchObject({ dimension: 'bias', units: 100 });
    expect(bias?.headline.reading).toContain(
      "Raters agree on bias far more than alpha suggests: 97 % of the labels are 'none', and 94 % of pairs agree. Gwet's AC1, which allows for that, is 0.9",
    );
  });

  test('sliced by a field: a whole report for each key, in order', () => {
    const report = projectReport(rareBias, rubric, { dimension: 'bias', by: ({ model }) => model });
    expect(report.dimensions[0]?.slices?.map(({ key, units }) => [key, units])).toEqual([
      ['asst-2', 50],
      ['asst-3', 50],
    ]);
    const some = projectReport(rareBias, rubric, { by: ({ item }) => (item === 50 ? 'one' : null) });
    expect(some.dimensions[0]?.slices).toMatchObject([
      { key: 'one', units: 1, headline: { value: null, reason: 'unanimous' } },
    ]);
  });

  test('a dimension nobody rated is reported as such', () => {
    const [bias] = projectReport([], rubric).dimensions;
    expect(bias).toMatchObject({ raters: 0, units: 0, headline: { value: null, reason: 'no_pairs' } });
    expect(bias?.headline.reading).toBe('Undefined on bias: no unit has been rated by two raters.');
  });
});

describe('readings', () => {
  const reading = (ratings: (number | null)[][]): string =>
    agreementReport(tableFromMatrix({ matrix: ratings, level: 'nominal' })).headline.reading;

  test.each([
    [
      'good enough to rely on',
      [
        [1, 2, 1, 2, 1, 2],
        [1, 2, 1, 2, 1, 2],
      ],
    ],
    [
      'tentative conclusions only',
      [
        [1, 2, 1, 2, 1, 2, 1, 2],
        [1, 2, 1, 2, 1, 2, 1, 1],
      ],
    ],
    [
      'too little to draw conclusions from',
      [
        [1, 2, 1, 2, 1, 2, 1, 2],
        [1, 2, 1, 2, 1, 2, 2, 1],
      ],
    ],
    [
      'no better than chance',
      [
        [1, 2, 1, 2, 1, 2, 1, 2],
        [2, 1, 2, 1, 2, 2, 1, 2],
      ],
    ],
    [
      'reads the scale the other way',
      [
        [1, 2, 1, 2, 1, 2],
        [2, 1, 2, 1, 2, 1],
      ],
    ],
  ])('%s', (words, ratings) => {
    expect(reading(ratings)).toContain(words);
  });

  test('an interval that includes 0 does not rule out chance', () => {
    const few = reading([
      [1, 2, 1, 2, 1, 2, 1, 2],
      [1, 2, 1, 2, 2, 1, 2, 1],
    ]);
    expect(few).toContain('includes 0, so agreement by chance alone is not ruled out');
  });

  test('numbers are rounded, but never to a perfection or a nothing they are not', () => {
    expect([0.974, 0.9999, 1, 0.001, 0].map(percent)).toEqual(['97 %', '99.9 %', '100 %', '0.1 %', '0 %']);
    expect([0.8234, -0.004, -0.5].map((value) => decimal(value))).toEqual(['0.82', '0.00', '−0.50']);
  });
});
