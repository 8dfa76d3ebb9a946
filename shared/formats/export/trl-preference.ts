import type { Recipe } from '../../contract/reporting.ts';
import type { JudgedContext, LeftOutLog } from './judged.ts';
import { answersOf, type PairEvidence, pairsOf } from './pairs.ts';
import { answerMessage, type TrlMessage, trlMessages } from './trl-messages.ts';

/**
 * A row of TRL's conversational preference format, for `DPOTrainer` and `RewardTrainer`. The prompt is always explicit:
 * an implicit one is found as the longest common prefix, and openings that the answers share would end up in it.
 */
export interface PreferenceRecord {
  prompt: TrlMessage[];
  chosen: TrlMessage[];
  rejected: TrlMessage[];
}

export interface PreferenceRow {
  record: PreferenceRecord;
  evidence: PairEvidence;
}

/** Rows of one context, from rewrites and from answers whose scores differ by the recipe's margin. */
export function preferenceRows(context: JudgedContext, recipe: Recipe, leftOut: LeftOutLog): PreferenceRow[] {
  const pairs = pairsOf(context, recipe, leftOut);
  const prompt = trlMessages(context.context);
  if (!prompt) {
    for (const { evidence } of pairs) leftOut.add('unsupported_content', ...answersOf(evidence));
    return [];
  }
  return pairs.map(({ chosen, rejected, evidence }) => ({
    record: { prompt, chosen: [answerMessage(chosen)], rejected: [answerMessage(rejected)] },
    evidence,
  }));
}
