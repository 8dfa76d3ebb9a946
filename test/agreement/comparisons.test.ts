import { describe, expect, it } from 'vitest';
import {
  comparisonRubric,
  comparisonTuples,
  signedStrength,
} from '../../shared/agreement/comparison-tuples.ts';
import { type ComparedRating, comparisonFigures } from '../../shared/agreement/comparisons.ts';
import { projectReport } from '../../shared/agreement/index.ts';
import { ssfb } from '../support/rubric.ts';

const rated = (
  item: number,
  rater: string,
  choice: ComparedRating['preference']['choice'],
  given: Partial<ComparedRating> & { strength?: 1 | 2 | 3 } = {},
): ComparedRating => {
  const { strength = null, ...rest } = given;
  return {
    item: `i${item}`,
    rater,
    candidates: 2,
    preference: { choice, strength },
    judged: {},
    shown: [],
    ...rest,
  };
};

describe('the place an answer is shown at', () => {
  it('has its share of wins with an interval, beside what chance would give', () => {
    const ratings = Array.from({ length: 100 }, (_, n) => rated(n, 'a', n < 80 ? 1 : 0, { shown: [1, 0] }));
    const { places, sentence } = comparisonFigures(ratings);
    expect(places).toMatchObject([
      { place: 1, shown: 100, wins: 80, share: 0.8, expected: 0.5 },
      { place: 2, shown: 100, wins: 20, share: 0.2, expected: 0.5 },
    ]);
    // Wilson 1927: 80 of 100.
    expect(places[0]?.ci?.map((end) => Number(end.toFixed(4)))).toEqual([0.7112, 0.8666]);
    expect(sentence).toContain('Raters lean to what comes first');
  });

  it('counts ties and comparisons of unknown order in no share', () => {
    const ratings = [rated(1, 'a', 'tie', { shown: [0, 1] }), rated(2, 'a', 0), rated(3, 'a', 'both_bad')];
    expect(comparisonFigures(ratings)).toMatchObject({
      items: 3,
      ratings: 3,
      decided: 1,
      ties: 1,
      both_bad: 1,
      places: [],
      sentence: 'No comparison was decided of which it is known in which order its answers were shown.',
    });
  });

  it('is expected to win less where more answers are compared', () => {
    const two = rated(1, 'a', 0, { shown: [0, 1] });
    const four = rated(2, 'a', 2, { candidates: 4, shown: [2, 0, 3, 1] });
    const { places } = comparisonFigures([two, four]);
    expect(places.map(({ shown, wins }) => [shown, wins])).toEqual([
      [2, 2],
      [2, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(places[0]?.expected).toBeCloseTo(0.375);
  });
});

describe('preferences as a dimension', () => {
  it('agree where raters name the same answer, whatever the place and the strength', () => {
    const ratings = [
      rated(1, 'a', 0, { strength: 1, shown: [0, 1] }),
      rated(1, 'b', 0, { strength: 3, shown: [1, 0] }),
      rated(2, 'a', 1),
      rated(2, 'b', 1),
      rated(3, 'a', 'tie'),
      rated(3, 'b', 'tie'),
    ];
    const report = projectReport(comparisonTuples(ratings), comparisonRubric(ssfb, ratings));
    const [preference, strength] = report.dimensions;
    expect(preference).toMatchObject({ dimension: 'preference', headline: { value: 1 }, units_paired: 3 });
    expect(preference?.prevalence.map(({ label, count }) => [label, count])).toEqual([
      ['Candidate 1', 2],
      ['Candidate 2', 2],
      ['Equally good', 2],
      ['All bad', 0],
    ]);
    expect(strength).toMatchObject({ dimension: 'preference_strength', level: 'ordinal', ratings: 4 });
  });

  it('have a strength with a sign where two are compared, and none where it cannot have one', () => {
    expect(signedStrength(rated(1, 'a', 0, { strength: 3 }))).toBe(-3);
    expect(signedStrength(rated(1, 'a', 1, { strength: 2 }))).toBe(2);
    expect(signedStrength(rated(1, 'a', 'tie'))).toBe(0);
    expect(signedStrength(rated(1, 'a', 'both_bad'))).toBeNull();
    expect(signedStrength(rated(1, 'a', 0))).toBeNull();
    expect(signedStrength(rated(1, 'a', 0, { strength: 1, candidates: 3 }))).toBeNull();
  });

  it('stand beside dimensions of each candidate, gates among them', () => {
    const rubric = {
      ...ssfb,
      comparison: { dimensions: ['sensibleness', 'specificity'], strength: false, tie: true, both_bad: true },
    };
    const judged = (sensibleness: number, specificity?: number) => ({
      values: { sensibleness, ...(specificity === undefined ? {} : { specificity }) },
      cannot: {},
      categories: [],
      spans: [],
    });
    const ratings = ['a', 'b'].map((rater) =>
      rated(1, rater, 0, { judged: { 0: judged(1, 1), 1: judged(0) } }),
    );
    const report = projectReport(comparisonTuples(ratings), comparisonRubric(rubric, ratings));
    expect(report.dimensions.map(({ dimension, units, not_asked }) => [dimension, units, not_asked])).toEqual(
      [
        ['preference', 1, 0],
        ['candidate.sensibleness', 2, 0],
        ['candidate.specificity', 1, 2],
      ],
    );
  });
});
