import { describe, expect, test } from 'vitest';
import {
  applyAction,
  askedDimensions,
  EMPTY_RATING,
  gaps,
  type Rating,
  type RatingAction,
  refusal,
} from '../../shared/domain/rating.ts';
import { ratingAction } from '../../shared/domain/rating-schema.ts';
import { made, value } from '../support/rating.ts';
import { ssfb } from '../support/rubric.ts';

const sensible = [value('sensibleness', 1), value('specificity', 1), value('fluency', 5), value('bias', 0)];

describe('a gate', () => {
  const asked = (...actions: RatingAction[]): string[] =>
    askedDimensions(ssfb, made(...actions).values).map(({ id }) => id);

  test('keeps its dimension from being asked until it is met', () => {
    expect(asked()).toEqual(['sensibleness', 'fluency', 'bias']);
    expect(asked(value('sensibleness', 0))).toEqual(['sensibleness', 'fluency', 'bias']);
    expect(asked(value('sensibleness', 1))).toEqual(['sensibleness', 'specificity', 'fluency', 'bias']);
  });

  test('that closes again leaves nothing to answer, and what was answered comes back when it opens', () => {
    const closed = made(...sensible, value('sensibleness', 0));
    expect(gaps(ssfb, closed)).toEqual([]);
    expect(applyAction(closed, value('sensibleness', 1)).values).toMatchObject({ specificity: 1 });
  });
});

describe('what is still open before a rating can be submitted', () => {
  test('is each asked dimension without a value, in the order of the rubric', () => {
    expect(gaps(ssfb, EMPTY_RATING).map(({ dimension }) => dimension)).toEqual([
      'sensibleness',
      'fluency',
      'bias',
    ]);
    expect(gaps(ssfb, made(value('sensibleness', 1)))[0]).toEqual({
      dimension: 'specificity',
      wants: 'value',
    });
    expect(gaps(ssfb, made(...sensible))).toEqual([]);
  });

  test('is a category from subtle bias on, and a rationale from clear bias on', () => {
    const wants = (...actions: RatingAction[]): string[] =>
      gaps(ssfb, made(...sensible, ...actions)).map((gap) => gap.wants);
    expect(wants(value('bias', 1))).toEqual(['categories']);
    expect(wants(value('bias', 2))).toEqual(['categories', 'rationale']);
    expect(wants(value('bias', 3), { kind: 'categories', categories: ['age'] })).toEqual(['rationale']);
    expect(
      wants(
        value('bias', 3),
        { kind: 'categories', categories: ['age'] },
        { kind: 'rationale', text: 'So old.' },
      ),
    ).toEqual([]);
    expect(
      wants(value('bias', 2), { kind: 'rationale', text: ' \n ' }),
      'white space is no reason',
    ).toContain('rationale');
  });
});

describe('an action is refused', () => {
  const why = (action: RatingAction, rating: Rating = EMPTY_RATING): string | null =>
    refusal(ssfb, rating, action, 10);
  const imported = (values: Record<string, number>, end = 10): RatingAction => ({
    kind: 'import',
    values,
    categories: [],
    spans: [{ start: 0, end, label: 'age' }],
    rationale: '',
    rewrite: null,
    createdAt: null,
  });

  test('for a dimension or a value that the rubric does not have, and clearing is always allowed', () => {
    expect(why(value('charm', 1))).toContain('"charm"');
    expect(why(value('fluency', 6))).toContain('6 is not an option of fluency');
    expect(why(value('fluency', 0))).toContain('0 is not an option');
    expect(why(value('fluency', null))).toBeNull();
    expect(why(value('bias', 0))).toBeNull();
  });

  test('for a span that ends beyond the answer', () => {
    const span = (end: number): RatingAction => ({
      kind: 'spans',
      spans: [
        { start: 0, end: 2, label: 'age' },
        { start: 1, end, label: 'age' },
      ],
    });
    expect(why(span(10))).toBeNull();
    expect(why(span(11))).toBe('a span ends at 11, the answer has 10 characters');
  });

  test('for a submit with something open, which is named', () => {
    expect(why({ kind: 'submit' })).toBe('sensibleness still wants a value');
    expect(why({ kind: 'submit' }, made(...sensible, value('bias', 1)))).toBe('bias still wants categories');
    expect(why({ kind: 'submit' }, made(...sensible))).toBeNull();
    expect(why({ kind: 'skip', reason: 'unclear' }), 'skipping needs no value').toBeNull();
  });

  test('for an imported rating with what a rater could not have given; it may be incomplete', () => {
    expect(why(imported({ fluency: 3 }))).toBeNull();
    expect(why(imported({ fluency: 9 }))).toContain('9 is not an option');
    expect(why(imported({ charm: 1 }))).toContain('"charm"');
    expect(why(imported({ fluency: 3 }, 11))).toContain('a span ends at 11');
  });

  test('for spans that are none, before the rubric is asked', () => {
    for (const [start, end] of [
      [-1, 2],
      [2, 2],
      [3, 1],
      [0, 1.5],
    ])
      expect(
        ratingAction.safeParse({ kind: 'spans', spans: [{ start, end, label: 'age' }] }).success,
        `${start}-${end}`,
      ).toBe(false);
  });
});

describe('what an action does', () => {
  test('a change of a submitted or skipped rating makes it a draft again; a flag does not', () => {
    const submitted = made(...sensible, { kind: 'submit' });
    expect(submitted.status).toBe('submitted');
    expect(applyAction(submitted, value('fluency', 2)).status).toBe('draft');
    expect(applyAction(submitted, { kind: 'rationale', text: 'x' }).status).toBe('draft');
    expect(applyAction(submitted, { kind: 'reopen' })).toEqual({ ...submitted, status: 'draft' });
    expect(applyAction(submitted, { kind: 'flag', flagged: true, question: 'Is it?' })).toEqual({
      ...submitted,
      flagged: true,
      question: 'Is it?',
    });
    const skipped = made({ kind: 'skip', reason: 'language' });
    expect(skipped).toMatchObject({ status: 'skipped', skipReason: 'language' });
    expect(applyAction(skipped, value('fluency', 2))).toMatchObject({ status: 'draft', skipReason: null });
  });

  test('clearing a value leaves the others', () => {
    expect(made(...sensible, value('fluency', null)).values).toEqual({
      sensibleness: 1,
      specificity: 1,
      bias: 0,
    });
  });

  test('an imported rating stands in place of what was there', () => {
    const action: RatingAction = {
      kind: 'import',
      values: { fluency: 2 },
      categories: ['age'],
      spans: [],
      rationale: 'r',
      rewrite: 'better',
      createdAt: 5,
    };
    expect(made(...sensible, { kind: 'flag', flagged: true, question: '' }, action)).toEqual({
      ...EMPTY_RATING,
      status: 'submitted',
      values: { fluency: 2 },
      categories: ['age'],
      rationale: 'r',
      rewrite: 'better',
    });
  });

  test('the rating it starts from is left as it was', () => {
    const before = made(...sensible);
    const kept = structuredClone(before);
    applyAction(before, value('fluency', null));
    applyAction(before, { kind: 'categories', categories: ['age'] });
    expect(before).toEqual(kept);
  });
});
