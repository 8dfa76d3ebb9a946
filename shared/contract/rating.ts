import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { placeSchema } from '../domain/place.ts';
import { RATING_STATUS } from '../domain/rating.ts';
import { ratingAction, ratingSchema } from '../domain/rating-schema.ts';
import { ratingValue, rubricSchema } from '../domain/rubric-schema.ts';
import { HARSH_KINDS } from '../harsh/harsh.ts';
import { command } from './command.ts';
import { utc } from './project.ts';

/** One place of a rater's queue. `assignment` is its id; an item shown again as a hidden repeat has its own. */
const queueEntry = z.object({
  assignment: z.uuid(),
  status: z.enum(['open', ...RATING_STATUS]),
  flagged: z.boolean(),
  /** The calibration round it belongs to: the id of its sample. */
  round: z.uuid().optional(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

const shownPart = z.looseObject({ type: z.string() });

/** A message as raters see it: no model, no feedback, no source. */
const shownMessage = z.object({
  role: z.enum(ROLES),
  text: z.string(),
  parts: z.array(shownPart).nullable(),
});
export type ShownMessage = z.infer<typeof shownMessage>;

const storedRating = z.object({
  assignment: z.uuid(),
  rating: ratingSchema,
  /** When the last event of the rating was stored, or null when there is none. */
  savedAt: utc.nullable(),
  /** Active time on the item so far, milliseconds. */
  activeMs: z.number(),
  /** The last event of the rating, or null when there is none: tells whether an action was stored. */
  event: z.uuid().nullable(),
});
export type StoredRating = z.infer<typeof storedRating>;

/** What the lead said to the rater's mark; `question` is what was asked then. */
const leadReply = z.object({ id: z.uuid(), question: z.string(), text: z.string(), at: utc });
export type LeadReply = z.infer<typeof leadReply>;

/** What blind raters do not see. */
const unblinded = z.object({
  /** Name of the file it was imported from, and of the conversation in it. */
  file: z.string(),
  conversation: z.string().nullable(),
  /** The item's answers in the order of the source. */
  answers: z.array(
    z.object({
      model: z.string().nullable(),
      version: z.string().nullable(),
      feedback: z.array(
        z.object({
          signal: z.string(),
          value: z.number().nullable(),
          text: z.string().nullable(),
          comment: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What other raters submitted. */
  ratings: z.array(z.object({ rater: z.string(), values: z.record(z.string(), ratingValue) })),
});
export type Unblinded = z.infer<typeof unblinded>;

/** Why an item is covered until its rater asks for it, and which of its texts. */
const contentWarning = z.object({
  kinds: z.array(z.enum(HARSH_KINDS)),
  /** Whether the answer is, or one of the candidates. */
  answer: z.boolean(),
  /** Places of such messages in the context. */
  context: z.array(z.int()),
});
export type ContentWarning = z.infer<typeof contentWarning>;

const shownItem = z.object({
  assignment: z.uuid(),
  context: z.array(shownMessage),
  /** The answer to judge; of a comparison, whose answers are its candidates, an empty one. */
  answer: shownMessage,
  /** The answers to compare in the order they are shown, with the number that a preference names; none where there is one answer. */
  candidates: z.array(z.object({ number: z.int(), message: shownMessage })),
  /** What is hard to read in it; null where nothing is known to be, or the project wants no warnings. */
  warning: contentWarning.nullable(),
  stored: storedRating,
  /** The version the rating was begun under, where it is not the newest. */
  rubric: rubricSchema.nullable().default(null),
  /** Of a rating that is made again: the version of the earlier one, and the dimensions that are open for it. */
  rerating: z
    .object({ rubric: z.string(), dimensions: z.array(z.string()) })
    .nullable()
    .default(null),
  reply: leadReply.nullable(),
  /** Null while the project is blind. */
  unblinded: unblinded.nullable(),
});
export type ShownItem = z.infer<typeof shownItem>;

/** A step by the action it began with, and its last event; null while that is still on its way. */
const namedStep = z.object({ assignment: z.uuid(), action: ratingAction, event: z.uuid().nullable() });
export type NamedStep = z.infer<typeof namedStep>;

/** What undo and redo would take next; null where there is nothing. */
const nextSteps = z.object({ undo: namedStep.nullable(), redo: namedStep.nullable() });
export type NextSteps = z.infer<typeof nextSteps>;

const step = storedRating.extend({
  /** What was undone or brought back. */
  action: ratingAction,
  next: nextSteps,
});

const mark = z.object({
  assignment: z.uuid(),
  rater: z.string(),
  question: z.string(),
  status: z.enum(RATING_STATUS),
  changedAt: utc,
  reply: leadReply.nullable(),
  /** The lead has not answered, or the rater has asked something else since. */
  isOpen: z.boolean(),
});
export type Mark = z.infer<typeof mark>;

export const ratingCommands = {
  /** The rater's queue in assigned order. */
  'queue.open': command({
    lane: 'read',
    input: z.object({ rater: z.uuid() }),
    output: z.object({
      entries: z.array(queueEntry),
      next: nextSteps,
      /** Where the rater was last; null when that is not known. */
      place: placeSchema.nullable(),
      /** The lead's newest answer to each item the rater had marked. */
      replies: z.array(z.object({ assignment: z.uuid(), id: z.uuid() })),
    }),
  }),
  'item.show': command({
    lane: 'read',
    input: z.object({ assignment: z.uuid() }),
    output: shownItem,
  }),
  'rating.record': command({
    lane: 'write',
    input: z.object({
      assignment: z.uuid(),
      action: ratingAction,
      /** Active milliseconds since the previous event of this item. */
      activeMs: z.int().min(0).default(0),
    }),
    output: storedRating,
  }),
  'rating.undo': command({ lane: 'write', input: z.object({ rater: z.uuid() }), output: step }),
  'rating.redo': command({ lane: 'write', input: z.object({ rater: z.uuid() }), output: step }),
  /** Keeps where the rater is, for the next start. */
  'place.keep': command({
    lane: 'write',
    input: z.object({ rater: z.uuid(), place: placeSchema }),
    output: z.object({}),
  }),
  /** A rater's own pace since a moment: items finished, and the active time given. */
  'pace.since': command({
    lane: 'read',
    input: z.object({ rater: z.uuid(), since: utc }),
    output: z.object({ items: z.int(), activeMs: z.number() }),
  }),
  /** The items that raters marked for the lead, those without an answer first. */
  'mark.list': command({ lane: 'read', input: z.object({}), output: z.object({ marks: z.array(mark) }) }),
  /** A marked item in its context, for the lead. */
  'mark.item': command({
    lane: 'read',
    input: z.object({ assignment: z.uuid() }),
    output: z.object({ context: z.array(shownMessage), answers: z.array(shownMessage) }),
  }),
  'mark.answer': command({
    lane: 'write',
    input: z.object({ assignment: z.uuid(), text: z.string().trim().min(1).max(10_000) }),
    output: leadReply,
  }),
};
