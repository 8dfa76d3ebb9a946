import { z } from 'zod';
import { command } from './command.ts';
import { preferences } from './preferences.ts';
import { profileCommands } from './profiles.ts';
import { file } from './project.ts';

export type { Preferences } from './preferences.ts';

const picked = z.object({
  file,
  name: z.string(),
  bytes: z.int(),
  /** True for a folder. */
  folder: z.boolean().optional(),
});
export type PickedFile = z.infer<typeof picked>;

const recent = z.object({
  /** A token that opens it. */
  file,
  name: z.string(),
  folder: z.string(),
  openedAt: z.iso.datetime(),
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof recent>;

/** What is written where the user says. */
export const SAVED_KINDS = ['rejected', 'rubric', 'packet', 'report', 'printed'] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

export const windowCommands = {
  'app.state': command({
    lane: 'window',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      platform: z.string(),
      preferences,
      recents: z.array(recent),
      /** Token of the project given when the program was started, or null. */
      launch: file.nullable(),
    }),
  }),
  'app.remember': command({
    lane: 'window',
    input: preferences.partial(),
    output: preferences,
  }),
  'app.forgetRecent': command({
    lane: 'window',
    input: z.object({ file }),
    output: z.object({}),
    files: { file: 'use' },
  }),
  'pick.project': command({ lane: 'window', input: z.object({}), output: picked.nullable() }),
  /** Asks where a new project goes. */
  'pick.newProject': command({
    lane: 'window',
    input: z.object({ name: z.string() }),
    output: picked.nullable(),
  }),
  /** A place for the sample project that asks nothing: the user's documents folder, a free name. */
  'pick.sampleProject': command({ lane: 'window', input: z.object({}), output: picked }),
  'pick.transcripts': command({ lane: 'window', input: z.object({}), output: z.array(picked) }),
  'pick.transcriptFolder': command({ lane: 'window', input: z.object({}), output: z.array(picked) }),
  /** Asks where a file of a kind is written to; `name` is what it is called unless the user calls it otherwise. */
  'pick.saveAs': command({
    lane: 'window',
    input: z.object({ kind: z.enum(SAVED_KINDS), name: z.string() }),
    output: picked.nullable(),
  }),
  /** Further tokens for what was chosen: for files within a folder, or, where `within` is null, for itself. */
  'pick.again': command({
    lane: 'window',
    input: z.object({ file, within: z.array(z.string().max(4000).nullable()).max(2000) }),
    output: z.array(picked),
    files: { file: 'keep' },
  }),
  'pick.rubric': command({ lane: 'window', input: z.object({}), output: picked.nullable() }),
  'pick.ratings': command({ lane: 'window', input: z.object({}), output: z.array(picked) }),
  /** Packets, and project files of the same study. */
  'pick.packets': command({ lane: 'window', input: z.object({}), output: z.array(picked) }),
  'pick.folder': command({ lane: 'window', input: z.object({}), output: picked.nullable() }),
  /** Prints a report, HTML with nothing outside it, as a PDF file. */
  'report.print': command({
    lane: 'window',
    input: z.object({ html: z.string().min(1).max(50_000_000), out: file }),
    output: z.object({ bytes: z.int() }),
    files: { out: 'use' },
  }),
  'job.cancel': command({ lane: 'window', input: z.object({ job: z.string() }), output: z.object({}) }),
  ...profileCommands,
};
