import { canonical } from './canonical.ts';
import { EMPTY_RATING, type Rating } from './rating.ts';

/** Fields that ratings stored by earlier versions do not have. */
const LATER = ['cannot', 'preference', 'candidates', 'shown'] as const satisfies readonly (keyof Rating)[];

/**
 * The text a rating is stored as. Fields that came later are left out while they say nothing, so that a rating made by an earlier
 * version has the same text.
 */
export function ratingBody(rating: Rating): string {
  const said: Partial<Rating> = { ...rating };
  for (const field of LATER)
    if (canonical(rating[field]) === canonical(EMPTY_RATING[field])) delete said[field];
  return canonical(said);
}

/** A stored rating; its text was written by this program from the domain's own type. */
export const readRatingBody = (body: string): Rating => ({ ...EMPTY_RATING, ...JSON.parse(body) });
