import { z } from 'zod';

/** What each person sets for themselves; kept in their profile. What a profile does not hold has its default. */
export const personalPreferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Reading size of transcripts, pixels. */
  textSize: z.int().min(14).max(36).default(18),
  /** Face of transcripts. `legible` and `dyslexic` are drawn for readers who mix letters up. */
  textFont: z.enum(['serif', 'sans', 'legible', 'dyslexic']).default('serif'),
  /** Longest line of transcripts, in widths of a digit. */
  textWidth: z.int().min(45).max(100).default(68),
  /** Height of a line of transcripts, percent of the text size. */
  textSpacing: z.int().min(130).max(220).default(160),
  /** The language of the window. */
  language: z.enum(['system', 'en', 'de']).default('system'),
  /** Which hand the keys lie under. */
  hand: z.enum(['both', 'left', 'right']).default('both'),
  /** Own keys by action, each in the form `Ctrl+Shift+KeyZ`; what no action or key is known for is passed over. */
  keys: z.record(z.string().max(80), z.array(z.string().max(80)).max(8)).default({}),
  /** Commands given last by name, newest first. */
  commands: z.array(z.string().max(80)).max(12).default([]),
  /** Sentences a rater says often. */
  snippets: z.array(z.string().max(2000)).max(100).default([]),
});
export type PersonalPreferences = z.infer<typeof personalPreferences>;

export const preferences = z.object({
  ...personalPreferences.shape,
  /** The name last used in each project, by project id. */
  people: z.record(z.string(), z.string()).default({}),
  /** The screen last used in each project, by project id. */
  screens: z.record(z.string(), z.string()).default({}),
});
export type Preferences = z.infer<typeof preferences>;
