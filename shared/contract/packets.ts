import { z } from 'zod';
import { ratingSchema } from '../domain/rating-schema.ts';
import { command } from './command.ts';
import { file, projectSummary, raterSchema, utc } from './project.ts';

const passphrase = z.string().min(1).max(1000);

export const PACKET_KINDS = ['work', 'ratings'] as const;

const madePacket = z.object({
  packet: z.uuid(),
  kind: z.enum(PACKET_KINDS),
  /** Path of the file at the command line, its name in the window. */
  file: z.string(),
  /** Whose work or ratings it holds. */
  raters: z.array(z.string()),
  items: z.int(),
  assignments: z.int(),
  /** Submitted or skipped. */
  ratings: z.int(),
  events: z.int(),
  bytes: z.int(),
  /** SHA-256 of what the signature covers. */
  digest: z.string(),
  encrypted: z.boolean(),
});
export type MadePacket = z.infer<typeof madePacket>;

/** Why something of a packet, or all of it, was not simply taken in. */
export const CONFLICT_CODES = [
  'RATINGS_DIFFER',
  'KEY_CHANGED',
  'ITEM_UNKNOWN',
  'RUBRIC_UNKNOWN',
  'RUBRIC_DIFFERS',
  // Of a file with this, nothing was taken in.
  'NOT_A_PACKET',
  'NOT_A_PROJECT',
  'PACKET_ALTERED',
  'PACKET_FOREIGN',
  'PACKET_LOCKED',
  'PACKET_NEWER',
  'PACKET_PASSPHRASE',
  'PROJECT_CORRUPT',
  'PROJECT_NEWER',
  'READ_ONLY',
] as const;

export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** Ways to decide a conflict. */
export const DECISIONS = ['keep', 'another', 'same', 'accept', 'dismiss'] as const;
export type DecisionKind = (typeof DECISIONS)[number];
/** The same, and to take a decision back. */
export const RESOLUTIONS = [...DECISIONS, 'undo'] as const;

const version = z.object({
  /** Its last event: what `keep` names. */
  event: z.string(),
  /** Key under which it came; null for what was made in this project or came with a project file. */
  signedBy: z.string().nullable(),
  /** Made in this file. */
  here: z.boolean(),
  /** Counts as the rating as long as nothing is decided. */
  current: z.boolean(),
  at: utc,
  rubric: z.string(),
  rating: ratingSchema,
});
export type RatingVersion = z.infer<typeof version>;

const conflict = z.object({
  /** Names it to `packet.resolve`; empty where there is nothing to decide. */
  id: z.string(),
  code: z.enum(CONFLICT_CODES),
  sentence: z.string(),
  /** What to do about it. */
  advice: z.string(),
  rater: z.string().nullable(),
  /** How many ratings it is about. */
  ratings: z.int(),
  item: z.string().nullable(),
  occasion: z.int(),
  /** The beginning of the answer that was judged. */
  answer: z.string().nullable(),
  file: z.string().nullable(),
  /** The ratings that differ, the one that counts first. */
  versions: z.array(version),
  /** The keys that signed for one rater. */
  keys: z.array(z.string()),
  resolutions: z.array(z.enum(DECISIONS)),
});
export type MergeConflict = z.infer<typeof conflict>;

const decision = z.object({
  /** Names it to `packet.resolve`, which can undo it. */
  id: z.string(),
  kind: z.enum(DECISIONS),
  rater: z.string().nullable(),
  /** Whose ratings they are instead. */
  other: z.string().nullable(),
  item: z.string().nullable(),
  answer: z.string().nullable(),
  /** The version whose other text was taken in. */
  rubric: z.string().nullable(),
  by: z.string(),
  at: utc,
});
export type MergeDecision = z.infer<typeof decision>;

