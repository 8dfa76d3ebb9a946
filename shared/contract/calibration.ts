import { z } from 'zod';
import { ratingValue } from '../domain/rubric-schema.ts';
import { command } from './command.ts';

const values = z.record(z.string(), ratingValue);

/** An answer to learn from. */
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
  /** The rater's own values; null where they skipped the item. */
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
