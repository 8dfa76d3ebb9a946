import { describe, expect, test } from 'vitest';
import { readingText } from '../../../../renderer/catalogue/agreement-reading.ts';
import { coefficientRows } from '../../../../renderer/features/agreement/coefficient-rows.ts';
import { confusionCells, mostConfused } from '../../../../renderer/features/agreement/confusion-plot.ts';
import { readingIn } from '../../../../renderer/features/agreement/Reading.tsx';
import { raterRows } from '../../../../renderer/features/agreement/rater-rows.ts';
import type { AgreementReport } from '../../../../renderer/features/agreement/report.ts';
import { fieldsOf, fieldTitle } from '../../../../renderer/features/agreement/slice-fields.ts';
import { numberWithInterval, shareInterval } from '../../../../renderer/features/agreement/words.ts';
import { fileNameOf } from '../../../../renderer/ui/save-blob.ts';
import { detailedReport } from '../../../../shared/agreement/index.ts';
import { bandOf } from '../../../../shared/agreement/reading.ts';

const DAY = 86_400_000;
const OPTIONS = [1, 2, 3].map((value) => ({ value, label: ['Poor', 'Fair', 'Good'][value - 1] ?? '' }));
const rubric = {
  id: 'one',
  version: 1,
  dimensions: [{ id: 'quality', level: 'ordinal' as const, options: OPTIONS }],
};

/** Sixty answers by three raters; from the thirtieth on Cyd gives one less. */
function reported(): AgreementReport {
  const tuples = ['Ada', 'Ben', 'Cyd'].flatMap((rater) =>
    Array.from({ length: 60 }, (_, item) => ({
      rater,
      item,
      values: { quality: 1 + (item % 3) - (rater === 'Cyd' && item >= 30 && item % 3 > 0 ? 1 : 0) },
      at: Date.UTC(2026, 9, 1) + (item / 60) * DAY,
      activeMs: rater === 'Cyd' ? 4000 : 8000,
      categories: [],
      spans: [],
    })),
  );
  const evidence = {
    repeats: [],
    gold: [{ item: 'known', values: { quality: 2 } }],
    goldRatings: [{ rater: 'Cyd', item: 'known', values: { quality: 1 } }],
    versions: [],
    lengths: () => new Map<number, number>(),
  };
  return detailedReport(tuples, rubric, evidence);
}

const report = reported();
const quality = report.dimensions[0];
if (!quality) throw new Error('no dimension');

describe('the raters of a dimension', () => {
  const rows = raterRows(quality, report.raters);

  test('are set beside the others: the one who changed agrees least, is stricter, and is shown to have changed', () => {
    expect(rows.map(({ rater, ratings }) => [rater, ratings])).toEqual([
      ['Ada', 60],
      ['Ben', 60],
      ['Cyd', 60],
    ]);
    const [ada, , cyd] = rows;
    expect(cyd?.kappa).toBeLessThan(ada?.kappa ?? 0);
    expect(cyd?.leniency?.value).toBeLessThan(0);
    expect(cyd?.without?.value).toBe(1);
    expect(cyd?.time?.cusum).toMatchObject({ changed: true, turn: { before: 31 } });
    expect(cyd?.pace?.median).toBe(4000);
  });

  test('have known answers where they were asked any', () => {
    expect(rows.map(({ gold }) => gold && [gold.correct, gold.answers])).toEqual([null, null, [0, 1]]);
    expect(rows.every(({ again }) => again === null)).toBe(true);
  });
});

test('the confusion is shares of each row, and names what is confused most', () => {
  const cells = confusionCells(quality, OPTIONS);
  const sums = new Map<string, number>();
  for (const { row, share } of cells) sums.set(row, (sums.get(row) ?? 0) + (share ?? 0));
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
  expect(mostConfused(cells)?.share).toBeLessThan(0.5);
  // Of a value that nobody gave there are no shares.
  const unused = confusionCells(
    {
      categories: [1, 2],
      coincidences: [
        [4, 0],
        [0, 0],
      ],
    },
    OPTIONS,
  );
  expect(unused.map(({ share }) => share)).toEqual([1, 0, null, null]);
  expect(confusionCells({ categories: [1], coincidences: [[4]] }, OPTIONS)).toEqual([]);
});

test('an ordinal dimension has its weighted coefficients, with the headline’s interval beside its alpha', () => {
  const names = coefficientRows(quality).map(([name]) => name);
  expect(names).toContain("Gwet's AC2, quadratic weights");
  expect(names).toContain("Krippendorff's alpha, ordinal");
});

test('in German the figures are read in German, with the same conclusion', () => {
  const words = readingText.de;
  if (!words) throw new Error('no words');
  const { value } = quality.headline;
  expect(readingIn(words, quality)).toMatch(/^Alpha ist 0\.\d\d/);
  expect(readingIn(words, quality)).toContain(words.bands[bandOf(value ?? 0)]);
  const rare = {
    ...quality,
    headline: { ...quality.headline, value: 0.2, ci: [-0.1, 0.5] as [number, number] },
    prevalence: [{ value: 0, label: 'None', count: 97, share: 0.97 }],
    percent_agreement: { value: 0.95, pooled: 0.95, unanimous: 0.9, sentence: 'So often.' },
    gwet_ac1: { value: 0.94, sentence: 'AC1.' },
  };
  expect(readingIn(words, rare)).toMatch(/enthält 0.*97 % der Werte sind „None“.*AC1.* 0\.94\./);
});

test('slices are offered by fields with several values, by groups and by time', () => {
  const values = (n: number) => Array.from({ length: n }, (_, at) => ({ value: `v${at}`, answers: 1 }));
  const fields = fieldsOf([
    { field: 'model', values: values(2) },
    { field: 'language', values: values(1) },
    { field: 'group.country', values: values(3) },
    { field: 'finding', values: values(4) },
  ]);
  expect(fields).toEqual(['model', 'group.country', 'created_at:month', 'created_at:week']);
  expect(fields.map(fieldTitle)).toEqual(['Model', 'country (group)', 'Time, by month', 'Time, by week']);
});

test('numbers with intervals stay on one line', () => {
  expect(numberWithInterval({ value: 0.5, ci: [0.4, 0.6] })).toBe('0.50\u00a0(0.40\u00a0to\u00a00.60)');
  expect(shareInterval({ value: 0.5, ci: [0.4, 0.6] })).toBe('40 % to 60 %');
  expect(shareInterval({ value: null, reason: 'no_pairs' })).toBe('');
});

test('a plot is saved under its caption', () => {
  expect(fileNameOf("Cohen's kappa, pair by pair", 'svg')).toBe('cohen-s-kappa-pair-by-pair.svg');
});
