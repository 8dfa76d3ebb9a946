import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { command } from './command.ts';
import { utc } from './project.ts';

/** Which conversations: a filter in the expression language, and words that occur in them. */
const inquiry = {
  where: z.string().max(100_000).default(''),
  text: z.string().max(1000).default(''),
};

const feedback = z.object({
  kind: z.enum(['explicit', 'implicit']),
  signal: z.string(),
  value: z.number().nullable(),
  text: z.string().nullable(),
  comment: z.string().nullable(),
});
export type GivenFeedback = z.infer<typeof feedback>;

const row = z.object({
  /** Row id: names it in this project only. */
  id: z.int(),
  /** The id its source gave it, or its content hash. */
  ref: z.string(),
  createdAt: utc.nullable(),
  model: z.string().nullable(),
  language: z.string().nullable(),
  useCase: z.string().nullable(),
  /** What the user wrote, and all messages of the main line. */
  turns: z.int(),
  messages: z.int(),
  /** Characters of all texts. */
  chars: z.int(),
  /** Alternative answers, 0 where there is only one. */
  candidates: z.int(),
  /** First words of the user, or of whoever speaks first. */
  opening: z.string(),
  /** The words around the first match: start and end of each, in UTF-16 code units of `text`. */
  snippet: z
    .object({ text: z.string(), role: z.enum(ROLES), marks: z.array(z.tuple([z.int(), z.int()])) })
    .nullable(),
  /** Each signal once, with how often. */
  feedback: z.array(z.object({ signal: z.string(), value: z.number().nullable(), times: z.int() })),
  /** Codes of what was found in its messages. */
  findings: z.array(z.string()),
  /** Submitted ratings of its answers. */
  ratings: z.int(),
});
export type BrowsedRow = z.infer<typeof row>;

const message = z.object({
  position: z.int(),
  /** 0 for an only message, 1.. for alternatives at the same position. */
  candidate: z.int(),
  role: z.enum(ROLES),
  text: z.string(),
  parts: z.array(z.looseObject({ type: z.string() })).nullable(),
  name: z.string().nullable(),
  model: z.string().nullable(),
  /** What else the source said of it. */
  details: z.record(z.string(), z.unknown()),
  feedback: z.array(feedback),
  findings: z.array(z.string()),
  /** Where a placeholder stands for personal data, in UTF-16 code units of the text. */
  redactions: z.array(z.object({ start: z.int(), end: z.int(), kind: z.string() })),
  ratings: z.int(),
});
export type BrowsedMessage = z.infer<typeof message>;

const conversation = z.object({
  id: z.int(),
  ref: z.string(),
  /** Ids it came under; the first is the one it is shown by. */
  names: z.array(z.string()),
  contentHash: z.string(),
  createdAt: utc.nullable(),
  model: z.string().nullable(),
  modelVersion: z.string().nullable(),
  language: z.string().nullable(),
  useCase: z.string().nullable(),
  groups: z.record(z.string(), z.string()),
  metadata: z.record(z.string(), z.unknown()),
  batch: z.object({ id: z.uuid(), file: z.string(), adapter: z.string(), importedAt: utc }),
  messages: z.array(message),
});
export type BrowsedConversation = z.infer<typeof conversation>;

const facet = z.object({
  field: z.string(),
  /** The most frequent values, as a filter writes them, with how many conversations have each. */
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  /** Values beyond those. */
  more: z.int(),
});
export type Facet = z.infer<typeof facet>;

export const browsingCommands = {
  /**
   * The next conversations. An answer takes no longer than a moment: where finding them does, a page is short or empty, and `next`
   * goes on from where it was.
   */
  'browse.page': command({
    lane: 'read',
    input: z.object({
      ...inquiry,
      order: z.enum(['newest', 'oldest']).default('newest'),
      /** `next` of the page before; left out for the first. */
      after: z.string().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(row), next: z.string().nullable() }),
  }),
  /** How many there are; not complete where it takes longer than a moment: ask again, it goes on from there. */
  'browse.count': command({
    lane: 'read',
    input: z.object(inquiry),
    output: z.object({ count: z.int(), isComplete: z.boolean(), total: z.int() }),
  }),
  /** All of one conversation: for leads, since it names models and shows what users thought. */
  'browse.conversation': command({
    lane: 'read',
    input: z.object({ id: z.int() }),
    output: conversation,
  }),
  /** What there is to choose from, over the conversations of a filter. */
  'browse.facets': command({
    lane: 'read',
    input: z.object({ where: inquiry.where, limit: z.int().min(1).max(1000).default(100) }),
    output: z.object({
      facets: z.array(facet),
      /** Earliest and latest time. */
      from: utc.nullable(),
      to: utc.nullable(),
    }),
  }),
  /** Brings the index that browsing uses up to the project; it may be cancelled and goes on from there the next time. */
  'search.build': command({
    lane: 'job',
    input: z.object({}),
    output: z.object({ isComplete: z.boolean() }),
  }),
  /** How far the index is: conversations in it, and those whose words are. */
  'search.state': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ conversations: z.int(), listed: z.int(), searchable: z.int() }),
  }),
};
