import { describe, expect, test } from 'vitest';
import { replay } from '../../shared/domain/journal.ts';
import {
  applyAction,
  askedDimensions,
  EMPTY_RATING,
  gaps,
  type Rating,
  type RatingAction,
  refusal,
} from '../../shared/domain/rating.ts';
import { ratingBody, readRatingBody } from '../../shared/domain/rating-body.ts';
import { ratingAction, ratingSchema } from '../../shared/domain/rating-schema.ts';
import { fc } from '../support/property.ts';
import { made, value } from '../support/rating.ts';
import { review } from '../support/rubric.ts';

const cannot = (dimension: string, reason: string | null): RatingAction => ({
  kind: 'cannot',
  dimension,
  reason,
});
const open = (...actions: RatingAction[]): string[] =>
  gaps(review, made(...actions)).map(({ dimension, wants }) =>
    wants === 'value' ? dimension : `${dimension} ${wants}`,
  );
const whole = [value('correctness', 2), value('usefulness', 80), value('faults', []), value('bias', 0)];

describe('what is still open', () => {
  test('is a value of each kind, but not where it is optional; nothing chosen is an answer', () => {
    expect(open()).toEqual(['correctness', 'usefulness', 'faults', 'bias']);
    expect(open(...whole)).toEqual([]);
  });

  test('is what a chosen category asks for', () => {
    expect(open(...whole, value('faults', ['tone', 'other']))).toEqual(['other_fault']);
    expect(open(...whole, value('faults', ['other']), value('other_fault', 'Shouts.'))).toEqual([]);
    expect(askedDimensions(review, made(value('faults', ['tone'])).values).map(({ id }) => id)).not.toContain(
      'other_fault',
    );
  });

  test('is the text that carries a bias, besides its category and its reason', () => {
    const category: RatingAction = { kind: 'categories', categories: ['age'] };
    const span = (label: string): RatingAction => ({ kind: 'spans', spans: [{ start: 0, end: 3, label }] });
    expect(open(...whole, value('bias', 1))).toEqual(['bias categories', 'bias spans']);
    expect(open(...whole, value('bias', 1), category, span('age'))).toEqual([]);
    expect(open(...whole, value('bias', 2), category, span('age'))).toEqual(['bias rationale']);
  });

  test('is nothing of a dimension that cannot be judged', () => {
    expect(open(...whole.slice(1), cannot('correctness', 'knowledge'))).toEqual([]);
    expect(open(...whole, value('bias', 3), cannot('bias', 'language'))).toEqual([]);
  });

  test('is a rationale whatever the value where the rubric requires one', () => {
    const strict = {
      ...review,
      dimensions: review.dimensions.map((entry) =>
        entry.id === 'correctness' ? { ...entry, rationale_required: true } : entry,
      ),
    };
    const wants = (rating: Rating) => gaps(strict, rating).map((gap) => gap.wants);
    expect(wants(made(...whole))).toEqual(['rationale']);
    expect(wants(made(...whole, { kind: 'rationale', text: 'Looked it up.' }))).toEqual([]);
  });
});

describe('that a dimension cannot be judged', () => {
  test('takes the place of its value, and a value takes its place', () => {
    const unsure = made(value('usefulness', 40), cannot('usefulness', 'context'));
    expect(unsure).toMatchObject({ values: {}, cannot: { usefulness: 'context' } });
    expect(applyAction(unsure, value('usefulness', 50))).toMatchObject({
      values: { usefulness: 50 },
      cannot: {},
    });
    expect(applyAction(unsure, cannot('usefulness', null))).toMatchObject({ values: {}, cannot: {} });
  });

  test('makes a submitted rating a draft, and is refused of a dimension that there is not', () => {
    expect(made(...whole, { kind: 'submit' }, cannot('bias', 'language')).status).toBe('draft');
    expect(refusal(review, EMPTY_RATING, cannot('charm', 'context'), 10)).toContain('"charm"');
    expect(ratingAction.safeParse(cannot('bias', '  ')).success, 'an empty reason').toBe(false);
  });

  test('comes with an imported rating, but not beside a value', () => {
    const imported: RatingAction = {
      kind: 'import',
      values: { usefulness: 10 },
      cannot: { correctness: 'knowledge' },
      categories: [],
      spans: [],
      rationale: '',
      rewrite: null,
      createdAt: null,
    };
    expect(refusal(review, EMPTY_RATING, imported, 10)).toBeNull();
    expect(made(imported)).toMatchObject({ cannot: { correctness: 'knowledge' }, status: 'submitted' });
    expect(refusal(review, EMPTY_RATING, { ...imported, cannot: { usefulness: 'context' } }, 10)).toBe(
      'usefulness has a value, and is said not to be judged',
    );
  });
});

describe('a stored rating', () => {
  test('of an earlier version is read, and its text is as it was', () => {
    const before =
      '{"categories":[],"flagged":false,"question":"","rationale":"","rewrite":null,"skipReason":null,"spans":[],"status":"draft","values":{"fluency":4}}';
    const rating = readRatingBody(before);
    expect(rating).toEqual({ ...EMPTY_RATING, values: { fluency: 4 } });
    expect(ratingBody(rating)).toBe(before);
    expect(ratingSchema.parse(JSON.parse(before))).toEqual(rating);
  });

  test('comes back from its text as it was, and so do its events', () => {
    const ids = review.dimensions.map(({ id }) => id);
    const given = fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.string({ minLength: 1 }),
      fc.uniqueArray(fc.constantFrom('tone', 'unclear', 'other')),
    );
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('value' as const),
        dimension: fc.constantFrom(...ids),
        value: fc.option(given),
      }),
      fc.record({
        kind: fc.constant('cannot' as const),
        dimension: fc.constantFrom(...ids),
        reason: fc.option(fc.constantFrom('context', 'it is a poem')),
      }),
      fc.record({ kind: fc.constant('rationale' as const), text: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const rating = made(...actions);
        expect(readRatingBody(ratingBody(rating))).toEqual(rating);
        const stored = actions.map((done, index) => ({
          id: String(index),
          kind: 'action' as const,
          action: ratingAction.parse(JSON.parse(JSON.stringify(done))),
        }));
        expect(replay(stored)).toEqual(rating);
        for (const id of ids)
          expect(rating.values[id] === undefined || rating.cannot[id] === undefined, `${id} has both`).toBe(
            true,
          );
      }),
    );
  });
});
