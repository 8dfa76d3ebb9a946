import { z } from 'zod';
import { refuse } from '../contract/errors.ts';
import { ok, type Result } from '../contract/result.ts';
import type { RatingValue, Rubric } from './rubric.ts';

/** A value on a dimension: a number, or a word where the rubric's options are words. */
export const ratingValue = z.union([z.number(), z.string().min(1)]);

const option = z.looseObject({
  value: ratingValue,
  label: z.string().min(1),
  /** Physical key, a `KeyboardEvent.code` such as Digit1. */
  key: z.string().min(1).optional(),
  /** One sentence that fixes what the option means. */
  anchor: z.string().optional(),
  example: z.string().optional(),
});

const dimension = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _'),
  label: z.string().min(1).optional(),
  level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']),
  /** Asked only when an earlier dimension has this value. */
  gate: z.object({ dimension: z.string(), equals: ratingValue }).optional(),
  options: z.array(option).min(2),
  question: z.string().optional(),
  /** Which end of the scale is the good one; high where not said. */
  better: z.enum(['high', 'low']).optional(),
  /** Physical key that jumps to the dimension. */
  key: z.string().optional(),
  /** Categories to choose from when the value is above the lowest option. */
  categories: z.array(z.string().min(1)).optional(),
  /** True where spans of the answer can be labelled as carrying the value. */
  spans: z.boolean().optional(),
  /** A rationale is required at this value and above. */
  rationale_from: z.number().optional(),
});

export const rubricSchema = z
  .looseObject({
    id: z.string().regex(/^[a-z][a-z0-9_-]*$/i, 'letters, digits, - and _'),
    version: z.int().min(1),
    title: z.string().min(1),
    /** Markdown. */
    guidelines: z.string().default(''),
    dimensions: z.array(dimension).min(1),
  })
  .superRefine((rubric, context) => {
    const seen = new Map<string, readonly { value: RatingValue }[]>();
    rubric.dimensions.forEach((entry, index) => {
      const issue = (message: string, ...path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path: ['dimensions', index, ...path] });
      if (seen.has(entry.id)) issue(`the id "${entry.id}" is used twice`, 'id');
      const values = entry.options.map((choice) => choice.value);
      if (new Set(values).size !== values.length) issue('two options have the same value', 'options');
      const keys = entry.options.flatMap((choice) => choice.key ?? []);
      if (new Set(keys).size !== keys.length) issue('two options have the same key', 'options');
      if (entry.gate) {
        const { dimension: on, equals } = entry.gate;
        const options = seen.get(on);
        if (!options) issue(`gate names "${on}", which is not an earlier dimension`, 'gate');
        else if (!options.some((choice) => choice.value === equals))
          issue(`gate wants ${String(equals)}, which "${on}" does not offer`, 'gate');
      }
      seen.set(entry.id, entry.options);
    });
  });

/** Reads a rubric from parsed JSON; the failure names the field. */
export function parseRubric(input: unknown, file?: string): Result<Rubric> {
  const parsed = rubricSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue ? issue.path.map(String).join('.') : '';
  return refuse('RUBRIC_INVALID', `The rubric cannot be used: ${path || 'file'}: ${issue?.message ?? ''}`, {
    file,
    path,
  });
}
