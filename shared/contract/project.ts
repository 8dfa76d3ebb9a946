import { z } from 'zod';
import { comparisonFiguresSchema } from '../agreement/comparisons.ts';
import { rubricSchema } from '../domain/rubric-schema.ts';
import { settingsSchema } from '../domain/settings.ts';
import { command } from './command.ts';

const nothing = z.object({});
/** A path at the command line and in the engine; a token in the window. */
export const file = z.string().min(1);
export const utc = z.iso.datetime();

export const raterSchema = z.object({ id: z.uuid(), name: z.string(), pseudonym: z.string() });
export type RaterSummary = z.infer<typeof raterSchema>;

const counts = z.object({
  conversations: z.int(),
  messages: z.int(),
  /** Answers a sample can draw from: assistant messages with text. */
  answers: z.int(),
  items: z.int(),
  ratings: z.int(),
  raters: z.int(),
  samples: z.int(),
  assignments: z.int(),
  quarantined: z.int(),
});

export const projectSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The file's name without its folder. */
  file: z.string(),
  schemaVersion: z.int(),
  createdAt: utc,
  illustrative: z.boolean(),
  rubric: rubricSchema,
  settings: settingsSchema,
  counts,
  raters: z.array(raterSchema),
  /** What opening had to do, in sentences: repaired leftovers, a migration, an unclean exit. */
  notices: z.array(z.string()),
});
export type ProjectSummary = z.infer<typeof projectSummary>;

const interval = z.tuple([z.number(), z.number()]);
export const estimate = z.object({
  value: z.number().nullable(),
  ci: interval.nullable().optional(),
  reason: z.string().optional(),
});

export const projectStats = z.object({
  name: z.string(),
  rubric: z.string(),
  ...counts.shape,
  batches: z.int(),
  duplicates: z.int(),
  rating_events: z.int(),
  audit_entries: z.int(),
  ssa: estimate,
  /** How comparisons went; null where none has been rated. */
  comparisons: comparisonFiguresSchema.nullable(),
  /** Submitted ratings by rater name. */
  per_rater: z.record(z.string(), z.int()),
  /** By model name; conversations without one under "unknown". */
  per_model: z.record(z.string(), z.int()),
  sample_ids: z.array(z.string()),
});

export const projectCommands = {
  'project.create': command({
    lane: 'write',
    input: z.object({ file, name: z.string().min(1).optional(), rubric: file.optional() }),
    output: projectSummary,
    files: { file: 'use', rubric: 'use' },
  }),
  /** Makes and opens the sample project: shipped transcripts and illustrative ratings. */
  'project.createSample': command({
    lane: 'write',
    input: z.object({ file }),
    output: projectSummary,
    files: { file: 'use' },
  }),
  'project.open': command({
    lane: 'write',
    input: z.object({ file }),
    output: projectSummary,
    files: { file: 'use' },
  }),
  'project.close': command({ lane: 'write', input: nothing, output: nothing }),
  'project.summary': command({ lane: 'read', input: nothing, output: projectSummary }),
  'project.stats': command({ lane: 'read', input: nothing, output: projectStats }),
  'rater.add': command({
    lane: 'write',
    input: z.object({ name: z.string().trim().min(1).max(80) }),
    output: raterSchema,
  }),
};
