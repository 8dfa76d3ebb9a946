import { describe, expect, test } from 'vitest';
import {
  assignmentGuidance,
  marginOfError,
  planGuidance,
} from '../../../../renderer/features/sample/guidance.ts';

describe('margin of error', () => {
  test('is the textbook 9.8 points for 100 of very many', () => {
    expect(marginOfError(1e9, 100)).toBeCloseTo(9.8, 2);
  });

  test('shrinks with the share drawn and is 0 when all are drawn', () => {
    expect(marginOfError(375, 100)).toBeCloseTo(8.4, 1);
    expect(marginOfError(100, 100)).toBe(0);
  });

  test('is not given where there is nothing to measure', () => {
    expect(marginOfError(1, 1)).toBeNull();
    expect(marginOfError(10, 0)).toBeNull();
  });
});

describe('guidance beside the plan', () => {
  const strata = (...drawn: number[]) =>
    drawn.map((each, index) => ({ key: `s${index}`, population: 50, drawn: each }));

  test('an empty population says what to do', () => {
    expect(planGuidance({ population: 0, items: 0, strata: [] }, 100)).toEqual([
      'No answer matches. Loosen the filter, or import transcripts first.',
    ]);
  });

  test('asking for more than there is draws all', () => {
    expect(planGuidance({ population: 57, items: 57, strata: [] }, 100)).toEqual([
      'Only 57 answers match, so all of them are drawn.',
    ]);
  });

  test('thin strata are named, and a raised draw is explained', () => {
    const said = planGuidance({ population: 200, items: 24, strata: strata(20, 2, 2) }, 20).join('\n');
    expect(said).toContain('raises the draw to 24 items');
    expect(said).toContain('2 of 3 strata would get fewer than 5 items');
  });
});

describe('guidance beside the assignment', () => {
  test('counts the work and the shared items', () => {
    expect(assignmentGuidance(100, 3, 2)).toEqual([
      '100 items × 2 = 200 ratings, about 67 for each rater.',
      'Each two raters share about 33 items.',
    ]);
  });

  test('warns where agreement cannot be measured, or only roughly', () => {
    expect(assignmentGuidance(100, 3, 1)[1]).toContain('no agreement to measure');
    expect(assignmentGuidance(20, 5, 2)[1]).toContain('few for a coefficient');
  });

  test('asks for the raters that are missing', () => {
    expect(assignmentGuidance(100, 1, 2)).toEqual([
      '2 raters on each item need at least 2 names; there is 1.',
    ]);
    expect(assignmentGuidance(100, 0, 2)[0]).toContain('Name the raters first');
  });
});
