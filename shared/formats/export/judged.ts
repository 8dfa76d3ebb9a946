import type { Message } from '../../domain/conversation.ts';

/** An answer with what its ratings say, ready to become training data. */
export interface JudgedAnswer {
  /** Names the answer in the evidence, e.g. conversation and message id. */
  ref: string;
  text: string;
  /** Dimension -> mean of its ratings; see `meansOf`. */
  means: Readonly<Record<string, number>>;
  /** How many submitted ratings stand behind the means. */
  ratings: number;
  /** 0 worst to 1 best, or null where nothing counts; see `scoreOf`. */
  score: number | null;
  /** The answers raters would have wanted instead. */
  rewrites: readonly string[];
}

/** All judged answers to one context. */
export interface JudgedContext {
  /** Same for equal contexts and on every machine, e.g. a digest of the content. */
  contextKey: string;
  /** The conversations the context stands in, by names that are the same on every machine. */
  conversations: readonly string[];
  context: readonly Message[];
  answers: readonly JudgedAnswer[];
}

/** Why something was not used -> how often. */
export type Dropped = Record<string, number>;

/** Reason codes of `Dropped`, with their sentences. Rows a trainer would reject are counted under the rule they break. */
export const DROP_REASONS = {
  too_few_ratings: 'The answer has fewer ratings than the recipe asks for.',
  below_threshold: 'A mean of the answer is below the least the recipe allows.',
  above_threshold: 'A mean of the answer is above the most the recipe allows.',
  empty_content: 'The answer or its rewrite has no text.',
  unsupported_content: 'The context holds content that is not text, such as an image.',
  same_text: 'The two answers, or the answer and its rewrite, are the same.',
  no_pair: 'The context has only one usable answer and no rewrite.',
  margin_too_small: 'The scores of the two answers are closer than the margin.',
  contradictory: 'The same two answers stand in another pair the other way round.',
  duplicate: 'The same prompt and response came before.',
} as const;
export type DropReason = keyof typeof DROP_REASONS;

export function drop(dropped: Dropped, reason: string, times = 1): void {
  dropped[reason] = (dropped[reason] ?? 0) + times;
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
    }))
    .toSorted((one, other) => compare(one.contextKey, other.contextKey));
