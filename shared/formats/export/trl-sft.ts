import type { Recipe } from '../../contract/reporting.ts';
import type { DropReason, JudgedAnswer, JudgedContext, LeftOutLog } from './judged.ts';
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
  /** Dimensions whose value is no mean, and where it comes from; see `JudgedAnswer`. */
  consensus?: JudgedAnswer['consensus'];
}

export interface SftRow {
  record: SftRecord;
  evidence: SftEvidence;
}

/** Rows of one context: every answer that meets the recipe's score and thresholds, and every rewrite where the recipe wants them. */
export function sftRows({ context, answers }: JudgedContext, recipe: Recipe, leftOut: LeftOutLog): SftRow[] {
  const prompt = trlMessages(context);
  const rows: SftRow[] = [];
  for (const answer of answers) {
    const { ref, text, ratings, means, consensus } = answer;
    const found: [SftEvidence['kind'], string][] = [];
    const reason = refusedFor(answer, recipe);
    if (reason) leftOut.add(reason, ref);
    else found.push(['answer', text]);
    if (recipe.rewrites) for (const rewrite of answer.rewrites) found.push(['rewrite', rewrite]);
    for (const [kind, content] of found) {
      if (!prompt) leftOut.add('unsupported_content', ref);
      else if (content.trim() === '') leftOut.add('empty_content', ref);
      else
        rows.push({
          record: { messages: [...prompt, answerMessage(content)] },
          evidence: { kind, answer: ref, ratings, means, ...(consensus ? { consensus } : {}) },
        });
    }
  }
  return rows;
}

/** Why an answer itself is not taken, or null. A dimension without a mean meets no threshold on it. */
function refusedFor(
  { ratings, means, worstShare }: JudgedAnswer,
  { minRatings, minShare, atLeast, atMost }: Recipe,
): DropReason | null {
  if (ratings < minRatings) return 'too_few_ratings';
  if ((worstShare ?? 0) < minShare) return 'low_score';
  for (const [dimension, least] of Object.entries(atLeast))
    if ((means[dimension] ?? Number.NEGATIVE_INFINITY) < least) return 'below_threshold';
  for (const [dimension, most] of Object.entries(atMost))
    if ((means[dimension] ?? Number.POSITIVE_INFINITY) > most) return 'above_threshold';
  return null;
}
