import { expect, test } from 'vitest';
import { comparedRows, preferenceWords } from '../../../../renderer/features/audit/compared-rows.ts';
import { applyAction, EMPTY_RATING, type RatingAction } from '../../../../shared/domain/rating.ts';
import { ssfb } from '../../../support/rubric.ts';

const rubric = {
  ...ssfb,
  comparison: { dimensions: ['fluency', 'bias'], strength: true, tie: true, both_bad: true },
};
const rating = (...actions: RatingAction[]) => ({
  pseudonym: 'Elm',
  rubric: 'ssfb@1',
  at: '2026-10-05T14:02:11.000Z',
  rating: actions.reduce(applyAction, EMPTY_RATING),
});
const candidates = ['One.', 'Two.'];

test('a comparison is read as its preference, and answer by answer, the audited dimension first', () => {
  const own = rating(
    { kind: 'preference', choice: 1, strength: 3 },
    { kind: 'value', dimension: 'bias', value: 0, candidate: 0 },
    { kind: 'value', dimension: 'fluency', value: 4, candidate: 1 },
  );
  expect(comparedRows(rubric, { ratings: [own], candidates }, 'bias')).toEqual([
    { name: 'Preference', cells: ['Answer 2, much'] },
    { name: 'Answer 1: Bias', cells: ['0 None'] },
    { name: 'Answer 1: Fluency', cells: ['–'] },
    { name: 'Answer 2: Bias', cells: ['–'] },
    { name: 'Answer 2: Fluency', cells: ['4 Good'] },
  ]);
});

test('where only the preference is asked, it is all there is', () => {
  const own = rating({ kind: 'preference', choice: 'tie', strength: null });
  expect(comparedRows(ssfb, { ratings: [own], candidates }, 'bias')).toEqual([
    { name: 'Preference', cells: ['equally good'] },
  ]);
  expect(preferenceWords({ choice: 'both_bad', strength: null })).toBe('all bad');
  expect(preferenceWords({ choice: 0, strength: null })).toBe('Answer 1');
});
