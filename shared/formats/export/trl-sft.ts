import type { Recipe } from '../../contract/reporting.ts';
import { type Dropped, type DropReason, drop, type JudgedAnswer, type JudgedContext } from './judged.ts';
import { answerMessage, type TrlMessage, trlMessages } from './trl-messages.ts';

/** A row of TRL's conversational language-modelling format, for `SFTTrainer`. */
export interface SftRecord {
  messages: TrlMessage[];
}

/** What a row rests on. */
export interface SftEvidence {
  kind: 'answer' | 'rewrite';
  /** The answer, or the answer that was rewritten. */
  answer: string;
  ratings: number;
  means: Readonly<Record<string, number>>;
}

export interface SftRow {
  record: SftRecord;
  evidence: SftEvidence;
}

/** Rows of one context: every answer that meets the recipe's thresholds, and every rewrite where the recipe wants them. */
export function sftRows({ context, answers }: JudgedContext, recipe: Recipe, dropped: Dropped): SftRow[] {
  const prompt = trlMessages(context);
  const rows: SftRow[] = [];
  for (const { ref, text, ratings, means, ...answer } of answers) {
    const found: [SftEvidence['kind'], string][] = [];
    const reason = refusedFor({ ratings, means }, recipe);
    if (reason) drop(dropped, reason);
    else found.push(['answer', text]);
    if (recipe.rewrites) for (const rewrite of answer.rewrites) found.push(['rewrite', rewrite]);
    for (const [kind, content] of found) {
      if (!prompt) drop(dropped, 'unsupported_content');
      else if (content.trim() === '') drop(dropped, 'empty_content');
      else
        rows.push({
          record: { messages: [...prompt, answerMessage(content)] },
          evidence: { kind, answer: ref, ratings, means },
        });
    }
  }
  return rows;
}

/** Why an answer itself is not taken, or null. A dimension without a mean meets no threshold on it. */
function refusedFor(
  { ratings, means }: Pick<JudgedAnswer, 'ratings' | 'means'>,
  { minRatings, atLeast, atMost }: Recipe,
): DropReason | null {
  if (ratings < minRatings) return 'too_few_ratings';
  for (const [dimension, least] of Object.entries(atLeast))
    if ((means[dimension] ?? Number.NEGATIVE_INFINITY) < least) return 'below_threshold';
  for (const [dimension, most] of Object.entries(atMost))
    if ((means[dimension] ?? Number.POSITIVE_INFINITY) > most) return 'above_threshold';
  return null;
}
