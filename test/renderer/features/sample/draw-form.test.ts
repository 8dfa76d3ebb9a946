import { describe, expect, test } from 'vitest';
import {
  type DrawForm,
  defaultDraw,
  drawParameters,
  seedOf,
  seedOfDay,
} from '../../../../renderer/features/sample/draw-form.ts';
import { NO_FILTER } from '../../../../renderer/features/sample/filter-form.ts';

const day = new Date(2026, 9, 2, 23, 59);
const form = (given: Partial<DrawForm> = {}): DrawForm => ({ ...defaultDraw(day), ...given });
const problemsOf = (given: Partial<DrawForm>) => {
  const result = drawParameters(form(given));
  return result.ok ? {} : result.problems;
};

describe('the draw form', () => {
  test('starts from a draw that can be made at once: 100 items, seeded by the day', () => {
    expect(seedOfDay(day)).toBe('20261002');
    expect(drawParameters(form())).toEqual({
      ok: true,
      parameters: {
        size: 100,
        seed: 20261002,
        strata: [],
        minPerStratum: 0,
        answers: 'all',
        where: '',
        strategy: 'simple',
        allocation: 'proportional',
        candidatesOnly: false,
        comparisons: false,
        includeRated: false,
        excludeSampled: false,
      },
      rate: undefined,
    });
  });

  test('digits are the same seed as on a command line, words stay words', () => {
    expect(seedOf(' 7 ')).toBe(7);
    expect(seedOf('october')).toBe('october');
    expect(seedOf('1234567890123456789')).toBe('1234567890123456789');
  });

  test.each(['0', '', '12.5', '-3', 'many'])('size %j is refused beside its field', (size) => {
    expect(problemsOf({ size })).toEqual({ size: 'A whole number, 1 or more' });
  });

  test('strata count only where the strategy has them, and a stratified draw wants some', () => {
    const strata = { strata: ['model'], minPerStratum: 'x', allocation: 'equal' as const };
    expect(drawParameters(form(strata))).toMatchObject({
      parameters: { strata: [], minPerStratum: 0, allocation: 'proportional' },
    });
    expect(problemsOf({ ...strata, strategy: 'systematic' })).toEqual({
      minPerStratum: 'A whole number, 0 or more',
    });
    expect(problemsOf({ strategy: 'stratified' })).toEqual({ strata: 'Choose at least one field' });
  });

  test('an allocation by spread wants a dimension', () => {
    const neyman = { strategy: 'stratified' as const, strata: ['model'], allocation: 'neyman' as const };
    expect(problemsOf(neyman)).toEqual({ dimension: 'Choose a dimension' });
    expect(drawParameters(form({ ...neyman, dimension: 'bias' }))).toMatchObject({
      parameters: { dimension: 'bias' },
    });
  });

  test('a weight of its own becomes a rule on negative feedback', () => {
    const usual = drawParameters(form({ strategy: 'weighted' }));
    expect(usual.ok && usual.parameters.weights).toBe(undefined);
    const heavier = drawParameters(form({ strategy: 'weighted', weight: '20' }));
    expect(heavier.ok && heavier.parameters.weights?.[0]?.weight).toBe(20);
    expect(problemsOf({ strategy: 'weighted', weight: '0' })).toEqual({ weight: 'A number above 0' });
  });

  test('an expected rate is given in percent', () => {
    expect(drawParameters(form({ rate: '2,5' }))).toMatchObject({ rate: 0.025 });
    expect(problemsOf({ rate: '101' })).toEqual({ rate: 'From 0 to 100' });
  });

  test('a filter that cannot be read is told beside it', () => {
    const filter = { ...NO_FILTER, mode: 'text' as const, text: 'language =' };
    expect(problemsOf({ filter }).filter).toContain('character 11');
  });

  test('draws answers side by side: all of a conversation, which is one comparison', () => {
    const drawn = drawParameters(form({ comparisons: true, answers: 'one', candidatesOnly: true }));
    expect(drawn.ok && drawn.parameters).toMatchObject({
      comparisons: true,
      answers: 'all',
      candidatesOnly: false,
    });
  });
});
