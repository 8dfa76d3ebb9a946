import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import type { LabelledSpan } from './spans.ts';
import type { Decision } from './state.ts';

/** What stands on the key of each decision. */
export const DECISION_CAPS: Readonly<Record<Decision, string>> = {
  confirm: 'A',
  overturn: 'O',
  escalate: 'E',
};

/** All spans of all ratings, each with the pseudonym of its rater. */
export const labelledSpans = (ratings: AuditedItem['ratings']): LabelledSpan[] =>
  ratings.flatMap(({ pseudonym, rating }) => rating.spans.map((span) => ({ ...span, rater: pseudonym })));

/** All spans that raters labelled in one of the answers they compared. */
export const candidateSpans = (ratings: AuditedItem['ratings'], number: number): LabelledSpan[] =>
  ratings.flatMap(({ pseudonym, rating }) =>
    (rating.candidates[number]?.spans ?? []).map((span) => ({ ...span, rater: pseudonym })),
  );
