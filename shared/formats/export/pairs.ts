import type { Recipe } from '../../contract/reporting.ts';
import { type Dropped, drop, type JudgedAnswer, type JudgedContext } from './judged.ts';

/** What a preference rests on: a rater's rewrite of the rejected answer, or the two answers' scores. */
export type PairEvidence =
  | { kind: 'rewrite'; rejected: string; ratings: number }
  | {
      kind: 'scores';
      chosen: string;
      rejected: string;
      /** Scores of the chosen and the rejected answer, 0 to 1. */
      scores: readonly [chosen: number, rejected: number];
      ratings: readonly [chosen: number, rejected: number];
    };

export interface Pair {
  chosen: string;
  rejected: string;
  evidence: PairEvidence;
}

/** Sums of binary fractions differ in their last digits; a margin met within this is met. */
const ROUNDING = 1e-9;

type Scored = JudgedAnswer & { score: number };

/**
 * The preferences the answers to one context give: a rewrite over the answer it was written for, and of every two answers
 * with enough ratings the one whose score is higher by at least the margin. What gives none is counted in `dropped`.
 */
export function pairsOf({ answers }: JudgedContext, recipe: Recipe, dropped: Dropped): Pair[] {
  const pairs = recipe.rewrites ? answers.flatMap((answer) => rewritePairs(answer, dropped)) : [];
  const usable = answers.filter((answer): answer is Scored => isUsable(answer, recipe, dropped));
  if (usable.length < 2 && pairs.length === 0) drop(dropped, 'no_pair');
  usable.forEach((one, index) => {
    for (const other of usable.slice(index + 1)) {
      const pair = scorePair(one, other, recipe.margin);
      if (one.text.trim() === other.text.trim()) drop(dropped, 'same_text');
      else if (pair) pairs.push(pair);
      else drop(dropped, 'margin_too_small');
    }
  });
  return withoutContradictions(pairs, dropped);
}

function rewritePairs({ ref, text, ratings, rewrites }: JudgedAnswer, dropped: Dropped): Pair[] {
  return rewrites.flatMap((rewrite): Pair[] => {
    if (rewrite.trim() === '' || text.trim() === '') drop(dropped, 'empty_content');
    else if (rewrite.trim() === text.trim()) drop(dropped, 'same_text');
    else return [{ chosen: rewrite, rejected: text, evidence: { kind: 'rewrite', rejected: ref, ratings } }];
    return [];
  });
}

function isUsable({ ratings, score, text }: JudgedAnswer, { minRatings }: Recipe, dropped: Dropped): boolean {
  if (ratings < minRatings || score === null) drop(dropped, 'too_few_ratings');
  else if (text.trim() === '') drop(dropped, 'empty_content');
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
    },
  };
}

/** Of two pairs that say the opposite neither is kept: the trainer would learn nothing from them but noise. */
function withoutContradictions(pairs: readonly Pair[], dropped: Dropped): Pair[] {
  const key = (one: string, other: string): string => JSON.stringify([one, other]);
  const said = new Set(pairs.map(({ chosen, rejected }) => key(chosen, rejected)));
  return pairs.filter(({ chosen, rejected }) => {
    const isContradicted = chosen !== rejected && said.has(key(rejected, chosen));
    if (isContradicted) drop(dropped, 'contradictory');
    return !isContradicted;
  });
}
