import { z } from 'zod';
import { NO_WINNER, STRENGTHS } from './preference.ts';
import { RATING_STATUS } from './rating.ts';
import { ratingValue } from './rubric-schema.ts';

/** A stretch of the answer with a label; offsets count UTF-16 code units, end exclusive. */
export const span = z
  .object({ start: z.int().min(0), end: z.int().min(1), label: z.string().min(1) })
  .refine(({ start, end }) => end > start, 'a span ends after it starts');

const reason = z.string().trim().min(1);

/** Dimension -> why it cannot be judged. */
const cannot = z.record(z.string(), reason);

/** Number of a candidate of a comparison, from 0. */
const number = z.int().min(0);
/** Of a comparison, the candidate that is judged; left out where the item is one answer. */
const candidate = number.optional();
const choice = z.union([number, z.enum(NO_WINNER)]);
const strength = z.literal(STRENGTHS);

/** Which candidate of a comparison is the better one, or that none is; and how much better, where that was said. */
export const preference = z.object({ choice, strength: strength.nullable() });

/** What a rater says of one candidate of a comparison. */
export const candidateJudgement = z.object({
  values: z.record(z.string(), ratingValue),
  cannot,
  categories: z.array(z.string()),
  spans: z.array(span),
});

/** One thing a rater does to a rating. Each is stored as an event and never changed. */
export const ratingAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), dimension: z.string(), value: ratingValue.nullable(), candidate }),
  /** The dimension cannot be judged, and why; null takes it back. */
  z.object({ kind: z.literal('cannot'), dimension: z.string(), reason: reason.nullable(), candidate }),
  z.object({ kind: z.literal('categories'), categories: z.array(z.string()), candidate }),
  z.object({ kind: z.literal('spans'), spans: z.array(span), candidate }),
  /** A null choice takes the preference back. */
  z.object({ kind: z.literal('preference'), choice: choice.nullable(), strength: strength.nullable() }),
  z.object({ kind: z.literal('rationale'), text: z.string() }),
  z.object({ kind: z.literal('rewrite'), text: z.string().nullable() }),
  z.object({ kind: z.literal('flag'), flagged: z.boolean(), question: z.string().default('') }),
  z.object({ kind: z.literal('skip'), reason: z.string().min(1) }),
  z.object({ kind: z.literal('submit') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({
    kind: z.literal('import'),
    values: z.record(z.string(), ratingValue),
    /** Left out where every dimension could be judged. */
    cannot: cannot.optional(),
    categories: z.array(z.string()),
    spans: z.array(span),
    rationale: z.string(),
    rewrite: z.string().nullable(),
    createdAt: z.number().nullable(),
    /** Of comparisons only. */
    preference: preference.optional(),
    candidates: z.record(z.string(), candidateJudgement).optional(),
    shown: z.array(number).optional(),
  }),
  /** What a rating that is made again begins with: what its rater said under the rubric named, as far as it stands. */
  z.object({
    kind: z.literal('carry'),
    rubric: z.string(),
    values: z.record(z.string(), ratingValue),
    cannot,
    categories: z.array(z.string()),
    spans: z.array(span),
    rationale: z.string(),
    rewrite: z.string().nullable(),
    preference: preference.nullable(),
    candidates: z.record(z.string(), candidateJudgement),
  }),
]);

/** One rater's judgement of one item, as read from its events. */
export const ratingSchema = z.object({
  status: z.enum(RATING_STATUS),
  values: z.record(z.string(), ratingValue),
  cannot: cannot.default({}),
  categories: z.array(z.string()),
  spans: z.array(span),
  rationale: z.string(),
  /** The answer the rater would have wanted, or null. */
  rewrite: z.string().nullable(),
  skipReason: z.string().nullable(),
  flagged: z.boolean(),
  question: z.string(),
  /** Of a comparison; null of one answer, and until it is given. */
  preference: preference.nullable().default(null),
  /** What is said of each candidate of a comparison, by its number. */
  candidates: z.record(z.string(), candidateJudgement).default({}),
  /** The order in which the candidates were shown, by their numbers, where the rating came with it; else it is with the assignment. */
  shown: z.array(number).default([]),
});
