/** Choices that name no candidate: equally good, or all of them bad. */
export const NO_WINNER = ['tie', 'both_bad'] as const;
export type NoWinner = (typeof NO_WINNER)[number];

/** How much better the better one is: slightly, clearly, much. */
export const STRENGTHS = [1, 2, 3] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A number of a candidate, or why there is none. */
export type Choice = number | NoWinner;

/** As many candidates are compared at a time; where there are more, so many of them are drawn. */
export const MOST_CANDIDATES = 4;

export const isWinner = (choice: Choice | null | undefined): choice is number => typeof choice === 'number';