const mergeCounts = {
  /** Ratings in the files, submitted or skipped: new + duplicates + conflicting. */
  ratings: z.int(),
  new: z.int(),
  /** Known with all their events. */
  duplicates: z.int(),
  /** Brought something, and cannot stand as they are: they differ from a known one, or were held back. */
  conflicting: z.int(),
};

const mergedFile = z.object({
  file: z.string(),
  kind: z.enum(['packet', 'project']).nullable(),
  raters: z.array(z.string()),
  signedBy: z.string().nullable(),
  ...mergeCounts,
  /** Error code where nothing of the file was taken in. */
  refused: z.string().nullable(),
});
export type MergedFile = z.infer<typeof mergedFile>;

const mergeResult = z.object({
  ...mergeCounts,
  /** New rating events. */
  events: z.int(),
  sources: z.array(mergedFile),
  /** What project files brought beside ratings. */
  brought: z.object({
    raters: z.int(),
    conversations: z.int(),
    assignments: z.int(),
    gold: z.int(),
    /** Decisions of leads, notes that sent something back, and what undid them. */
    decisions: z.int(),
  }),
  /** All that is open and concerns the raters of these files, and the files that were refused. */
  conflicts: z.array(conflict),
  /** SHA-256 over all that is merged: the same wherever the same files are in, in whatever order. */
  digest: z.string(),
});
export type MergeResult = z.infer<typeof mergeResult>;

const raterExchange = z.object({
  rater: raterSchema,
  assigned: z.int(),
  done: z.int(),
  /** When work was last handed out to, and ratings last came back from them. */
  handedOut: utc.nullable(),
  cameBack: utc.nullable(),
  keys: z.array(z.string()),
});
export type RaterExchange = z.infer<typeof raterExchange>;

const origin = z.object({
  packet: z.uuid(),
  rater: raterSchema,
  signedBy: z.string(),
  openedAt: utc,
  /** When ratings were last sent back from here. */
  sentBack: utc.nullable(),
});

export const packetCommands = {
  /**
   * Writes packets: for each rater named their work, or with `ratings` the ratings of all of them in one. Of a project that was itself
   * made from a packet always its ratings. Goes to `out`, or under names of its own into `folder`.
   */
  'packet.make': command({
    lane: 'job',
    input: z.object({
      raters: z.array(z.string().trim().min(1)).max(1000).default([]),
      ratings: z.boolean().default(false),
      out: file.optional(),
      folder: file.optional(),
      passphrase: passphrase.optional(),
    }),
    output: z.object({ packets: z.array(madePacket), signed_by: z.string() }),
    files: { out: 'use', folder: 'use' },
  }),
  /** Makes a project of a packet of work, and opens it. */
  'packet.open': command({
    lane: 'write',
    input: z.object({ file, out: file, passphrase: passphrase.optional() }),
    output: projectSummary,
    files: { file: 'use', out: 'use' },
  }),
  /** Takes in packets and project files of the same study: each whole or not at all, in any order, any number of times. */
  'packet.merge': command({
    lane: 'job',
    input: z.object({ files: z.array(file).min(1).max(5000), passphrase: passphrase.optional() }),
    output: mergeResult,
    files: { files: 'keep' },
  }),
  'packet.state': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({
      origin: origin.nullable(),
      /** Fingerprint of this machine's key; null until it first signs. */
      key: z.string().nullable(),
      raters: z.array(raterExchange),
      conflicts: z.array(conflict),
      /** What was decided and not undone, newest first. */
      decided: z.array(decision),
    }),
  }),
  /** Decides a conflict. `event` is for `keep` and `another`, `name` for `another`. `undo` takes a decision back, whose id is given as the conflict. */
  'packet.resolve': command({
    lane: 'write',
    input: z.object({
      conflict: z.string().min(1),
      how: z.enum(RESOLUTIONS),
      event: z.string().optional(),
      name: z.string().trim().min(1).max(80).optional(),
    }),
    output: z.object({ open: z.int() }),
  }),
};
