import { z } from 'zod';
import { isWinner, type NO_WINNER, type STRENGTHS } from '../domain/preference.ts';
import type { Rating } from '../domain/rating.ts';
import { proportion } from './proportion.ts';
import { percent } from './words.ts';

/** One rater's current judgement of one comparison. The caller leaves out gold items and repeats. */
export interface ComparedRating {
  item: string;
  rater: string;
  /** How many answers were compared. */
  candidates: number;
  preference: NonNullable<Rating['preference']>;
  /** What was said of each, by its number. */
  judged: Rating['candidates'];
  /** Their numbers in the order in which they were shown; empty where that is not known. */
  shown: readonly number[];
}

const count = z.int().min(0);
const share = z.number().min(0).max(1);

const place = z.strictObject({
  /** Counted from 1 in the order shown. */
  place: z.int().min(1),
  /** Decided comparisons of which the order is known, and that showed an answer there. */
  shown: count,
  wins: count,
  share: share.nullable(),
  /** Wilson's 95 % interval of the share. */
  ci: z.tuple([share, share]).nullable(),
  /** The share if the place made no difference. */
  expected: share.nullable(),
});

/** How the comparisons of a project went, and whether the place an answer was shown at made a difference. */
export const comparisonFiguresSchema = z.strictObject({
  items: count,
  ratings: count,
  /** Ratings that named one answer as the better one; and the others. */
  decided: count,
  ties: count,
  both_bad: count,
  /** Decided ratings by how much better the better one was: slightly, clearly, much; and those that do not say. */
  strengths: z.strictObject({ slightly: count, clearly: count, much: count, unsaid: count }),
  places: z.array(place),
  sentence: z.string().min(1),
});
export type ComparisonFigures = z.infer<typeof comparisonFiguresSchema>;
type Place = z.infer<typeof place>;

/**
 * Counts of preferences, and for each place the share of comparisons that the answer shown there won. An order drawn at random makes
 * all places equally likely to hold the better answer, so that a share off 1 / candidates is the raters' leaning to a place.
 */
export function comparisonFigures(ratings: readonly ComparedRating[]): ComparisonFigures {
  const named = (choice: (typeof NO_WINNER)[number]): number =>
    ratings.filter(({ preference }) => preference.choice === choice).length;
  const decided = ratings.filter(({ preference }) => isWinner(preference.choice));
  const strong = (strength: (typeof STRENGTHS)[number] | null): number =>
    decided.filter(({ preference }) => preference.strength === strength).length;
  const places = placesOf(decided);
  return {
    items: new Set(ratings.map(({ item }) => item)).size,
    ratings: ratings.length,
    decided: decided.length,
    ties: named('tie'),
    both_bad: named('both_bad'),
    strengths: { slightly: strong(1), clearly: strong(2), much: strong(3), unsaid: strong(null) },
    places,
    sentence: sentenceOf(places[0]),
  };
}

function placesOf(decided: readonly ComparedRating[]): Place[] {
  const known = decided.filter(({ shown, candidates }) => shown.length === candidates);
  const most = Math.max(0, ...known.map(({ candidates }) => candidates));
  return Array.from({ length: most }, (_, index) => {
    const there = known.filter(({ candidates }) => candidates > index);
    const wins = there.filter(({ shown, preference }) => shown[index] === preference.choice).length;
    const { value, ci = null } = { ci: null, ...proportion(wins, there.length) };
    const expected = there.reduce((sum, { candidates }) => sum + 1 / candidates, 0) / there.length;
    return { place: index + 1, shown: there.length, wins, share: value, ci: ci && [ci[0], ci[1]], expected };
  });
}

function sentenceOf(first: Place | undefined): string {
  if (!first || first.share === null || first.ci === null || first.expected === null)
    return 'No comparison was decided of which it is known in which order its answers were shown.';
  const [low, high] = first.ci;
  const said = `The answer shown first won ${percent(first.share)} of ${first.shown} decided comparisons (95 % interval ${percent(low)} to ${percent(high)})`;
  const fair = `${percent(first.expected)} would be without a leaning to a place`;
  if (first.expected >= low && first.expected <= high) return `${said}; ${fair}, which lies within.`;
  return `${said}; ${fair}. Raters lean ${first.share > first.expected ? 'to' : 'away from'} what comes first.`;
}
