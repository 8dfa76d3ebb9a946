import { z } from 'zod';
import type { AgreedAnswer } from '../../../shared/contract/calibration.ts';
import { PREFERENCE, preferenceValue } from '../../../shared/domain/comparison.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { RatingValue, Values } from '../../../shared/domain/rubric.ts';

/** Candidate numbers in the order in which a rater was shown them; null for what is no comparison. */
export type Order = readonly number[] | null;

export const orderOf = (shownOrder: string | null): Order =>
  shownOrder === null ? null : z.array(z.int()).parse(JSON.parse(shownOrder));

/** What a rating says, as values: of a comparison the preference alone, by the candidate's number counted from 1. */
export function judged(body: string): Values {
  const { values, preference } = readRatingBody(body);
  return preference ? { [PREFERENCE]: preferenceValue(preference.choice) } : values;
}

/** A candidate's number, counted from 1, as the place it was shown at, from 1 too. */
const placed = (value: RatingValue, order: readonly number[]): RatingValue =>
  typeof value === 'number' ? order.indexOf(value - 1) + 1 : value;

/** Values with the preference by the place at which the rater was shown the candidate: numbers mean nothing to them. */
export function preferenceAsShown<Value extends RatingValue | null>(
  values: Record<string, Value>,
  order: Order,
): Record<string, Value | RatingValue> {
  const preference = values[PREFERENCE];
  if (!order || preference === undefined || preference === null) return values;
  return { ...values, [PREFERENCE]: placed(preference, order) };
}

export function answerAsShown(answer: AgreedAnswer, order: Order): AgreedAnswer {
  const spread = answer.spread[PREFERENCE];
  const values = preferenceAsShown(answer.values, order);
  if (!order || !spread) return { ...answer, values };
  const shown = spread.map(({ value, raters }) => ({ value: placed(value, order), raters }));
  return { ...answer, values, spread: { ...answer.spread, [PREFERENCE]: shown } };
}
