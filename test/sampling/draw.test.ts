import { describe, expect, test } from 'vitest';
import { type Candidate, draw, plan, populationOf, stratumKey } from '../../shared/sampling/draw.ts';
import { failureOf, unwrap } from '../support/engine.ts';
import { fc } from '../support/property.ts';
import { numbers } from '../support/transcripts.ts';

const LANGUAGES = ['de', 'en', null] as const;
const candidate = (n: number): Candidate => ({
  ref: `ref-${String(n).padStart(4, '0')}`,
  last: n % 2 === 0,
  model: n % 3 === 0 ? 'asst-1' : 'asst-2',
  model_version: null,
  language: LANGUAGES[n % 3] ?? null,
  use_case: null,
  groups: { country: n % 5 === 0 ? 'NG' : 'DE' },
});
const all = numbers(300).map(candidate);
const parameters = { strata: ['model'], where: '', answers: 'all' as const, size: 40, minPerStratum: 0 };

const refsOf = (candidates: readonly Candidate[], seed: number | string, given = {}): string[] => {
  const asked = { ...parameters, ...given };
  const population = unwrap(populationOf(candidates, asked));
  return draw(population, plan(population, asked), seed).map(({ candidate: { ref } }) => ref);
};

describe('a draw', () => {
  test('is the same for the same seed and content, in whatever order the content came', () => {
    const once = refsOf(all, 7);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(refsOf(order, 7)).toEqual(once);
      }),
      { numRuns: 20 },
    );
    expect(refsOf(all, '7'), 'a seed and its text are one seed').toEqual(once);
    expect(refsOf(all, 8)).not.toEqual(once);
  });

  test('takes no answer twice, and as many of each stratum as planned', () => {
    const population = unwrap(populationOf(all, parameters));
    const strata = plan(population, parameters);
    const drawn = draw(population, strata, 'seed');
    expect(new Set(drawn.map((own) => own.candidate.ref)).size).toBe(40);
    expect(strata).toEqual([
      { key: 'model=asst-1', population: 100, drawn: 13 },
      { key: 'model=asst-2', population: 200, drawn: 27 },
    ]);
    for (const { key, drawn: planned } of strata) {
      const own = drawn.filter(({ stratum }) => stratum === key);
      expect(own).toHaveLength(planned);
      expect(own.every((taken) => stratumKey(taken.candidate, ['model']) === key)).toBe(true);
    }
  });

  test('of more than there is gives all there is', () => {
    expect(refsOf(all, 7, { size: 1000 }).sort()).toEqual(all.map(({ ref }) => ref));
  });

  test('gives every answer the same chance', () => {
    const tally = new Map<string, number>();
    const few = all.slice(0, 10);
    for (const seed of numbers(3000))
      for (const ref of refsOf(few, seed, { size: 3, strata: [] })) tally.set(ref, (tally.get(ref) ?? 0) + 1);
    expect(tally.size).toBe(10);
    // 900 expected of 3,000 each, standard deviation 25.
    for (const count of tally.values()) expect(Math.abs(count - 900)).toBeLessThan(125);
  });

  test('is not grouped by stratum: the order tells nothing of it', () => {
    const models = refsOf(all, 7).map((ref) => Number(ref.slice(4)) % 3 === 0);
    const changes = models.filter((own, index) => index > 0 && own !== models[index - 1]).length;
    expect(changes).toBeGreaterThan(5);
  });
});

describe('the population', () => {
  const sizes = (given: object) => {
    const population = unwrap(populationOf(all, { ...parameters, ...given }));
    return Object.fromEntries([...population.strata].map(([key, own]) => [key, own.length]));
  };

  test('is what meets the filter, by the strata asked for; a missing value is a stratum of its own', () => {
    expect(sizes({ strata: [] })).toEqual({ all: 300 });
    expect(sizes({ strata: ['language'] })).toEqual({
      'language=de': 100,
      'language=en': 100,
      'language=(none)': 100,
    });
    expect(sizes({ strata: ['model', 'group.country'], where: 'language = de' })).toEqual({
      'model=asst-1, group.country=NG': 20,
      'model=asst-1, group.country=DE': 80,
    });
  });

  test('is only the last answers where those are asked for', () => {
    expect(sizes({ strata: [], answers: 'last' })).toEqual({ all: 150 });
  });

  test('is refused with the filter', () => {
    expect(failureOf(populationOf(all, { ...parameters, where: 'colour = red' })).code).toBe(
      'EXPRESSION_INVALID',
    );
  });
});
