import { z } from 'zod';
import { RATING_STATUS } from './rating.ts';
import { ratingValue } from './rubric-schema.ts';

/** A stretch of the answer with a label; offsets count UTF-16 code units, end exclusive. */
export const span = z
  .object({ start: z.int().min(0), end: z.int().min(1), label: z.string().min(1) })
  .refine(({ start, end }) => end > start, 'a span ends after it starts');

/** One thing a rater does to a rating. Each is stored as an event and never changed. */
export const ratingAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), dimension: z.string(), value: ratingValue.nullable() }),
  z.object({ kind: z.literal('categories'), categories: z.array(z.string()) }),
  z.object({ kind: z.literal('spans'), spans: z.array(span) }),
  z.object({ kind: z.literal('rationale'), text: z.string() }),
  z.object({ kind: z.literal('rewrite'), text: z.string().nullable() }),
  z.object({ kind: z.literal('flag'), flagged: z.boolean(), question: z.string().default('') }),
  z.object({ kind: z.literal('skip'), reason: z.string().min(1) }),
  z.object({ kind: z.literal('submit') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({
    kind: z.literal('import'),
    values: z.record(z.string(), ratingValue),
    categories: z.array(z.string()),
    spans: z.array(span),
    rationale: z.string(),
    rewrite: z.string().nullable(),
    createdAt: z.number().nullable(),
  }),
]);

/** One rater's judgement of one item, as read from its events. */
export const ratingSchema = z.object({
  status: z.enum(RATING_STATUS),
  values: z.record(z.string(), ratingValue),
  categories: z.array(z.string()),
  spans: z.array(span),
  rationale: z.string(),
  /** The answer the rater would have wanted, or null. */
  rewrite: z.string().nullable(),
  skipReason: z.string().nullable(),
  flagged: z.boolean(),
  question: z.string(),
});
