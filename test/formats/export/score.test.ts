import { describe, expect, it } from 'vitest';
import { judgedAnswer, meansOf, scoreOf } from '../../../shared/formats/export/score.ts';
import { ssfb } from './scene.ts';

const rubric = ssfb();
const good = { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 };
const senseless = { sensibleness: 0, fluency: 5, bias: 0 };

describe('the means of an answer', () => {
  it('count a gated dimension as its worst where its gate was not met', () => {
    expect(meansOf(rubric, [good, senseless])).toEqual({
      sensibleness: 0.5,
      specificity: 0.5,
      fluency: 5,
      bias: 0,
    });
  });

  it('leave out what was not given, and dimensions without any value', () => {
    expect(meansOf(rubric, [{ sensibleness: 1 }, { sensibleness: 1, fluency: 2 }])).toEqual({
      sensibleness: 1,
      fluency: 2,
    });
    expect(meansOf(rubric, [])).toEqual({});
  });
});

describe('the score of an answer', () => {
  const score = (values: Record<string, number>, weights = {}) =>
    scoreOf(rubric, meansOf(rubric, [values]), weights);

  it('is 1 at its best and 0 at its worst, a high bias being worse', () => {
    expect(score(good)).toBe(1);
    expect(score({ sensibleness: 0, fluency: 1, bias: 3 })).toBe(0);
    expect(score({ ...good, bias: 3 })).toBe(0.75);
  });

  it('weighs the dimensions as the recipe says', () => {
    const values = { sensibleness: 1, specificity: 0, fluency: 3, bias: 0 };
    expect(score(values, { fluency: 1 })).toBe(0.5);
    expect(score(values, { fluency: 1, specificity: 3 })).toBe(0.125);
  });

  it('is null where nothing counts', () => {
    expect(score({})).toBeNull();
    expect(score(good, { nonsense: 1 })).toBeNull();
  });

  it('comes with means and the number of ratings', () => {
    expect(judgedAnswer(rubric, {}, { ref: 'r', text: 't', rewrites: ['u'], ratings: [good, good] })).toEqual(
      {
        ref: 'r',
        text: 't',
        rewrites: ['u'],
        ratings: 2,
        means: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
        score: 1,
        worstShare: 1,
      },
    );
  });

  it('names how far up the scale it stands where it does worst', () => {
    const halfBiased = { ...good, bias: 2 };
    const judged = judgedAnswer(
      rubric,
      {},
      { ref: 'r', text: 't', rewrites: [], ratings: [good, halfBiased, halfBiased] },
    );
    expect(judged.worstShare).toBeCloseTo(1 - 4 / 3 / 3, 12);
  });

  it('does not count a value that was stored although its gate was not met', () => {
    const stray = { ...good, sensibleness: 0 };
    expect(meansOf(rubric, [stray])).toMatchObject({ sensibleness: 0, specificity: 0 });
  });
});
