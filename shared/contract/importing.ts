import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { mappingSchema } from '../formats/mapping.ts';
import { command } from './command.ts';
import { failureSchema } from './failure.ts';
import { file, utc } from './project.ts';

/** How sure the detection is, 0 to 1, with what speaks for it in words. */
const guess = z.object({ adapter: z.string(), confidence: z.number(), because: z.string() });

/** How a file is to be read: a format by name or `auto`, or a mapping, itself or by the name the project keeps it under. */
const reading = {
  adapter: z.string().default('auto'),
  mapping: z.union([mappingSchema, z.string().min(1).max(100)]).optional(),
  /** Such as windows-1252; UTF-8 and UTF-16 are told by themselves. */
  encoding: z.string().max(40).optional(),
};

const importFile = z.object({
  path: z.string(),
  /** Its name, or its path within the folder that was given. */
  name: z.string(),
  /** `skipped`: found in a folder, and no transcripts; `failed`: it could not be read, and nothing of it is in. */
  status: z.enum(['imported', 'skipped', 'failed']),
  /** Empty where the file was not read. */
  adapter: z.string(),
  confidence: z.number(),
  runners_up: z.array(guess),
  sha256: z.string(),
  /** records = imported + duplicates + rejected, always. */
  records: z.int(),
  imported: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Conversations that came in; a record may hold several. */
  conversations: z.int(),
  messages: z.int(),
  /** Of the duplicates, those that added feedback or turns to a conversation that was there. */
  merged: z.int(),
  /** Records in which bytes or characters that are no text became U+FFFD. */
  repaired: z.int(),
  /** Pieces of conversations that were joined with others before they counted as records. */
  gathered: z.int(),
  encoding: z.string().nullable(),
  framing: z.enum(['lines', 'values', 'table', 'parquet']).nullable(),
  /** Reason code -> number of rejected records. */
  reasons: z.record(z.string(), z.int()),
  /** Sentences about what is out of the ordinary. */
  notes: z.array(z.string()),
  /** Id of the batch whose quarantine holds the rejected records, or null when none was rejected. */
  quarantine: z.string().nullable(),
  /** Why the file was not read. */
  error: failureSchema.nullable(),
});
export type ImportedFile = z.infer<typeof importFile>;

const previewMessage = z.object({ role: z.enum(ROLES), text: z.string(), candidate: z.int() });

