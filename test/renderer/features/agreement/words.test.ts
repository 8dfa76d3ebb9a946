import { describe, expect, test } from 'vitest';
import { placeOn } from '../../../../renderer/features/agreement/IntervalStrip.tsx';
import { cellFill } from '../../../../renderer/features/agreement/pair-plot.ts';
import { extremes, pairCells, ratersOf } from '../../../../renderer/features/agreement/pairs.ts';
import { type PairFigures, readReport } from '../../../../renderer/features/agreement/report.ts';
import { coefficient, intervalText, optionName } from '../../../../renderer/features/agreement/words.ts';
import { projectReport, type ReportedStatistic } from '../../../../shared/agreement/index.ts';

const ratings = ['ada', 'ben', 'cyd'].flatMap((rater, at) =>
  [1, 0, 1, 1].map((value, unit) => ({
    rater,
    item: unit,
    values: { sense: at === 2 && unit === 0 ? 0 : value, bias: 0 },
  })),
);
const rubric = {
  id: 'pair',
  version: 1,
  dimensions: ['sense', 'bias'].map((id) => ({
    id,
    level: 'nominal' as const,
    options: [
      { value: 0, label: 'No' },
      { value: 1, label: 'Yes' },
    ],
  })),
};

describe('a report read for the screen', () => {
  const read = readReport(JSON.parse(JSON.stringify(projectReport(ratings, rubric))));

  test('a report of the engine is read whole', () => {
    expect(read.ok && read.value.dimensions.map(({ dimension }) => dimension)).toEqual(['sense', 'bias']);
  });

  test('a dimension without variation says so instead of showing a number', () => {
    const bias = read.ok ? read.value.dimensions[1] : undefined;
    expect(bias && coefficient(bias.headline)).toBe('undefined: everyone agreed');
  });

  test('something else is a failure, not an empty screen', () => {
    const wrong = readReport({ rubric: 'pair@1', dimensions: [{ dimension: 'sense' }] });
    expect(!wrong.ok && wrong.error.message).toContain('dimensions.0');
  });
});

describe('numbers', () => {
  test('have two decimals, a true minus sign, and an interval in words', () => {
    expect(coefficient({ value: -0.0512 })).toBe('−0.05');
    expect(intervalText({ value: 0.5, ci: [0.414, 0.58] })).toBe('0.41 to 0.58');
    expect(intervalText({ value: 0.5 })).toBe('');
  });
});

test('an option is named by value and label', () => {
  const options = [
    { value: 1, label: 'Subtle' },
    { value: 3, label: '3' },
  ];
  expect(optionName(options, 1)).toBe('1 Subtle');
  expect(optionName(options, 3)).toBe('3');
  expect(optionName(options, 7)).toBe('7');
});

describe('pairs', () => {
  const kappa = (value: number | null): ReportedStatistic =>
    value === null
      ? { value, reason: 'no_pairs', sentence: 'No shared items.' }
      : { value, sentence: 'Kappa.' };
  const pair = (one: string, other: string, value: number | null): PairFigures => ({
    raters: [one, other],
    units: 30,
    agreement: 0.5,
    unweighted: kappa(value),
    linear: kappa(0.5),
    quadratic: kappa(0.6),
  });
  const pairs = [pair('ada', 'ben', 0.4), pair('ada', 'cyd', 0.1), pair('cyd', 'ben', null)];

  test('fill the lower triangle, whichever way round a pair is named', () => {
    expect(ratersOf(pairs)).toEqual(['ada', 'ben', 'cyd']);
    expect(pairCells(pairs, 'unweighted').map(({ row, column }) => [row, column])).toEqual([
      ['ben', 'ada'],
      ['cyd', 'ada'],
      ['cyd', 'ben'],
    ]);
    expect(pairCells(pairs, 'linear')[0]?.figure.value).toBe(0.5);
  });

  test('the extremes leave out pairs without a value', () => {
    const found = extremes(pairCells(pairs, 'unweighted'));
    expect(found?.least).toMatchObject({ row: 'cyd', column: 'ada' });
    expect(found?.most).toMatchObject({ row: 'ben', column: 'ada' });
    expect(extremes([])).toBeNull();
  });

  test('cells are tinted by value, amber below zero, bare where undefined', () => {
    expect(cellFill(1)).toEqual({ colour: 'var(--accent)', tint: 0.45 });
    expect(cellFill(-2)).toEqual({ colour: 'var(--attention)', tint: 0.45 });
    expect(cellFill(null).tint).toBe(0);
  });
});

test('the interval strip runs from -0.2 to 1 and holds what lies below at its end', () => {
  expect(placeOn(1)).toBe(120);
  expect(placeOn(-0.2)).toBe(0);
  expect(placeOn(-0.9)).toBe(0);
  expect(placeOn(0.4)).toBeCloseTo(60, 10);
});
