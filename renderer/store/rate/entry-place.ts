import type { Rating } from '../../../shared/domain/rating.ts';
import type { Dimension, Rubric } from '../../../shared/domain/rubric.ts';
import type { Desk } from './context.ts';
import { currentOf } from './state.ts';

/** A dimension of the item on the screen. */
export interface Place {
  rubric: Rubric;
  rating: Rating;
  entry: Dimension;
}

export function placeOf(desk: Desk, dimension: string | null): Place | null {
  const rubric = desk.rubric();
  const rating = currentOf(desk.state())?.rating;
  const entry = rubric?.dimensions.find(({ id }) => id === dimension);
  return rubric && rating && entry ? { rubric, rating, entry } : null;
}
