import type { Recipe } from '../../contract/reporting.ts';
import { type ComparisonEvidence, comparisonPairs } from './comparison-pairs.ts';
import type { JudgedAnswer, JudgedContext, LeftOutLog } from './judged.ts';

/** What a preference rests on: a rater's rewrite of the rejected answer, raters who compared the two, or the two answers' scores. */
export type PairEvidence =
  | { kind: 'rewrite'; rejected: string; ratings: number }
  | ComparisonEvidence
  | {
      kind: 'scores';
      chosen: string;
      rejected: string;
      /** Scores of the chosen and the rejected answer, 0 to 1. */
      scores: readonly [chosen: number, rejected: number];
      ratings: readonly [chosen: number, rejected: number];
      /** Dimensions whose value is no mean, and where it comes from, of each of the two; absent where there are none. */
      consensus?: readonly [chosen: Sources, rejected: Sources];
    };

type Sources = NonNullable<JudgedAnswer['consensus']>;

export interface Pair {
  chosen: string;
  rejected: string;
  evidence: PairEvidence;
}

/** Sums of binary fractions differ in their last digits; a margin met within this is met. */
const ROUNDING = 1e-9;

type Scored = JudgedAnswer & { score: number };

/**
 * The preferences the answers to one context give: a rewrite over the answer it was written for, the answer that raters preferred over
 * those they compared it with, and of every two answers
 * with enough ratings the one whose score is higher by at least the margin. What gives none is counted in `leftOut`.
 */
export function pairsOf(
  { answers, comparisons }: JudgedContext,
  recipe: Recipe,
  leftOut: LeftOutLog,
): Pair[] {
  const pairs: Pair[] = recipe.rewrites ? answers.flatMap((answer) => rewritePairs(answer, leftOut)) : [];
  if (recipe.comparisons)
    pairs.push(...comparisons.flatMap((comparison) => comparisonPairs(comparison, recipe, leftOut)));
  const usable = answers.filter((answer): answer is Scored => isUsable(answer, recipe, leftOut));
  if (answers.length > 0 && usable.length < 2 && pairs.length === 0)
    leftOut.add('no_pair', ...usable.map(({ ref }) => ref));
  usable.forEach((one, index) => {
    for (const other of usable.slice(index + 1)) {
      const pair = scorePair(one, other, recipe.margin);
      if (one.text.trim() === other.text.trim()) leftOut.add('same_text', one.ref, other.ref);
      else if (pair) pairs.push(pair);
      else leftOut.add('margin_too_small', one.ref, other.ref);
    }
  });
  return withoutContradictions(pairs, leftOut);
}

function rewritePairs({ ref, text, ratings, rewrites }: JudgedAnswer, leftOut: LeftOutLog): Pair[] {
  return rewrites.flatMap((rewrite): Pair[] => {
    if (rewrite.trim() === '' || text.trim() === '') leftOut.add('empty_content', ref);
    else if (rewrite.trim() === text.trim()) leftOut.add('same_text', ref);
    else return [{ chosen: rewrite, rejected: text, evidence: { kind: 'rewrite', rejected: ref, ratings } }];
    return [];
  });
}

function isUsable(
  { ref, ratings, score, text }: JudgedAnswer,
  { minRatings }: Recipe,
  leftOut: LeftOutLog,
): boolean {
  if (ratings < minRatings || score === null) leftOut.add('too_few_ratings', ref);
  else if (text.trim() === '') leftOut.add('empty_content', ref);
  else return true;
  return false;
}

function scorePair(one: Scored, other: Scored, margin: number): Pair | null {
  const [better, worse] = one.score >= other.score ? [one, other] : [other, one];
  const difference = better.score - worse.score;
  if (difference <= ROUNDING || difference < margin - ROUNDING) return null;
  return {
    chosen: better.text,
    rejected: worse.text,
    evidence: {
      kind: 'scores',
      chosen: better.ref,
      rejected: worse.ref,
      scores: [better.score, worse.score],
      ratings: [better.ratings, worse.ratings],
      ...(better.consensus || worse.consensus
        ? { consensus: [better.consensus ?? {}, worse.consensus ?? {}] as const }
        : {}),
    },
  };
}

/** The answers a pair rests on. */
export const answersOf = (evidence: PairEvidence): string[] =>
  evidence.kind === 'rewrite' ? [evidence.rejected] : [evidence.chosen, evidence.rejected];

/** Of two pairs that say the opposite neither is kept: the trainer would learn nothing from them but noise. */
function withoutContradictions(pairs: readonly Pair[], leftOut: LeftOutLog): Pair[] {
  const key = (one: string, other: string): string => JSON.stringify([one, other]);
  const said = new Set(pairs.map(({ chosen, rejected }) => key(chosen, rejected)));
  return pairs.filter(({ chosen, rejected, evidence }) => {
    const isContradicted = chosen !== rejected && said.has(key(rejected, chosen));
    if (isContradicted) leftOut.add('contradictory', ...answersOf(evidence));
    return !isContradicted;
  });
}