/** A record of the file, and beside it what it becomes as it is read. */
const alignedRow = z.object({
  line: z.int(),
  /** What stands in its fields, by the paths in `fields`, as text, shortened. */
  source: z.array(z.object({ path: z.string(), text: z.string() })),
  /** True where it is one of several records of a conversation. */
  piece: z.boolean(),
  /** What comes of it: each field of a conversation that is filled, by its name in a mapping, and the messages. */
  became: z.array(
    z.object({
      fields: z.array(z.object({ field: z.string(), text: z.string() })),
      messages: z.array(previewMessage),
    }),
  ),
  /** Why nothing comes of it, or of a part of it. */
  faults: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type AlignedRow = z.infer<typeof alignedRow>;

const inspection = z.object({
  file,
  name: z.string(),
  bytes: z.int(),
  compressed: z.boolean(),
  /** Null for a Parquet file, and as long as nothing was read. */
  encoding: z.string().nullable(),
  framing: z.enum(['lines', 'values', 'table', 'parquet']).nullable(),
  /** What stands between the cells of a table. */
  delimiter: z.string().nullable(),
  adapter: z.string(),
  confidence: z.number(),
  because: z.string(),
  runnersUp: z.array(guess),
  /** The mapping the file was read by: the one given, or one that suggested itself; null for a known format. */
  mapping: mappingSchema.nullable(),
  /** A mapping to start from, whatever the file was read as; null where none suggests itself. */
  suggestion: mappingSchema.nullable(),
  /** Fields of the first records, as names of columns or JSON paths, each with some values as text. */
  fields: z.array(z.object({ path: z.string(), samples: z.array(z.string()) })),
  /** The first conversations as they would be stored. */
  preview: z.array(
    z.object({ id: z.string().nullable(), model: z.string().nullable(), messages: z.array(previewMessage) }),
  ),
  /** The first records, each beside what it becomes. */
  rows: z.array(alignedRow),
  /** Faults among the records looked at, in sentences with their lines. */
  faults: z.array(z.string()),
});
export type Inspection = z.infer<typeof inspection>;

const lookedAt = z.object({
  /** For `within` of import.inspect; null for a file that was named itself. */
  within: z.string().nullable(),
  name: z.string(),
  bytes: z.int(),
  adapter: z.string(),
  confidence: z.number(),
  because: z.string(),
  runnersUp: z.array(guess),
  error: failureSchema.nullable(),
});

const rejected = z.object({
  id: z.int(),
  /** Id of the batch, and the file's name. */
  batch: z.uuid(),
  file: z.string(),
  line: z.int(),
  byteOffset: z.int(),
  path: z.string(),
  code: z.string(),
  reason: z.string(),
  /** The record as it stood in the file, cut to 4,000 characters. */
  original: z.string(),
  /** Of the whole record, in bytes. */
  size: z.int(),
  /** True where the project keeps only the record's beginning. */
  truncated: z.boolean(),
  /** How often it came, the same bytes rejected for the same reason; it is kept once. */
  times: z.int(),
  /** Where else it stood, up to 5 places. */
  also: z.array(z.object({ file: z.string(), line: z.int() })),
  /** The file in which it was mended or left out; null while it stands. */
  resolvedBy: z.string().nullable(),
});
export type RejectedRecord = z.infer<typeof rejected>;

/** Rejected records with one reason code at one place (`$.messages[*].role`). */
const rejectedGroup = z.object({
  code: z.string(),
  place: z.string(),
  count: z.int(),
  files: z.int(),
  examples: z.array(rejected),
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
  conversations: z.int(),
  merged: z.int(),
  repaired: z.int(),
  finishedAt: utc,
});
export type Batch = z.infer<typeof batch>;

/** Which rejected records: of one batch or all, of one reason or all. */
const rejection = {
  batch: z.uuid().optional(),
  code: z.string().max(100).optional(),
  place: z.string().max(2100).optional(),
};
const empty = z.object({});

export const importingCommands = {
  /** What a file, or one within a folder, holds; nothing is stored. */
  'import.inspect': command({
    lane: 'job',
    input: z.object({ file, within: z.string().max(4000).optional(), ...reading }),
    output: inspection,
    files: { file: 'keep' },
  }),
  /** The files that were chosen, or lie in the folders that were, and what each seems to be. */
  'import.look': command({
    lane: 'job',
    input: z.object({ file, ...reading }),
    output: z.object({ file, files: z.array(lookedAt) }),
    files: { file: 'keep' },
  }),
  'import.transcripts': command({
    lane: 'job',
    input: z.object({
      files: z.array(file).min(1),
      ...reading,
      /** Whether placeholders such as [EMAIL_1] are stored in the place of personal data, and what stood there apart from the text. */
      personalData: z.enum(['placeholders', 'keep']).default('placeholders'),
      /** People's names by list count as personal data too. */
      names: z.boolean().default(false),
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
    input: empty,
    output: z.object({ batches: z.array(batch) }),
  }),
  /** Rejected records, each once however often it came: how many of each reason, with examples, and a page of them. */
  'import.quarantine': command({
    lane: 'read',
    input: z.object({
      ...rejection,
      /** Those that were mended or left out since, in place of those that stand. */
      resolved: z.boolean().default(false),
      /** Each time a record came by itself. */
      each: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(500).default(100),
    }),
    output: z.object({
      total: z.int(),
      /** Of those asked about, how many were mended or left out since. */
      resolved: z.int(),
      groups: z.array(rejectedGroup),
      rows: z.array(rejected),
    }),
  }),
  /**
   * Writes rejected records as they stood in their files, so that they can be mended and imported: one file for each batch, all but
   * the first with a number in its name, and beside each its reasons.
   */
  'quarantine.export': command({
    lane: 'job',
    input: z.object({ ...rejection, out: file }),
    output: z.object({
      files: z.array(
        z.object({
          path: z.string(),
          reasons: z.string(),
          source: z.string(),
          encoding: z.string().nullable(),
          records: z.int(),
          /** Records of which only the beginning is kept; they are told of, and not written. */
          truncated: z.int(),
        }),
      ),
    }),
    files: { out: 'use' },
  }),
  'mapping.list': command({
    lane: 'read',
    input: empty,
    output: z.object({
      mappings: z.array(z.object({ name: z.string(), mapping: mappingSchema, updatedAt: utc })),
    }),
  }),
  'mapping.save': command({
    lane: 'write',
    input: z.object({ name: z.string().trim().min(1).max(100), mapping: mappingSchema }),
    output: empty,
  }),
  'mapping.remove': command({
    lane: 'write',
    input: z.object({ name: z.string() }),
    output: empty,
  }),
};
