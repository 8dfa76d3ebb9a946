import type { ConsensusSource } from '../../agreement/consensus.ts';
import type { Message } from '../../domain/conversation.ts';
import type { Choice, Strength } from '../../domain/preference.ts';
import type { RatingValue } from '../../domain/rubric.ts';

/** A value that takes the place of ratings on a dimension: what the lead decided, or what ratings come to. */
export interface Settled {
  /** Null where the lead decided that it cannot be judged. */
  value: RatingValue | null;
  source: ConsensusSource;
}

/** An answer with what its ratings say, ready to become training data. */
export interface JudgedAnswer {
  /** Names the answer in the evidence, e.g. conversation and message id. */
  ref: string;
  text: string;
  /** Dimension -> mean of its ratings; see `meansOf`. */
  means: Readonly<Record<string, number>>;
  /** Dimensions whose value is no mean of ratings, and where it comes from instead; absent where there are none. */
  consensus?: Readonly<Record<string, ConsensusSource>>;
  /** How many submitted ratings stand behind the means. */
  ratings: number;
  /** 0 worst to 1 best, or null where nothing counts; see `scoreOf`. */
  score: number | null;
  /** Its share of the scale, 0 worst to 1 best, on the dimension where it does worst; null where nothing counts. */
  worstShare: number | null;
  /** The answers raters would have wanted instead. */
  rewrites: readonly string[];
}

/** Answers that raters compared with each other. */
export interface JudgedComparison {
  /** Names the comparison in the evidence. */
  ref: string;
  /** In the order of their numbers. */
  candidates: readonly { ref: string; text: string }[];
  /** What each rater preferred. */
  votes: readonly { choice: Choice; strength: Strength | null }[];
  /** What the lead decided, null for that it cannot be judged; absent where nothing was decided. */
  decided?: Choice | null;
}

/** All judged answers to one context. */
export interface JudgedContext {
  /** Same for equal contexts and on every machine, e.g. a digest of the content. */
  contextKey: string;
  /** The conversations the context stands in, by names that are the same on every machine. */
  conversations: readonly string[];
  context: readonly Message[];
  answers: readonly JudgedAnswer[];
  comparisons: readonly JudgedComparison[];
}

/** Something that was not used: why, and the answers it was about. */
export interface LeftOut {
  reason: string;
  answers: readonly string[];
}

/** Reason codes of what is left out, with their sentences. Rows a trainer would reject are counted under the rule they break. */
export const DROP_REASONS = {
  too_few_ratings: 'The answer has fewer ratings than the recipe asks for.',
  low_score: 'On some dimension the answer is further down the scale than the recipe allows.',
  below_threshold: 'A mean of the answer is below the least the recipe allows.',
  above_threshold: 'A mean of the answer is above the most the recipe allows.',
  empty_content: 'The answer or its rewrite has no text.',
  unsupported_content: 'The context holds content that is not text, such as an image.',
  same_text: 'The two answers, or the answer and its rewrite, are the same.',
  no_pair: 'The context has only one usable answer and no rewrite.',
  margin_too_small: 'The scores of the two answers are closer than the margin.',
  comparison_tied: 'Most raters found the answers compared equally good.',
  comparison_all_bad: 'Most raters found all answers compared bad.',
  comparison_undecided: 'No answer was preferred by more than half of the raters who compared them.',
  contradictory: 'The same two answers stand in another pair the other way round.',
  duplicate: 'The same prompt and response came before.',
} as const;
export type DropReason = keyof typeof DROP_REASONS;

/** Keeps what was left out, in the order it came up. */
export class LeftOutLog {
  readonly entries: LeftOut[] = [];

  add(reason: string, ...answers: string[]): void {
    this.entries.push({ reason, answers });
  }

  /** Reason code -> how often. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { reason } of this.entries) counts[reason] = (counts[reason] ?? 0) + 1;
    return counts;
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** In an order that depends on the content alone, so that the same project gives the same bytes. */
export const inOrder = (contexts: readonly JudgedContext[]): JudgedContext[] =>
  contexts
    .map((context) => ({
      ...context,
      answers: context.answers.toSorted(
        (one, other) => compare(one.text, other.text) || compare(one.ref, other.ref),
      ),
      comparisons: context.comparisons.toSorted((one, other) => compare(one.ref, other.ref)),
    }))
    .toSorted((one, other) => compare(one.contextKey, other.contextKey));
