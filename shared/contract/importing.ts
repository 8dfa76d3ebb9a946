import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { command } from './command.ts';
import { file, utc } from './project.ts';

/** How sure the detection is, 0 to 1, with what speaks for it in words. */
const guess = z.object({ adapter: z.string(), confidence: z.number(), because: z.string() });

const importFile = z.object({
  path: z.string(),
  adapter: z.string(),
  confidence: z.number(),
  sha256: z.string(),
  /** records = imported + duplicates + rejected, always. */
  records: z.int(),
  imported: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  messages: z.int(),
  /** Reason code -> number of rejected records. */
  reasons: z.record(z.string(), z.int()),
  /** Id of the batch whose quarantine holds the rejected records, or null when none was rejected. */
  quarantine: z.string().nullable(),
});
export type ImportedFile = z.infer<typeof importFile>;

const previewMessage = z.object({ role: z.enum(ROLES), text: z.string(), candidate: z.int() });

const inspection = z.object({
  file,
  name: z.string(),
  bytes: z.int(),
  compressed: z.boolean(),
  adapter: z.string(),
  confidence: z.number(),
  because: z.string(),
  runnersUp: z.array(guess),
  /** The first conversations as they would be stored. */
  preview: z.array(
    z.object({ id: z.string().nullable(), model: z.string().nullable(), messages: z.array(previewMessage) }),
  ),
  /** Faults among the records looked at, in sentences with their lines. */
  faults: z.array(z.string()),
});
export type Inspection = z.infer<typeof inspection>;

const rejected = z.object({
  line: z.int(),
  byteOffset: z.int(),
  path: z.string(),
  code: z.string(),
  reason: z.string(),
  /** The record as it stood in the file, cut to 4,000 characters. */
  original: z.string(),
});

const batch = z.object({
  id: z.uuid(),
  kind: z.enum(['transcripts', 'ratings']),
  file: z.string(),
  adapter: z.string(),
  records: z.int(),
  imported: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  finishedAt: utc,
});
export type Batch = z.infer<typeof batch>;

export const importingCommands = {
  'import.inspect': command({
    lane: 'job',
    input: z.object({ file, adapter: z.string().default('auto') }),
    output: inspection,
    files: { file: 'keep' },
  }),
  'import.transcripts': command({
    lane: 'job',
    input: z.object({
      files: z.array(file).min(1),
      adapter: z.string().default('auto'),
      dryRun: z.boolean().default(false),
    }),
    output: z.object({ files: z.array(importFile) }),
    files: { files: 'use' },
  }),
  'import.ratings': command({
    lane: 'job',
    input: z.object({ files: z.array(file).min(1) }),
    output: z.object({
      records: z.int(),
      imported: z.int(),
      duplicates: z.int(),
      rejected: z.int(),
      reasons: z.record(z.string(), z.int()),
      quarantine: z.array(z.string()),
    }),
    files: { files: 'use' },
  }),
  'import.batches': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ batches: z.array(batch) }),
  }),
  'import.quarantine': command({
    lane: 'read',
    input: z.object({
      batch: z.uuid(),
      offset: z.int().min(0).default(0),
      limit: z.int().max(500).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(rejected) }),
  }),
};
