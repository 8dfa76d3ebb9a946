import { describe, expect, it } from 'vitest';
import { feedbackOf } from '../../shared/formats/user-feedback.ts';

const said = (name: string, value: unknown, comment: string | null = null) => {
  const feedback = feedbackOf(name, value, comment);
  return feedback && `${feedback.signal} ${feedback.value ?? feedback.comment}`;
};

describe('a score is feedback of a user', () => {
  it.each([
    ['user-feedback', 1, 'thumb 1'],
    ['User Feedback', 'thumbs_down', 'thumb -1'],
    ['user_score', 0, 'thumb -1'],
    ['thumb', '-1', 'thumb -1'],
    ['thumb', '1.0', 'thumb 1'],
    ['thumb', '0.0', 'thumb -1'],
    ['thumbs_up', true, 'thumb 1'],
    ['thumbs_down', 1, 'thumb -1'],
    ['like', '👍', 'thumb 1'],
    ['rating', 5, 'stars 5'],
    ['rating', false, 'thumb -1'],
    ['stars', 1, 'stars 1'],
    ['star_rating', '3', 'stars 3'],
    ['user_comment', 'too long', 'comment too long'],
  ])('%s of %j is %s', (name, value, expected) => {
    expect(said(name, value)).toBe(expected);
  });

  it.each([
    ['rating', 1],
    ['thumbs_up', 0],
    ['correctness', 1],
    ['helpfulness', 0.9],
    ['user-feedback', 0.4],
    ['user-feedback', 'maybe'],
    ['stars', 6],
    ['stars', 2.5],
    ['toString', 1],
    ['user-feedback', null],
    ['user-feedback', { a: 1 }],
  ])('%s of %j is none: it does not say that, or what, a user said', (name, value) => {
    expect(said(name, value)).toBeNull();
  });

  it('keeps the comment with it', () => {
    expect(feedbackOf('user-feedback', -1, 'wrong')).toMatchObject({
      kind: 'explicit',
      value: -1,
      comment: 'wrong',
    });
  });
});
