import { describe, expect, test } from 'vitest';
import type { RatingAction } from '../../shared/domain/rating.ts';
import { isOneStep } from '../../shared/domain/steps.ts';

const rationale = (text: string): RatingAction => ({ kind: 'rationale', text });
const rewrite = (text: string | null): RatingAction => ({ kind: 'rewrite', text });
const question = (text: string): RatingAction => ({ kind: 'flag', flagged: true, question: text });
const words = (text: string): RatingAction => ({ kind: 'value', dimension: 'remarks', value: text });
const bias = (value: number): RatingAction => ({ kind: 'value', dimension: 'bias', value });
const categories = (...chosen: string[]): RatingAction => ({ kind: 'categories', categories: chosen });
const NO_SPANS: RatingAction = { kind: 'spans', spans: [] };

const together = (older: RatingAction, newer: RatingAction, gap = 500, place = 'a'): boolean =>
  isOneStep({ place: 'a', at: 0, action: older }, { place, at: gap, action: newer });

describe('what is written is one step', () => {
  test.each([
    ['a word as its letters come', rationale('Too va'), rationale('Too vag')],
    ['the space after it', rationale('Too'), rationale('Too ')],
    ['a slip taken back', rationale('Too vagg'), rationale('Too vag')],
    ['a letter put into a word', rationale('Too vgue'), rationale('Too vague')],
    ['in the rewrite', rewrite('Yo'), rewrite('You')],
    ['in the question to the lead', question('I'), question('Is')],
    ['in a dimension of free text', words('Go'), words('Good')],
  ])('%s', (_, older, newer) => expect(together(older, newer)).toBe(true));

  test.each([
    ['a new word', rationale('Too '), rationale('Too v')],
    ['another text in its place', rationale('Too vague'), rationale('Wrong order')],
    ['another field', rationale('T'), rewrite('To')],
    ['the first change of a rewrite', rewrite(null), rewrite('Y')],
    ['the mark itself', question(''), question('I')],
  ])('but not %s', (_, older, newer) => expect(together(older, newer)).toBe(false));

  test('until the hand pauses, and on one item only', () => {
    expect(together(rationale('T'), rationale('To'), 2000)).toBe(true);
    expect(together(rationale('T'), rationale('To'), 2001)).toBe(false);
    expect(together(rationale('T'), rationale('To'), 500, 'b')).toBe(false);
  });

  test('characters of any script', () => {
    expect(together(rationale('答え'), rationale('答えは'))).toBe(true);
    expect(together(rationale('شكر'), rationale('شكرا'))).toBe(true);
    expect(together(rationale('👍'), rationale('👍🏽'))).toBe(true);
  });
});

describe('a value and what it took along are one step', () => {
  test('categories and labels that went because of it', () => {
    expect(together(bias(0), categories(), 3)).toBe(true);
    expect(together(categories(), NO_SPANS, 3)).toBe(true);
  });

  test('but not what the rater took off by hand, nor another value', () => {
    expect(together(bias(1), categories('age'), 3)).toBe(false);
    expect(together(categories('age'), categories(), 3)).toBe(false);
    expect(together(bias(0), categories(), 1500)).toBe(false);
    expect(together(bias(0), bias(1), 3)).toBe(false);
  });
});
