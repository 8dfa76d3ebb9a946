import { describe, expect, test } from 'vitest';
import { allocateBy, UNKNOWN_SPREADS } from '../../shared/sampling/allocation.ts';
import { draw } from '../../shared/sampling/draw.ts';
import { members, populations } from '../../shared/sampling/frame.ts';
import type { Strategy } from '../../shared/sampling/parameters.ts';
import { fc } from '../support/property.ts';
import { numbers } from '../support/transcripts.ts';
import { frameOf, type TestAnswer } from './frames.ts';

const LANGUAGES = ['de', 'en', null] as const;
interface Known extends TestAnswer {
  language: string | null;
  country: string;
  last: boolean;
}
const answer = (n: number): Known => ({
  ref: `ref-${String(n).padStart(4, '0')}`,
  stratum: `model=${n % 3 === 0 ? 'asst-1' : 'asst-2'}`,
  language: LANGUAGES[n % 3] ?? null,
  country: n % 5 === 0 ? 'NG' : 'DE',
  last: n % 2 === 0,
});
const all = numbers(300).map(answer);
const asked = { rule: 'proportional' as const, size: 40, minimum: 0, spreads: UNKNOWN_SPREADS };

function refsOf(
  answers: readonly TestAnswer[],
  seed: number | string,
  given: Partial<typeof asked> & { strategy?: Strategy } = {},
): string[] {
  const { frame, refs } = frameOf(answers);
  const { strategy = 'stratified', ...rest } = given;
  const strata = allocateBy(populations(frame), { ...asked, ...rest });
  return draw(frame, strata, seed, strategy).map(({ answer: place }) => refs[place] ?? '');
}
const unstratified = (answers: readonly TestAnswer[]) => answers.map(({ ref }) => ({ ref, stratum: 'all' }));

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

  // Written down from the first version that drew samples: those have to come out again.
  test('is what the seed has always given', () => {
    const listed = (refs: readonly string[]): string => refs.map((ref) => Number(ref.slice(4))).join(' ');
    expect(listed(refsOf(all, 7, { size: 12 }))).toBe('108 279 236 120 110 59 296 45 208 146 263 293');
    expect(listed(refsOf(unstratified(all), 'october', { size: 12 }))).toBe(
      '33 188 247 178 151 238 92 283 232 126 125 220',
    );
    const last = all
      .filter((own) => own.last)
      .map(({ ref, language, country }) => ({
        ref,
        stratum: `language=${language ?? '(none)'}, group.country=${country}`,
      }));
    expect(listed(refsOf(last, 7, { size: 12, minimum: 1 }))).toBe(
      '224 152 58 188 96 234 118 140 240 22 132 160',
    );
  });

  test('takes no answer twice, and as many of each stratum as planned', () => {
    const { frame } = frameOf(all);
    const strata = allocateBy(populations(frame), asked);
    const drawn = draw(frame, strata, 'seed', 'stratified');
    expect(new Set(drawn.map((own) => own.answer)).size).toBe(40);
    expect(strata).toEqual([
      { key: 'model=asst-1', population: 100, drawn: 13 },
      { key: 'model=asst-2', population: 200, drawn: 27 },
    ]);
    for (const [place, { key, drawn: planned, population }] of strata.entries()) {
      const own = drawn.filter(({ stratum }) => stratum === key);
      expect(own).toHaveLength(planned);
      for (const { answer: one, inclusion } of own) {
        expect(members(frame)[place]).toContain(one);
        expect(inclusion).toBe(planned / population);
      }
    }
  });

  test('of more than there is gives all there is', () => {
    for (const strategy of ['simple', 'systematic', 'weighted'] as const) {
      const drawn = refsOf(unstratified(all), 7, { size: 1000, strategy });
      expect(drawn.sort(), strategy).toEqual(all.map(({ ref }) => ref));
    }
  });

  test('gives every answer the same chance', () => {
    const few = unstratified(all.slice(0, 10));
    for (const strategy of ['simple', 'systematic'] as const) {
      const tally = new Map<string, number>();
      for (const seed of numbers(3000))
        for (const ref of refsOf(few, seed, { size: 3, strategy })) tally.set(ref, (tally.get(ref) ?? 0) + 1);
      expect(tally.size).toBe(10);
      // 900 expected of 3,000 each, standard deviation 25.
      for (const count of tally.values()) expect(Math.abs(count - 900), strategy).toBeLessThan(125);
    }
  });

  test('is not grouped by stratum: the order tells nothing of it', () => {
    const models = refsOf(all, 7).map((ref) => Number(ref.slice(4)) % 3 === 0);
    const changes = models.filter((own, index) => index > 0 && own !== models[index - 1]).length;
    expect(changes).toBeGreaterThan(5);
  });
});

describe('a systematic draw', () => {
  const timed = all.map((own, n) => ({
    ref: own.ref,
    stratum: 'all',
    time: n % 10 === 9 ? null : (n * 7919) % 1000,
  }));

  test('takes every so manyth answer in the order of time, those without one last', () => {
    const { frame, refs } = frameOf(timed);
    const order = timed
      .toSorted(
        (a, b) =>
          (a.time ?? Number.POSITIVE_INFINITY) - (b.time ?? Number.POSITIVE_INFINITY) ||
          (a.ref < b.ref ? -1 : 1),
      )
      .map(({ ref }) => ref);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (seed, size) => {
        const strata = [{ key: 'all', drawn: size }];
        const places = draw(frame, strata, seed, 'systematic')
          .map(({ answer: one }) => order.indexOf(refs[one] ?? ''))
          .sort((a, b) => a - b);
        expect(new Set(places).size).toBe(size);
        const interval = 300 / size;
        places.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(Math.floor(i * interval));
          expect(place).toBeLessThan(Math.ceil((i + 1) * interval));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a weighted draw', () => {
  const weighted = numbers(400).map((n) => ({
    ref: `ref-${String(n).padStart(4, '0')}`,
    stratum: 'all',
    weight: n % 4 === 0 ? 5 : 1,
  }));
  const { frame } = frameOf(weighted);

  test('prefers the heavier answers, and gives each a chance by which totals come out right', () => {
    let heavy = 0;
    let total = 0;
    let share = 0;
    const draws = 400;
    for (const seed of numbers(draws)) {
      const drawn = draw(frame, [{ key: 'all', drawn: 60 }], seed, 'weighted');
      expect(drawn).toHaveLength(60);
      for (const { answer: one, inclusion } of drawn) {
        expect(inclusion).toBeGreaterThan(0);
        expect(inclusion).toBeLessThanOrEqual(1);
        const isHeavy = frame.weight?.[one] === 5;
        heavy += isHeavy ? 1 : 0;
        total += 1 / inclusion;
        share += isHeavy ? 1 / inclusion : 0;
      }
    }
    // Expected when 100 weigh 5 and 300 weigh 1: about 35 of the 60.
    expect(heavy / draws).toBeGreaterThan(33);
    expect(heavy / draws).toBeLessThan(38);
    expect(Math.abs(total / draws - 400)).toBeLessThan(8);
    expect(Math.abs(share / draws - 100)).toBeLessThan(3);
  });

  test('does not depend on the order the content came in', () => {
    const once = refsOf(weighted, 3, { strategy: 'weighted', size: 20 });
    expect(refsOf(weighted.toReversed(), 3, { strategy: 'weighted', size: 20 })).toEqual(once);
  });
});
