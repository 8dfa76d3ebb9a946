import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { agreementReportSchema, projectReport, type RatingTuple, ssa } from '../../shared/agreement/index.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { dataText, hasData } from './data.ts';

const present = hasData('fed/ratings.jsonl') && hasData('fed/rubric.json');
const line = z.object({
  conversation: z.string(),
  rater: z.string(),
  values: z.record(z.string(), z.number().nullable()),
});

describe.skipIf(!present)('the FED ratings (Mehri and Eskenazi 2020)', () => {
  test('every dimension has an alpha, AC2 and a reading', () => {
    const rubric = parseRubric(JSON.parse(dataText('fed/rubric.json')));
    if (!rubric.ok) throw new Error(rubric.error.message);
    const tuples: RatingTuple[] = dataText('fed/ratings.jsonl')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => line.parse(JSON.parse(text)))
      .map(({ conversation, rater, values }) => ({ item: conversation, rater, values }));
    const report = agreementReportSchema.parse(
      projectReport(tuples, rubric.value, { bootstrap: { resamples: 200, seed: 7 } }),
    );
    expect(report.rubric).toBe('fed@1');
    expect(report.dimensions.map(({ dimension }) => dimension)).toEqual(
      rubric.value.dimensions.map(({ id }) => id),
    );
    for (const { headline, gwet_ac2, units, raters, ratings } of report.dimensions) {
      expect({ units, raters }).toEqual({ units: 375, raters: 5 });
      expect(ratings).toBeGreaterThan(1800);
      expect(headline.value).toBeGreaterThan(0);
      expect(headline.value).toBeLessThan(0.667);
      expect(headline.ci?.[0]).toBeLessThan(headline.value ?? 0);
      expect(headline.ci?.[1]).toBeGreaterThan(headline.value ?? 0);
      expect(gwet_ac2.ordinal.value).toBeGreaterThan(0);
    }
    expect(ssa(tuples, rubric.value)).toEqual({ value: null, reason: 'level' });
  });
});
