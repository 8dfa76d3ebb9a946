import { expect, test } from 'vitest';
import { ratingRows, writtenNotes } from '../../../../renderer/features/audit/rating-rows.ts';
import { EMPTY_RATING, type Rating } from '../../../../shared/domain/rating.ts';
import { rubricSchema } from '../../../../shared/domain/rubric-schema.ts';

const rubric = rubricSchema.parse({
  id: 'r',
  version: 1,
  title: 'R',
  dimensions: ['fluency', 'bias'].map((id) => ({
    id,
    level: 'ordinal',
    options: [
      { value: 0, label: 'None' },
      { value: 1, label: 'Some' },
    ],
  })),
});
const rated = (pseudonym: string, rating: Partial<Rating>) => ({
  pseudonym,
  rubric: 'r@1',
  at: '2026-10-03T08:00:00Z',
  rating: { ...EMPTY_RATING, ...rating },
});

const ratings = [
  rated('Elm', {
    values: { fluency: 1, bias: 1 },
    categories: ['age', 'religion'],
    rationale: 'It says all.',
  }),
  rated('Yew', { values: { fluency: 0, bias: 0, tone: 4 }, flagged: true, rewrite: 'Some do.' }),
];

test('the audited dimension stands first, the others and values of older rubrics follow', () => {
  expect(ratingRows(rubric, ratings, 'bias')).toEqual([
    { name: 'Bias', cells: ['1 Some', '0 None'] },
    { name: 'Categories', cells: ['age, religion', '–'] },
    { name: 'Fluency', cells: ['1 Some', '0 None'] },
    { name: 'tone', cells: ['–', '4'] },
  ]);
});

test('what raters wrote is listed under their pseudonyms', () => {
  expect(writtenNotes(ratings)).toEqual([
    { rater: 'Elm', kind: 'why', text: 'It says all.' },
    { rater: 'Yew', kind: 'rewrite', text: 'Some do.' },
    { rater: 'Yew', kind: 'for the lead', text: 'marked' },
  ]);
});
