import { z } from 'zod';
import { refuse } from '../contract/errors.ts';
import { ok, type Result } from '../contract/result.ts';
import { DIMENSION_KINDS, type Rubric } from './rubric.ts';
import { comparisonFault, rubricFaults } from './rubric-faults.ts';
import { rubricSentence } from './rubric-sentence.ts';

/** Value of an option: a number, or a word. */
export const optionValue = z.union([z.number(), z.string().min(1)]);

/** A value on a dimension: a number, a word or a text; a list where several options can be chosen. */
export const ratingValue = z.union([z.number(), z.string().min(1), z.array(optionValue)]);

const option = z.looseObject({
  value: optionValue,
  label: z.string().min(1),
  /** Physical key, a `KeyboardEvent.code` such as Digit1. */
  key: z.string().min(1).optional(),
  /** One sentence that fixes what the option means. */
  anchor: z.string().optional(),
  example: z.string().optional(),
});

/** What an earlier dimension's value must be: this one, one that includes this, or a number of this or more. */
const gate = z.object({
  dimension: z.string(),
  equals: optionValue.optional(),
  includes: optionValue.optional(),
  from: z.number().optional(),
});

const dimension = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1).optional(),
  /** How it is answered; `options` where not said. */
  kind: z.enum(DIMENSION_KINDS).optional(),
  /** Scale of measurement; free text and categories may leave it out. */
  level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']).optional(),
  /** Asked only when an earlier dimension's value opens it. */
  gate: gate.optional(),
  /** What can be chosen; on a slider the points that have a name. */
  options: z.array(option).default([]),
  /** Ends and step of a slider. */
  range: z.object({ min: z.number(), max: z.number(), step: z.number().default(1) }).optional(),
  question: z.string().optional(),
  /** Which end of the scale is the good one; high where not said. */
  better: z.enum(['high', 'low']).optional(),
  /** Physical key that jumps to the dimension. */
  key: z.string().optional(),
  /** True where a rating is complete without a value. */
  optional: z.boolean().optional(),
  /** Categories to choose from when the value is above the lowest option. */
  categories: z.array(z.string().min(1)).optional(),
  /** True where spans of the answer can be labelled as carrying the value. */
  spans: z.boolean().optional(),
  /** Spans are required at this value and above. */
  spans_from: z.number().optional(),
  /** A rationale is required at this value and above. */
  rationale_from: z.number().optional(),
  /** A rationale is required whatever the value. */
  rationale_required: z.boolean().optional(),
});

const comparison = z.looseObject({
  /** Dimensions that each candidate is judged on, by their ids. */
  dimensions: z.array(z.string()).default([]),
  /** Whether is asked how much better the better one is. */
  strength: z.boolean().default(true),
  /** Whether raters may say that two are equally good, or all of them bad. */
  tie: z.boolean().default(true),
  both_bad: z.boolean().default(true),
});

export const rubricSchema = z
  .looseObject({
    id: z.string().regex(/^[a-z][a-z0-9_-]*$/i),
    version: z.int().min(1),
    title: z.string().min(1),
    /** Markdown. */
    guidelines: z.string().default(''),
    dimensions: z.array(dimension).min(1),
    /** What is asked of answers that are shown side by side; without it a preference and how strong it is. */
    comparison: comparison.optional(),
  })
  .superRefine(({ dimensions, comparison: asked }, context) => {
    for (const { message, path } of rubricFaults(dimensions))
      context.addIssue({ code: 'custom', message, path: ['dimensions', ...path] });
    const fault = asked && comparisonFault(dimensions, asked);
    if (fault) context.addIssue({ code: 'custom', message: fault, path: ['comparison', 'dimensions'] });
  });

/** Reads a rubric from parsed JSON; the failure names the field and says what it must be. */
export function parseRubric(input: unknown, file?: string): Result<Rubric> {
  const parsed = rubricSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const sentence = issue ? rubricSentence(issue, input) : '';
  return refuse('RUBRIC_INVALID', `The rubric cannot be used: ${sentence}`, {
    file,
    path: issue ? issue.path.map(String).join('.') : '',
  });
}
