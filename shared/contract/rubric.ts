import { z } from 'zod';
import { rubricDraft } from '../domain/rubric-draft.ts';
import { rubricSchema } from '../domain/rubric-schema.ts';
import { command } from './command.ts';
import { file, utc } from './project.ts';

const version = z.object({
  rubric: rubricSchema,
  at: utc,
  /** Null where it was not kept who made it. */
  actor: z.string().nullable(),
  note: z.string(),
  sha256: z.string(),
  /** Ratings made under it, hidden repeats and known answers among them, and those that were begun. */
  submitted: z.int(),
  begun: z.int(),
});
export type RubricVersion = z.infer<typeof version>;

const keptDraft = z.object({
  /** The version it was begun from. */
  base: z.int(),
  draft: rubricDraft,
  actor: z.string(),
  keptAt: utc,
});

const request = z.object({
  act: z.uuid(),
  rubric: z.string(),
  dimensions: z.array(z.string()),
  actor: z.string(),
  at: utc,
  asked: z.int(),
  /** Begun, or skipped or submitted since. */
  started: z.int(),
  done: z.int(),
  takenBack: z.int(),
});
export type RerateRequest = z.infer<typeof request>;

const raterCount = z.object({ rater: z.string(), ratings: z.int() });

const affectedDimension = z.object({
  dimension: z.string(),
  label: z.string(),
  /** Why: it is new, its scale is another, or what it means was worded anew. */
  by: z.enum(['added', 'scale', 'meaning']),
  ratings: z.int(),
  items: z.int(),
  raters: z.array(raterCount),
});

const affected = z.object({
  rubric: z.string(),
  dimensions: z.array(affectedDimension),
  /** Of the dimensions and raters named together; of all where none are. */
  chosen: z.object({ ratings: z.int(), items: z.int(), raters: z.array(raterCount) }),
  /** Ratings that were asked for again already, and are not made yet. They are in no other count. */
  underway: z.int(),
});
export type Affected = z.infer<typeof affected>;

const names = z.array(z.string().min(1)).min(1);

export const rubricCommands = {
  /** All versions of the project's rubric, newest first; the draft of the next; and what was asked for again. */
  'rubric.read': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({
      versions: z.array(version),
      draft: keptDraft.nullable(),
      requests: z.array(request),
    }),
  }),
  /** Makes the next version. Its id and number are given by the project, whatever the rubric says. */
  'rubric.save': command({
    lane: 'write',
    input: z.object({
      /** The version it was made from; refused where there is a newer one. */
      base: z.int().min(1),
      rubric: z.record(z.string(), z.unknown()),
      note: z.string().default(''),
    }),
    output: version,
  }),
  /** Keeps the draft in place of what was kept; null removes it. */
  'rubric.keep': command({
    lane: 'write',
    input: z.object({ draft: keptDraft.pick({ base: true, draft: true }).nullable() }),
    output: z.object({ keptAt: utc.nullable() }),
  }),
  /** The rubric in a file; the one that is built in where no file is named. */
  'rubric.load': command({
    lane: 'write',
    input: z.object({ file: file.optional() }),
    output: rubricSchema,
    files: { file: 'use' },
  }),
  /** Writes a version to a file; the newest where none is named. */
  'rubric.export': command({
    lane: 'job',
    input: z.object({ version: z.int().min(1).optional(), out: file }),
    output: z.object({ path: z.string(), rubric: z.string(), sha256: z.string() }),
    files: { out: 'use' },
  }),
  /** Newest ratings of earlier versions on the dimensions that changed since. */
  'rubric.affected': command({
    lane: 'job',
    input: z.object({ dimensions: names.optional(), raters: names.optional() }),
    output: affected,
  }),
  /** Has the affected ratings made again on these dimensions, each by its rater. */
  'rubric.rerate': command({
    lane: 'job',
    input: z.object({ dimensions: names, raters: names.optional() }),
    output: z.object({
      act: z.uuid(),
      assignments: z.int(),
      items: z.int(),
      per_rater: z.record(z.string(), z.int()),
    }),
  }),
  /** Takes back what was asked for and is not begun. */
  'rubric.takeBack': command({
    lane: 'write',
    input: z.object({ act: z.uuid() }),
    output: z.object({ released: z.int(), started: z.int() }),
  }),
};
