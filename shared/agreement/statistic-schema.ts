import { z } from 'zod';
import { REASONS } from './statistic.ts';

export const given = z.strictObject({
  value: z.number(),
  se: z.number().min(0).optional(),
  ci: z.tuple([z.number(), z.number()]).optional(),
  sentence: z.string().min(1),
});
export const none = z.strictObject({ value: z.null(), reason: z.enum(REASONS), sentence: z.string().min(1) });

/** A statistic in a report: a value, or null with the reason; a sentence in plain words beside either. */
export const statisticSchema = z.union([given, none]);
export type ReportedStatistic = z.infer<typeof statisticSchema>;
