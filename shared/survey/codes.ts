/** What may be wrong with an answer, by the codes that findings have in a project. */
export const ANSWER_CODES = [
  'empty',
  'truncated',
  'model_leak',
  'exact_duplicate_answer',
  'near_duplicate',
] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];

/** What shows that an answer was cut off: the log says so, a code block was not closed, or the last sentence stops in the middle. */
export const CUT_SIGNS = ['finish_reason', 'open_code_block', 'mid_sentence'] as const;
export type CutSign = (typeof CUT_SIGNS)[number];

/** What was found in one answer of a conversation. */
export interface AnswerFinding {
  /** Index among all messages of the conversation, candidates after the others. */
  message: number;
  code: AnswerCode;
  /** For `truncated` the sign of it, for `model_leak` the maker claimed; else empty. */
  detail: string;
}
