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
  /** Its share of the scale, 0 worst to 1 best, on the dimension where it does worst; null where nothing counts. */
  worstShare: number | null;
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
    }))
    .toSorted((one, other) => compare(one.contextKey, other.contextKey));
