import type { DrawParameters } from '../contract/sampling.ts';

export interface WeightRule {
  /** A filter; the first rule that an answer meets gives its weight, and one that meets none has the weight 1. */
  where: string;
  weight: number;
}

/** What counts as negative feedback. */
export const NEGATIVE_FEEDBACK =
  'feedback.thumb = -1 or feedback.stars <= 2 or feedback.edited = true or feedback.regenerated = true or feedback.abandoned = true';

/** How many times as likely an answer with negative feedback is to be drawn, unless something else is asked for. */
export const NEGATIVE_WEIGHT = 5;

/** The rules of a weighted draw: those asked for, else negative feedback. */
export const weightRules = ({ weights }: Pick<DrawParameters, 'weights'>): readonly WeightRule[] =>
  weights ?? [{ where: NEGATIVE_FEEDBACK, weight: NEGATIVE_WEIGHT }];
