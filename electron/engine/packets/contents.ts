import { z } from 'zod';
import { PACKET_KINDS } from '../../../shared/contract/packets.ts';
import { ROLES } from '../../../shared/domain/conversation.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';

/** What is in a packet: JSON, in this form. Later versions of the program may add fields, which earlier ones pass over. */

const uuid = z.uuid();
const index = z.int().min(0);
/** Up to the end of the year 9999: later times cannot be shown. */
const LAST_MOMENT = 253_402_300_799_999;
const milliseconds = z.int().min(0).max(LAST_MOMENT);
/** Showings of one item to one rater, and milliseconds of one act: more than these nobody has. */
const MOST_SHOWINGS = 1_000_000;
const LONGEST_ACT = 1_000_000_000_000;
const occasion = index.max(MOST_SHOWINGS);
const SHA256 = /^[0-9a-f]{64}$/;
const sha256 = z.string().regex(SHA256);

/** Names are compared, and shown on a line. */
const name = z
  .string()
  .max(200)
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u);

const rater = z.object({ id: uuid, name, pseudonym: name });

/** What is nested deeper than this cannot be written again. */
const MOST_LEVELS = 500;

const isWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1)));

/** A message as its rater is shown it: personal data has been replaced, and the model is told only where the project is not blind. */
const message = z.object({
  role: z.enum(ROLES),
  text: z.string(),
  parts: z
    .array(z.looseObject({ type: z.string() }))
    .refine((value) => isWithin(value, MOST_LEVELS), 'is nested too deep')
    .nullable(),
  /** Codes of what was found in it, which content warnings go by. */
  findings: z.array(z.string()),
  model: z.string().nullable(),
});
export type PacketMessage = z.infer<typeof message>;

const workItem = z.object({
  /** Index in `items`. */
  item: index,
  /** The messages before, oldest first. */
  context: z.array(message),
  /** The answer; of a comparison its candidates, in the order of their numbers. */
  answers: z.array(message).min(1),
  modelVersion: z.string().nullable(),
});

const assignment = z.object({
  id: uuid,
  item: index,
  occasion,
  shownOrder: z.array(index).nullable(),
  /** Of one that is judged again: the showing it begins with, and the dimensions that are open. */
  again: z
    .object({ act: z.string(), from: occasion, dimensions: z.array(z.string()) })
    .nullable()
    .default(null),
});

const word = {
  id: uuid,
  item: index,
  text: z.string(),
  at: milliseconds,
};

/** What the lead said to a rater: an answer to what they asked, or why they are to judge something once more. */
const answer = z.object({ ...word, occasion, question: z.string() });
const note = z.object({
  ...word,
  candidate: index.nullable(),
  dimension: z.string().min(1),
  rubric: z.string().min(1),
});

const work = z.object({
  name,
  illustrative: z.boolean(),
  /** The rubric to rate by, and those that ratings so far were made under, as canonical JSON. */
  rubrics: z.array(z.object({ text: z.string(), createdAt: milliseconds })).min(1),
  settings: settingsSchema.pick({
    blind: true,
    contentWarnings: true,
    showPace: true,
    pauseAfterMinutes: true,
  }),
  items: z.array(workItem),
  /** In the order of the queue. */
  assignments: z.array(assignment),
  answers: z.array(answer).default([]),
  notes: z.array(note).default([]),
});
export type Work = z.infer<typeof work>;

/**
 * A rating event as it stands in a journal. Rater, item, rubric, journal and the event before it at the same place are named by their
 * index in the lists of the packet; -1 where no event came before.
 */
export type PacketEvent = [
  uuid: string,
  at: number,
  rater: number,
  item: number,
  occasion: number,
  rubric: number,
  kind: string,
  /** Canonical JSON. */
  payload: string,
  activeMs: number,
  previous: number,
  journal: number,
  /** Its number and its hash in that journal. */
  journalSeq: number,
  journalHash: string,
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TEXTS = [6, 7] as const;
const INDEXES = [2, 3, 5, 10, 11] as const;

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;

/** Written out by hand: there are a hundred times as many events as of anything else. */
function isPacketEvent(value: unknown): value is PacketEvent {
  if (!Array.isArray(value) || value.length !== 13) return false;
  const [uuid, at] = value;
  return (
    typeof uuid === 'string' &&
    UUID.test(uuid) &&
    isCount(at, LAST_MOMENT) &&
    INDEXES.every((index) => isCount(value[index])) &&
    isCount(value[4], MOST_SHOWINGS) &&
    isCount(value[8], LONGEST_ACT) &&
    TEXTS.every((index) => typeof value[index] === 'string') &&
    (value[9] === -1 || isCount(value[9])) &&
    typeof value[12] === 'string' &&
    SHA256.test(value[12])
  );
}

export const packetContents = z.object({
  packet: uuid,
  kind: z.enum(PACKET_KINDS),
  madeAt: milliseconds,
  /** Names the study, and the file it was made in, by digests of their project ids. */
  study: sha256,
  journal: sha256,
  /** Raw public key of the machine that signs, hexadecimal: so that nobody can put their own name under what they cannot read. */
  key: sha256,
  raters: z.array(rater).min(1),
  /** `key` names what is judged by its content, under the study's secret: it holds in every copy of the study, and tells nobody else anything. */
  items: z.array(z.object({ id: uuid, key: sha256 })),
  rubrics: z.array(z.object({ ref: z.string().min(1), digest: sha256 })),
  /** The files the events were made in. */
  journals: z.array(sha256),
  events: z.custom<PacketEvent[]>((value) => Array.isArray(value) && value.every(isPacketEvent)),
  /** Records that events were imported from: index of the event, digest of the record, fields that have no other place. */
  imported: z.array(z.tuple([index, sha256, z.string().nullable()])),
  work: work.nullable(),
});
export type PacketContents = z.infer<typeof packetContents>;
