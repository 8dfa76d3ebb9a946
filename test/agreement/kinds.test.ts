import { describe, expect, test } from 'vitest';
import type { RatingTuple } from '../../shared/agreement/dimension-value.ts';
import { agreementReport, dimensionReportSchema, tableFromRatings } from '../../shared/agreement/index.ts';
import { review } from '../support/rubric.ts';

type Values = RatingTuple['values'];

/** Two raters on each item; `null` where one gave nothing. */
const rated = (...items: [Values | null, Values | null][]): RatingTuple[] =>
  items.flatMap((pair, item) =>
    pair.flatMap((values, index) => (values ? [{ item, rater: index === 0 ? 'Ada' : 'Ben', values }] : [])),
  );

const reportOn = (dimension: string, tuples: readonly RatingTuple[]) =>
  dimensionReportSchema.parse(agreementReport(tableFromRatings(tuples, dimension, review)));

describe('agreement on a slider', () => {
  const numbers = [10, 30, 50, 90, 75];
  const report = reportOn(
    'usefulness',
    rated(...numbers.map((n): [Values, Values] => [{ usefulness: n }, { usefulness: n + 5 }])),
  );

  test('goes by the distance of its numbers', () => {
    expect(report.level).toBe('interval');
    expect(report.headline.value).toBe(report.krippendorff_alpha.interval.value);
    expect(report.headline.value).toBeGreaterThan(0.9);
    expect(report.krippendorff_alpha.nominal.value).toBe(0);
  });

  test('has every stop as a category, and numbers that are all finite', () => {
    expect(report.categories).toHaveLength(101);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });
});

describe('agreement on several categories', () => {
  const report = reportOn(
    'faults',
    rated(
      [{ faults: ['tone', 'too_long'] }, { faults: ['too_long', 'tone'] }],
      [{ faults: [] }, { faults: [] }],
      [{ faults: ['unclear'] }, { faults: ['unclear', 'tone'] }],
    ),
  );

  test('takes the same set for the same, whatever its order, and none for an answer', () => {
    expect(report.prevalence.map(({ value, label, count }) => [value, label, count])).toEqual([
      ['none', 'none', 2],
      ['too_long + tone', 'Too long + Tone', 2],
      ['unclear', 'Unclear', 1],
      ['unclear + tone', 'Unclear + Tone', 1],
    ]);
    expect(report.percent_agreement.value).toBeCloseTo(2 / 3);
  });
});

describe('free text', () => {
  test('has no agreement, and says why', () => {
    const report = reportOn(
      'advice',
      rated([{ advice: 'Shorter.' }, { advice: 'Shorter!' }], [{ advice: 'No.' }, null]),
    );
    expect(report.headline).toMatchObject({
      value: null,
      reason: 'level',
      reading: 'Undefined on advice: texts cannot be compared; 3 were written.',
    });
    expect(report).toMatchObject({ ratings: 0, units: 0, categories: [], costly_units: [] });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });
});

describe('a gate that a category or a number opens', () => {
  test('leaves out by design who did not choose it', () => {
    const tuples = rated(
      [{ faults: ['other'], other_fault: 'Rude.' }, { faults: ['tone'] }],
      [{ faults: [] }, { faults: ['tone'], other_fault: 'kept from before' }],
    );
    const report = reportOn('other_fault', tuples);
    expect(report.not_asked).toBe(3);
    expect(report.notes[0]).toContain('asked only where faults includes other');
  });
});

describe('what a rater could not judge', () => {
  test('is missing, counted by itself and by reason, and no disagreement', () => {
    const given = rated([{ correctness: 2 }, { correctness: 2 }], [{ correctness: 0 }, { correctness: 0 }]);
    const unsure = ['knowledge', 'knowledge', 'context'].map(
      (reason, index): RatingTuple => ({
        item: 2 + index,
        rater: 'Ben',
        values: {},
        cannot: { correctness: reason },
      }),
    );
    const report = reportOn('correctness', [...given, ...unsure]);
    expect(report).toMatchObject({ cannot_judge: 3, ratings: 4, units: 2 });
    expect(report.headline.value).toBe(1);
    expect(report.notes).toContain(
      'In 3 ratings it could not be judged (2 knowledge, 1 context). They count as missing, not as disagreement.',
    );
  });
});
