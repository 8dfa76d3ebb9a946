import { z } from 'zod';
import { ratingValue } from '../domain/rubric-schema.ts';
import { command } from './command.ts';

const values = z.record(z.string(), ratingValue);

/**
 * An answer to learn from. Of a comparison it is the preference alone, under the name that `PREFERENCE` gives it: the place, from 1, at
 * which the rater was shown the better candidate, or why there is none.
 */
const agreedAnswer = z.object({
  /** `gold`: known beforehand; `consensus`: what more than half of the raters who are done gave. */
  source: z.enum(['gold', 'consensus']),
  /** How many ratings a consensus was read from. */
  raters: z.int(),
  /** By dimension; null where there is no majority. */
  values: z.record(z.string(), ratingValue.nullable()),
  /** How many gave which value, most frequent first. */
  spread: z.record(z.string(), z.array(z.object({ value: ratingValue, raters: z.int() }))),
});
export type AgreedAnswer = z.infer<typeof agreedAnswer>;

const roundItem = z.object({
  assignment: z.uuid(),
  /** The beginning of the message before the answer, and of the answer. */
  prompt: z.string(),
  answer: z.string(),
  /** Of a comparison, in place of the answer: the beginnings of its candidates in the order in which the rater was shown them. */
  candidates: z.array(z.string()),
  /** The rater's own values, of a comparison the preference; null where they skipped the item. */
  own: values.nullable(),
  agreed: agreedAnswer.nullable(),
});
export type RoundItem = z.infer<typeof roundItem>;

export const calibrationCommands = {
  /** What a rater may learn of an item they have submitted, as the project's settings say; null for nothing. */
  'feedback.show': command({
    lane: 'read',
    input: z.object({ assignment: z.uuid() }),
    output: z.object({ feedback: agreedAnswer.nullable() }),
  }),
  /** The agreed answers of a calibration round; refused before the rater has finished it. */
  'calibration.answers': command({
    lane: 'read',
    input: z.object({ rater: z.uuid(), /** Id of the sample. */ round: z.uuid() }),
    output: z.object({
      raters: z.int(),
      finished: z.int(),
      items: z.array(roundItem),
    }),
  }),
};
