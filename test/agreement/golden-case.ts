import { z } from 'zod';
import { LEVELS } from '../../shared/agreement/index.ts';

const value = z.union([z.number(), z.string()]);
const numbers = z.record(z.string(), z.number().nullable());

const cohen = z.looseObject({
  raters: z.tuple([z.number(), z.number()]),
  n: z.number(),
  percent_agreement: z.number().nullable(),
  kappa: z.number().nullable(),
  kappa_se: z.number().nullable(),
  kappa_ci_low: z.number().nullable(),
  kappa_ci_high: z.number().nullable(),
  linear_index_declared: z.number().nullable().optional(),
  linear_index_declared_se: z.number().nullable().optional(),
  quadratic_index_declared: z.number().nullable().optional(),
  quadratic_index_declared_se: z.number().nullable().optional(),
});

const bootstrap = z.looseObject({ ci_low: z.number(), ci_high: z.number(), tolerance: z.number() });

const goldenCase = z.looseObject({
  name: z.string(),
  level: z.enum(LEVELS),
  matrix: z.array(z.array(value.nullable())),
  categories: z.array(value),
  expected: z.looseObject({
    cohen: z.array(cohen).optional(),
    declared: numbers.optional(),
    alpha_bootstrap: bootstrap.optional(),
  }),
});
export type GoldenCase = z.infer<typeof goldenCase>;

export const parseGolden = (text: string): GoldenCase[] => z.array(goldenCase).parse(JSON.parse(text));

/** A number the case expects, null where it is undefined, and undefined where it was not computed. */
export function expectedNumber(from: Record<string, unknown>, key: string): number | null | undefined {
  const found = from[key];
  return typeof found === 'number' || found === null ? found : undefined;
}
