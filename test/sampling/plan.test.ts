import { describe, expect, test } from 'vitest';
import { isFault } from '../../shared/contract/errors.ts';
import { drawParameters } from '../../shared/contract/sampling.ts';
import { UNKNOWN_SPREADS } from '../../shared/sampling/allocation.ts';
import { stated } from '../../shared/sampling/parameters.ts';
import { type Counted, planDraw, refuseContradictions } from '../../shared/sampling/plan.ts';

const counted = (sizes: Record<string, number>): Counted => ({
  strata: Object.entries(sizes).map(([key, population]) => ({
    key,
    population,
    weights: [{ weight: 1, population }],
  })),
  leftOut: { rated: 0, sampled: 0 },
  spreads: UNKNOWN_SPREADS,
});
const asked = (given: object = {}) =>
  drawParameters.parse({ size: 100, seed: 7, strata: ['model'], ...given });
const failureOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (isFault(error)) return error.failure;
    throw error;
  }
  throw new Error('this was to be refused');
};

describe('a plan', () => {
  test('tells what each stratum and all of them give, and how well a rate would be known', () => {
    const plan = planDraw(counted({ a: 800, b: 200 }), asked(), 0.1);
    expect(plan).toMatchObject({
      population: 1000,
      items: 100,
      strategy: 'stratified',
      allocation: 'proportional',
    });
    expect(plan.strata.map(({ key, drawn }) => [key, drawn])).toEqual([
      ['a', 80],
      ['b', 20],
    ]);
    expect(plan.half_width).toBeCloseTo(0.093, 3);
    expect(plan.half_width_at_rate).toBeCloseTo(0.0558, 3);
    expect(plan.strata[1]?.half_width).toBeCloseTo(0.2084, 3);
  });

  test('has no interval over all where a stratum gives nothing, and says so', () => {
    const plan = planDraw(counted({ a: 10_000, b: 20 }), asked({ size: 50 }), undefined);
    expect(plan.half_width).toBeNull();
    expect(plan.warnings[0]).toContain('1 of 2 strata give nothing');
  });

  test('warns of strata that would give too few, and of a size beyond what there is', () => {
    expect(planDraw(counted({ a: 100, b: 100 }), asked({ size: 8 }), undefined).warnings[0]).toContain(
      'too few',
    );
    expect(planDraw(counted({ a: 20, b: 30 }), asked(), undefined).warnings[0]).toContain('Only 50 answers');
    expect(planDraw(counted({}), asked(), undefined).warnings).toEqual(['No answer meets the filter.']);
  });

  test('is refused where the minimums come to more than the size, with both named', () => {
    const { code, message } = failureOf(() =>
      planDraw(counted({ a: 500, b: 500, c: 8 }), asked({ size: 40, minPerStratum: 20 }), undefined),
    );
    expect(code).toBe('SAMPLE_TOO_SMALL');
    expect(message).toBe('A minimum of 20 from each of 3 strata comes to 48, and the size is 40.');
  });

  test('of a weighted draw is worth less for a rate over all', () => {
    const weighted: Counted = {
      ...counted({}),
      strata: [
        {
          key: 'all',
          population: 1000,
          weights: [
            { weight: 1, population: 900 },
            { weight: 5, population: 100 },
          ],
        },
      ],
    };
    const simple = planDraw(counted({ all: 1000 }), asked({ strata: [] }), undefined);
    const plan = planDraw(weighted, asked({ strata: [], strategy: 'weighted' }), undefined);
    expect(plan.half_width ?? 0).toBeGreaterThan(1.1 * (simple.half_width ?? 0));
  });
});

describe('parameters', () => {
  test.each([
    { strategy: 'simple' },
    { strategy: 'stratified', strata: [] },
    { strata: [], allocation: 'equal' },
    { allocation: 'neyman' },
    { dimension: 'bias' },
    { weights: [{ where: 'rated = true', weight: 2 }] },
  ])('%j contradict each other', (given) => {
    expect(failureOf(() => refuseContradictions(asked(given))).code).toBe('SAMPLE_PLAN_INVALID');
  });

  test('are written down without what was left at its default, so that their digest stays what it was', () => {
    expect(stated(asked())).toEqual({
      size: 100,
      seed: 7,
      strata: ['model'],
      minPerStratum: 0,
      where: '',
      answers: 'all',
    });
    expect(stated(asked({ strategy: 'stratified' }))).toEqual(stated(asked()));
    expect(stated(asked({ strategy: 'systematic', includeRated: true }))).toMatchObject({
      strategy: 'systematic',
      includeRated: true,
    });
  });
});
