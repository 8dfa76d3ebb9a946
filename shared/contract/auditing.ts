import { z } from 'zod';
import { ratingSchema } from '../domain/rating-schema.ts';
import { command } from './command.ts';
import { utc } from './project.ts';

export const DECISIONS = ['confirm', 'overturn', 'escalate'] as const;

const check = z.object({ name: z.string(), ok: z.boolean(), sentence: z.string() });

const verification = z.object({
  ok: z.boolean(),
  events: z.int(),
  entries: z.int(),
  /** The first record that does not hold, in the order of the log; null when all hold. */
  first_bad: z
    .object({
      /** Which record: audit_entry, rating_event, conversation, rating ... */
      table: z.string(),
      /** Its sequence number or row id. */
      sequence: z.int(),
      sentence: z.string(),
    })
    .nullable(),
  checks: z.array(check),
  /** SHA-256 of the last entry: written down elsewhere, it also proves that nothing was cut off the end. */
  head: z.string(),
  /** SHA-256 over what merging brings together: the same in every file into which the same was merged. Left out of a damaged file. */
  content_digest: z.string().optional(),
});
export type Verification = z.infer<typeof verification>;

const auditEntry = z.object({
  sequence: z.int(),
  at: utc,
  actor: z.string(),
  action: z.string(),
  payload: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const decision = z.object({
  decision: z.enum(DECISIONS),
  reason: z.string(),
  actor: z.string(),
  at: utc,
});

const auditSample = z.object({
  id: z.uuid(),
  createdAt: utc,
  seed: z.union([z.int(), z.string()]),
  dimension: z.string(),
  marked: z.int(),
  unmarked: z.int(),
  decided: z.int(),
  digest: z.string(),
});
export type AuditSample = z.infer<typeof auditSample>;

const auditListEntry = z.object({
  /** Id within the audit sample. */
  entry: z.uuid(),
  marked: z.boolean(),
  /** Opening words of the answer; of a comparison, those of its first candidate. */
  answer: z.string(),
  /** How many answers are compared; 0 where it is one. */
  candidates: z.int(),
  decision: z.enum(DECISIONS).nullable(),
});
export type AuditListEntry = z.infer<typeof auditListEntry>;

const auditedItem = z.object({
  entry: z.uuid(),
  marked: z.boolean(),
  context: z.array(z.object({ role: z.string(), text: z.string() })),
  answer: z.string(),
  /** The answers that are compared, in the order of their numbers; none where it is one. */
  candidates: z.array(z.string()),
  ratings: z.array(z.object({ pseudonym: z.string(), rubric: z.string(), at: utc, rating: ratingSchema })),
  /** Newest first; every one is kept. */
  decisions: z.array(decision),
});
export type AuditedItem = z.infer<typeof auditedItem>;

export const auditingCommands = {
  'audit.verify': command({ lane: 'job', input: z.object({}), output: verification }),
  'audit.log': command({
    lane: 'read',
    input: z.object({ before: z.int().optional(), limit: z.int().min(1).max(500).default(100) }),
    output: z.object({ total: z.int(), entries: z.array(auditEntry) }),
  }),
  'audit.draw': command({
    lane: 'job',
    input: z.object({
      /** Marked items come all; this many unmarked ones are drawn at random. */
      unmarked: z.int().min(0),
      seed: z.union([z.int(), z.string().min(1)]),
    }),
    output: auditSample,
  }),
  'audit.samples': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ samples: z.array(auditSample) }),
  }),
  'audit.entries': command({
    lane: 'read',
    input: z.object({ sample: z.uuid() }),
    output: z.object({ entries: z.array(auditListEntry) }),
  }),
  'audit.item': command({
    lane: 'read',
    input: z.object({ entry: z.uuid() }),
    output: auditedItem,
  }),
  'audit.decide': command({
    lane: 'write',
    input: z.object({ entry: z.uuid(), decision: z.enum(DECISIONS), reason: z.string().trim().min(1) }),
    output: auditedItem,
  }),
};
