import { z } from 'zod';
import { Fault } from '../contract/errors.ts';
import { ROLES } from '../domain/conversation.ts';

/** A column's name, or a JSON path such as `$.a.b[0]`. */
const field = z.string().min(1).max(500);
/** One field, or several whose texts are joined by a blank line. */
const fields = z.union([field, z.array(field).min(1).max(10)]);

const feedback = z.strictObject({
  signal: z.enum([
    'thumb',
    'stars',
    'comment',
    'edited',
    'sent_unmodified',
    'copied',
    'regenerated',
    'abandoned',
  ]),
  from: field,
  /** What a value means: -1 or 1 for a thumb, 1 to 5 for stars; other values are left where they are. */
  values: z.record(z.string(), z.number()).optional(),
});

const common = {
  /** Says what the document is, and its version. */
  touchstone_mapping: z.literal(1),
  name: z.string().max(100).optional(),
  /** The conversation's id in the source. */
  id: field.optional(),
  created_at: field.optional(),
  /** How times are written; `auto` reads ISO 8601 and seconds or milliseconds since 1970. */
  time: z.enum(['auto', 'day-first', 'month-first']).default('auto'),
  model: field.optional(),
  model_version: field.optional(),
  language: field.optional(),
  use_case: field.optional(),
  /** Name of a group -> where its value is. */
  groups: z.record(z.string().min(1).max(100), field).optional(),
  feedback: z.array(feedback).max(50).optional(),
  /** Name of a speaker in the source -> role; beside those that are known anyway. */
  roles: z.record(z.string(), z.enum(ROLES)).optional(),
};

/** A record is one message; those of one `id` are a conversation, in the order of `order_by`, else as they come. */
const messages = z.strictObject({
  ...common,
  layout: z.literal('messages'),
  id: field,
  role: field,
  content: field,
  order_by: field.optional(),
  message_id: field.optional(),
});

/** A record is what was asked and what was answered. With `turns`, the records of one `id` are the turns of a conversation. */
const pairs = z.strictObject({
  ...common,
  layout: z.literal('pairs'),
  prompt: fields,
  /** One answer, or several to the same prompt. */
  response: field.optional(),
  candidates: z.array(field).min(2).max(20).optional(),
  system: field.optional(),
  /** Earlier messages: a list of role and content, or of pairs of texts, also as JSON text. */
  history: field.optional(),
  turns: z.boolean().optional(),
  order_by: field.optional(),
});

/** A record is a conversation with a list of messages in it; `role` and `content` are fields of its entries. */
const list = z.strictObject({
  ...common,
  layout: z.literal('list'),
  messages: field,
  role: field,
  content: field,
  system: field.optional(),
});

/** Which columns or JSON paths of a record are what of a conversation. */
export const mappingSchema = z
  .discriminatedUnion('layout', [messages, pairs, list])
  .refine(
    (mapping) =>
      mapping.layout !== 'pairs' || (mapping.response === undefined) !== (mapping.candidates === undefined),
    {
      message: 'either response or candidates is wanted',
      path: ['response'],
    },
  )
  .refine((mapping) => mapping.layout !== 'pairs' || mapping.turns !== true || mapping.id !== undefined, {
    message: 'turns are told apart by their id',
    path: ['id'],
  });

export type Mapping = z.output<typeof mappingSchema>;
export type MappingDocument = z.input<typeof mappingSchema>;

/** Reads a mapping from the text of a file. Throws MAPPING_INVALID with the field that is wrong. */
export function readMapping(text: string, file: string): Mapping {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault('MAPPING_INVALID', `The mapping is not JSON: ${reason}.`, { file });
  }
  const parsed = mappingSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = `$${(issue?.path ?? []).map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')}`;
  throw new Fault(
    'MAPPING_INVALID',
    `The mapping cannot be used: ${path}: ${issue?.message ?? 'not understood'}.`,
    {
      file,
      path,
    },
  );
}
