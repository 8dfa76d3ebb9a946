import { z } from 'zod';
import { ROLES } from '../domain/conversation.ts';
import { RATING_STATUS } from '../domain/rating.ts';
import { ratingAction, ratingSchema } from '../domain/rating-schema.ts';
import { command } from './command.ts';
import { utc } from './project.ts';

/** One place of a rater's queue. `assignment` is its id; an item shown again as a hidden repeat has its own. */
const queueEntry = z.object({
  assignment: z.uuid(),
  status: z.enum(['open', ...RATING_STATUS]),
  flagged: z.boolean(),
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
});
export type StoredRating = z.infer<typeof storedRating>;

const shownItem = z.object({
  assignment: z.uuid(),
  context: z.array(shownMessage),
  answer: shownMessage,
  stored: storedRating,
});
export type ShownItem = z.infer<typeof shownItem>;

const step = storedRating.extend({
  /** What was undone or brought back. */
  action: ratingAction,
});

export const ratingCommands = {
  /** The rater's queue in assigned order. */
  'queue.open': command({
    lane: 'read',
    input: z.object({ rater: z.uuid() }),
    output: z.object({ entries: z.array(queueEntry), canUndo: z.boolean(), canRedo: z.boolean() }),
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
};
