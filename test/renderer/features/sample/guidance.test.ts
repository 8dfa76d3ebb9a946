import { describe, expect, test } from 'vitest';
import {
  assignmentGuidance,
  handedOnSentence,
  pairSentence,
  planGuidance,
} from '../../../../renderer/features/sample/guidance.ts';
import type { SamplePlan } from '../../../../shared/contract/sampling.ts';

const plan = (given: Partial<SamplePlan> = {}): SamplePlan => ({
  population: 375,
  items: 100,
  strategy: 'simple',
  allocation: 'proportional',
  strata: [],
  half_width: 0.0838,
  rate: null,
  half_width_at_rate: null,
  left_out: { rated: 0, sampled: 0 },
  warnings: [],
  ...given,
});

describe('guidance beside the plan', () => {
  test('says how well a rate would be known, at worst and where it is expected', () => {
    expect(planGuidance(plan())).toEqual([
      'A rate over all of them would be known to ±8.4 points at worst (95\u00a0%).',
    ]);
    expect(planGuidance(plan({ rate: 0.1, half_width_at_rate: 0.0503 }))[0]).toContain(
      'to ±5.0 points where it is 10\u00a0%',
    );
    expect(planGuidance(plan({ half_width: 0 }))[0]).toContain('known exactly');
    expect(planGuidance(plan({ half_width: null }))).toEqual([]);
  });

  test('says what is passed over', () => {
    expect(planGuidance(plan({ left_out: { rated: 1, sampled: 0 } }), 'comparison')[1]).toContain(
      '1 comparison',
    );
    expect(planGuidance(plan({ left_out: { rated: 12, sampled: 1 } })).slice(1)).toEqual([
      '12 answers passed over, since they have been rated.',
      '1 answer passed over, since a sample holds them.',
    ]);
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

describe('what was assigned', () => {
  const pair = (one: string, other: string, items: number) => ({
    raters: [one, other] as [string, string],
    items,
  });

  test('is told by what each two raters share', () => {
    expect(pairSentence([])).toContain('no agreement to measure');
    expect(pairSentence([pair('Ada', 'Ben', 4)])).toBe('Each two raters share 4 items.');
    expect(pairSentence([pair('Ada', 'Ben', 4), pair('Ada', 'Cyd', 6)])).toBe(
      'Each two raters share 4 to 6 items; fewest Ada and Ben.',
    );
  });

  test('and handed on', () => {
    const done = {
      released: 6,
      assignments: 5,
      per_rater: { Ben: 3, Cyd: 2 },
      unplaced: 1,
      repeated_names: [],
    };
    expect(handedOnSentence('Ada', done)).toBe(
      '5 open items of Ada handed on: Ben 3, Cyd 2. 1 item could not be handed on: everyone named has them already.',
    );
  });
});
