import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/domain/preference.ts';
import type { JudgedComparison } from '../../../shared/formats/export/judged.ts';
import { answerOf, built, contextOf, PREFERENCE } from './scene.ts';

type Vote = Choice | [Choice, 1 | 2 | 3];
const compared = (texts: readonly string[], ...votes: Vote[]): JudgedComparison => ({
  ref: 'k#1',
  candidates: texts.map((text) => ({ ref: `ref of ${text}`, text })),
  votes: votes.map((vote) =>
    Array.isArray(vote) ? { choice: vote[0], strength: vote[1] } : { choice: vote, strength: null },
  ),
});
const exported = (comparison: JudgedComparison, given: object = {}) =>
  built([contextOf('q', [], [comparison])], { ...PREFERENCE, ...given });
const pairsIn = (comparison: JudgedComparison) =>
  exported(comparison).rows.map(({ record }) => [record.chosen[0].content, record.rejected[0].content]);

describe('preferences from comparisons', () => {
  it('are the answer that most raters preferred over each of the others', () => {
    expect(pairsIn(compared(['a', 'b'], 1, 1, 0))).toEqual([['b', 'a']]);
    expect(pairsIn(compared(['a', 'b', 'c'], 2, 2, 'tie'))).toEqual([
      ['c', 'a'],
      ['c', 'b'],
    ]);
  });

  it('come with the raters, their votes, the majority and how strong it was', () => {
    const { rows } = exported(compared(['a', 'b'], [1, 3], [1, 2], 'tie'));
    expect(rows.map(({ evidence }) => evidence)).toEqual([
      {
        kind: 'comparison',
        chosen: 'ref of b',
        rejected: 'ref of a',
        raters: 3,
        votes: 2,
        majority: 2 / 3,
        strength: 2.5,
      },
    ]);
    expect(exported(compared(['a', 'b'], 0)).rows[0]?.evidence).toMatchObject({
      majority: 1,
      strength: null,
    });
  });

  it.each<[string, JudgedComparison, Record<string, number>]>([
    ['most found equal', compared(['a', 'b'], 'tie', 'tie', 0), { comparison_tied: 1 }],
    ['most found bad', compared(['a', 'b'], 'both_bad'), { comparison_all_bad: 1 }],
    ['raters are divided over', compared(['a', 'b'], 0, 1), { comparison_undecided: 1 }],
    ['has the same text twice', compared(['a', 'a'], 0), { same_text: 1 }],
  ])('leave out what %s, and say so', (_what, comparison, dropped) => {
    const found = exported(comparison);
    expect(found.rows).toEqual([]);
    expect(found.dropped).toEqual(dropped);
  });

  it('need as many raters as the recipe asks for, and are left out where it wants none', () => {
    expect(exported(compared(['a', 'b'], 0), { minRatings: 2 }).dropped).toEqual({ too_few_ratings: 1 });
    const without = exported(compared(['a', 'b'], 0), { comparisons: false });
    expect([without.rows, without.dropped]).toEqual([[], {}]);
  });

  it('stand beside those from rewrites and scores; one that says the opposite takes both away', () => {
    const answers = [answerOf('a', { score: 1, rewrites: ['better'] }), answerOf('b', { score: 0 })];
    const { rows, dropped } = built([contextOf('q', answers, [compared(['a', 'b'], 1)])], PREFERENCE);
    expect(rows.map(({ record }) => record.chosen[0].content)).toEqual(['better']);
    expect(dropped).toEqual({ contradictory: 2 });
    const agreed = built([contextOf('q', answers, [compared(['a', 'b'], 0)])], PREFERENCE);
    expect(agreed.rows.map(({ evidence }) => evidence.kind)).toEqual(['rewrite', 'comparison']);
    expect(agreed.dropped).toEqual({ duplicate: 1 });
  });
});
