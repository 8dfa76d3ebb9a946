import type { AnswerCode } from '../../../shared/survey/codes.ts';
import type { RateName, SurveyReport } from '../../../shared/survey/schema.ts';
import type { Rate } from '../../../shared/survey/wilson.ts';
import { rateText } from '../../../shared/survey/words.ts';

export const RATE_TITLES: Readonly<Record<RateName, string>> = {
  thumbs_down: 'Thumbs down',
  edited: 'Edited',
  regenerated: 'Regenerated',
  sent_unmodified: 'Sent unmodified',
};

/** What each rate is a share of. */
export const RATE_BASES: Readonly<Record<RateName, string>> = {
  thumbs_down: 'of answers with a thumb',
  edited: 'of answers whose outcome is known',
  regenerated: 'of all answers',
  sent_unmodified: 'of answers whose outcome is known',
};

export const FINDING_TITLES: Readonly<Record<AnswerCode, string>> = {
  empty: 'Empty',
  truncated: 'Cut off',
  model_leak: "Claims another maker's model",
  exact_duplicate_answer: 'Exact copy of one before',
  near_duplicate: 'Nearly the same as one before',
};

export const SIGNAL_TITLES: Readonly<Record<string, string>> = {
  thumbs_up: 'Thumb up',
  thumbs_down: 'Thumb down',
  stars: 'Stars',
  comment: 'Comment',
  sent_unmodified: 'Sent unmodified',
  copied: 'Copied',
  edited: 'Edited',
  regenerated: 'Regenerated',
  abandoned: 'Abandoned',
};

export const CUT_TITLES: Readonly<Record<keyof SurveyReport['quality']['cut_signs'], string>> = {
  finish_reason: 'the log says so',
  open_code_block: 'a code block was not closed',
  mid_sentence: 'the text stops in the middle of a sentence',
};

/** A model as it is called on the page. */
export const modelName = (model: string | null, rest = false): string =>
  model ?? (rest ? 'All other models' : 'Not given');

/** "12.1 % (10.9 to 13.4 %)", or a dash where there is nothing to count. */
export const rateCell = (rate: Rate): string => (rate.value === null ? '–' : rateText(rate));
