import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { TIME_UNITS } from './calendar.ts';
import { ANSWER_CODES, CUT_SIGNS } from './codes.ts';
import { rateSchema } from './wilson.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const sentence = z.string().min(1);
/** A day, `2026-02-01`, UTC. */
const day = z.iso.date();

const valueCount = z.strictObject({ value: z.string(), n: count, share });
/** Most frequent values first; `other` counts the values beyond them, `absent` what has no value. */
const values = z.strictObject({ top: z.array(valueCount), other: count, absent: count });
export type ValueCounts = z.infer<typeof values>;

/** Whole numbers: quantiles are off by 5 % at most. Bars are the values from `from` to `to`, both included. */
const distribution = z.strictObject({
  n: count,
  mean: z.number().nullable(),
  min: z.number().nullable(),
  p5: z.number().nullable(),
  p25: z.number().nullable(),
  median: z.number().nullable(),
  p75: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  max: z.number().nullable(),
  bars: z.array(z.strictObject({ from: count, to: count, n: count })),
  sentence,
});
export type Distribution = z.infer<typeof distribution>;

/**
 * What users did. Thumbs down: of answers with a thumb. Edited and sent unmodified: of answers with an implicit signal, so that it is known
 * what became of them. Regenerated: of all answers, since it is recorded only where it happens.
 */
const feedbackRates = z.strictObject({
  thumbs_down: rateSchema,
  edited: rateSchema,
  regenerated: rateSchema,
  sent_unmodified: rateSchema,
});
export type FeedbackRates = z.infer<typeof feedbackRates>;
export const RATE_NAMES = ['thumbs_down', 'edited', 'regenerated', 'sent_unmodified'] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** Of all answers. */
const answerRates = z.record(z.enum(ANSWER_CODES), rateSchema);
/** A model's name; null for answers of which the log does not say it. */
const model = z.string().nullable();

const modelRow = z.strictObject({
  model,
  /** True for the row of all models beyond the most frequent, whose `model` is null. */
  rest: z.boolean(),
  answers: count,
  share,
  feedback: feedbackRates,
  findings: answerRates,
});
export type ModelRow = z.infer<typeof modelRow>;

const warning = z.strictObject({
  code: z.string(),
  /** Worst first: what makes judgements wrong, then what makes them less useful. */
  level: z.enum(['attention', 'note']),
  sentence,
});
export type Warning = z.infer<typeof warning>;

/** What came in: the object that the page shows, the command line prints and programs may rely on. */
export const surveyReportSchema = z.strictObject({
  conversations: count,
  messages: count,
  answers: count,
  sentence,
  warnings: z.array(warning),
  roles: z.strictObject({
    counts: z.array(z.strictObject({ role: z.enum(ROLES), n: count, share })),
    sentence,
  }),
  /** Messages of users in a conversation. */
  turns: distribution,
  /** In characters. */
  answer_lengths: distribution,
  prompt_lengths: distribution,
  languages: z.strictObject({
    given: values,
    detected: values,
    /** Of conversations with a given language in which one was detected: those where it is another. */
    disagreement: rateSchema,
    disagreements: z.array(valueCount),
    sentence,
  }),
  models: z.strictObject({ rows: z.array(modelRow), sentence }),
  versions: values,
  time: z.strictObject({
    first: z.iso.datetime().nullable(),
    last: z.iso.datetime().nullable(),
    unit: z.enum(TIME_UNITS),
    buckets: z.array(z.strictObject({ from: day, conversations: count, answers: count })),
    undated: count,
    implausible: count,
    sentence,
  }),
  feedback: z.strictObject({
    /** Answers with any, of all answers. */
    answers: rateSchema,
    signals: z.array(z.strictObject({ signal: z.string(), n: count })),
    /** Answers with one star, two ... five. */
    stars: z.array(count).length(5),
    all: feedbackRates,
    by_time: z.array(z.strictObject({ from: day, feedback: feedbackRates })),
    by_model_and_time: z.array(
      z.strictObject({ model, rest: z.boolean(), from: day, feedback: feedbackRates }),
    ),
    sentence,
  }),
  use_cases: values,
  groups: z.array(z.strictObject({ name: z.string(), values })),
  quality: z.strictObject({
    findings: z.array(z.strictObject({ code: z.enum(ANSWER_CODES), rate: rateSchema, sentence })),
    cut_signs: z.record(z.enum(CUT_SIGNS), count),
    leaked: z.array(valueCount),
    by_time: z.array(z.strictObject({ from: day, findings: answerRates })),
  }),
  candidates: z.strictObject({ conversations: count, answers: count, sentence }),
});
export type SurveyReport = z.infer<typeof surveyReportSchema>;
