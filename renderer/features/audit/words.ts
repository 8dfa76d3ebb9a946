import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import type { LabelledSpan } from './spans.ts';
import type { Decision } from './state.ts';

interface DecisionWords {
  label: string;
  done: string;
  /** What stands on the key. */
  cap: string;
  /** What it says of a marked and of an unmarked answer. */
  marked: string;
  unmarked: string;
}

export const DECISION_WORDS: Record<Decision, DecisionWords> = {
  confirm: {
    label: 'Confirm',
    done: 'confirmed',
    cap: 'A',
    marked: 'The raters who marked it are right.',
    unmarked: 'It is right that nobody marked it.',
  },
  overturn: {
    label: 'Overturn',
    done: 'overturned',
    cap: 'O',
    marked: 'The mark is a mistake.',
    unmarked: 'It should have been marked.',
  },
  escalate: {
    label: 'Escalate',
    done: 'escalated',
    cap: 'E',
    marked: 'Others must decide.',
    unmarked: 'Others must decide.',
  },
};

/** All spans of all ratings, each with the pseudonym of its rater. */
export const labelledSpans = (ratings: AuditedItem['ratings']): LabelledSpan[] =>
  ratings.flatMap(({ pseudonym, rating }) => rating.spans.map((span) => ({ ...span, rater: pseudonym })));
