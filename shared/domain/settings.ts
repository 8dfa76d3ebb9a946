import { z } from 'zod';
import { adjudicationRule, DEFAULT_RULE } from './adjudication.ts';

/** What the lead decides for a project as a whole. A field that was never set stands at its default. */
export const settingsSchema = z.object({
  /** Raters see no model, version, source, feedback or others' ratings, not even in the data that reaches the window. */
  blind: z.boolean().default(true),
  /** Whether raters learn the known answer of a gold item right after they submitted it. */
  goldFeedback: z.enum(['hidden', 'training']).default('hidden'),
  /** When the agreed answers of a calibration round are shown: after the whole round, or after each item as far as they are known. */
  calibrationFeedback: z.enum(['round', 'item']).default('round'),
  /** A short warning before items that a detector or a mark calls harsh, and a blur until it is lifted. */
  contentWarnings: z.boolean().default(true),
  /** Raters see their own pace. */
  showPace: z.boolean().default(true),
  /** A pause is suggested after this many minutes of work without one; null for never. */
  pauseAfterMinutes: z.int().min(5).max(240).nullable().default(null),
  /** Which units the lead is asked to decide, and what the others come to. */
  adjudication: adjudicationRule.default(DEFAULT_RULE),
});

export type ProjectSettings = z.output<typeof settingsSchema>;

export const DEFAULT_SETTINGS: ProjectSettings = settingsSchema.parse({});

/** Some fields, each to be set to the value given. Written out field by field, so that a field left out is not set to its default. */
export const settingsChange = z.strictObject({
  blind: settingsSchema.shape.blind.unwrap().optional(),
  goldFeedback: settingsSchema.shape.goldFeedback.unwrap().optional(),
  calibrationFeedback: settingsSchema.shape.calibrationFeedback.unwrap().optional(),
  contentWarnings: settingsSchema.shape.contentWarnings.unwrap().optional(),
  showPace: settingsSchema.shape.showPace.unwrap().optional(),
  pauseAfterMinutes: settingsSchema.shape.pauseAfterMinutes.unwrap().optional(),
  adjudication: settingsSchema.shape.adjudication.unwrap().optional(),
});
export type SettingsChange = z.output<typeof settingsChange>;
