import { applyAction, EMPTY_RATING, type Rating, type RatingAction } from '../../shared/domain/rating.ts';
import type { RatingValue } from '../../shared/domain/rubric.ts';

/** What actions come to, one after the other, from an empty rating on. */
export const made = (...actions: RatingAction[]): Rating => actions.reduce(applyAction, EMPTY_RATING);

export const value = (dimension: string, given: RatingValue | null): RatingAction => ({
  kind: 'value',
  dimension,
  value: given,
});
