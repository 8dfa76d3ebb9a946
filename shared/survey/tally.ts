import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { CUT_SIGNS } from './codes.ts';
import { histogramSchema } from './log-histogram.ts';
import { modelTableSchema } from './model-table.ts';
import { topSchema } from './top-counts.ts';

const count = z.int().min(0);

/**
 * What is counted of conversations: numbers only, so that the tallies of several batches add up to that of all. A few
 * hundred kB at most, however much was counted. {@link reportOf} makes it readable.
 */
export const tallySchema = z.strictObject({
  version: z.literal(1),
  conversations: count,
  messages: count,
  roles: z.record(z.enum(ROLES), count),
  /** Messages of users in a conversation. */
  turns: histogramSchema,
  /** Characters (UTF-16 code units) of answers that are not empty, and of users' messages. */
  answerLengths: histogramSchema,
  promptLengths: histogramSchema,
  languages: z.strictObject({
    /** As the source says it, by the first part of its code: `en` of `en-US`. */
    given: topSchema,
    notGiven: count,
    /** Detected where the source says none; where it cannot be told it is `undetected`. */
    detected: topSchema,
    undetected: count,
    /** Conversations with a given language in which one was detected too, and how often it was another; "en > de" how often. */
    checked: count,
    disagreed: count,
    disagreements: topSchema,
  }),
  /** "model version" of conversations that have a version. */
  versions: topSchema,
  useCases: topSchema,
  noUseCase: count,
  groups: z.array(z.strictObject({ name: z.string(), values: topSchema })),
  /** Conversations with any group. */
  grouped: count,
  time: z.strictObject({
    countedBy: z.enum(['day', 'month']),
    /** First and last time of a conversation, UTC milliseconds. */
    first: z.number().nullable(),
    last: z.number().nullable(),
    /** Bucket of the calendar and the conversations in it, ascending. */
    conversations: z.array(z.tuple([z.int(), count])),
    undated: count,
    /** With a time before 1990 or after 2099. */
    implausible: count,
  }),
  answers: modelTableSchema,
  /** Answers with any feedback, every signal by its name, and stars from one to five. */
  feedback: z.strictObject({ answers: count, signals: topSchema, stars: z.array(count).length(5) }),
  /** Conversations with several answers to the same context, and those answers. */
  candidates: z.strictObject({ conversations: count, answers: count }),
  cutSigns: z.record(z.enum(CUT_SIGNS), count),
  /** Makers that answers claimed to be of. */
  leaked: topSchema,
});
export type SurveyTally = z.infer<typeof tallySchema>;
