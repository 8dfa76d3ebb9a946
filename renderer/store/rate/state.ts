import type { QueueEntry, ShownItem, StoredRating } from '../../../shared/contract/rating.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { applyAction, type Rating, type RatingAction } from '../../../shared/domain/rating.ts';

/** An item held in memory: as shown, as stored, and what was done to it but is not stored yet. */
export interface Held {
  item: ShownItem;
  stored: StoredRating;
  pending: readonly RatingAction[];
  /** What the rater sees: the stored rating with the pending actions applied. */
  rating: Rating;
}

/** One action on its way to the engine. */
export interface Outgoing {
  assignment: string;
  action: RatingAction;
  activeMs: number;
  /** When the rating was last stored before this action, UTC; null when it was not. Tells whether this one was stored. */
  savedAt: string | null;
}

/** Actions that could not be stored. They are kept until they can, or the rater leaves without them. */
export interface Trouble {
  failure: Failure;
  lost: readonly Outgoing[];
}

export type Panel = 'categories' | 'label' | 'rationale' | 'rewrite' | 'skip' | 'mark';

/** A stretch of the answer in UTF-16 code units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

export interface RateState {
  stage: 'closed' | 'opening' | 'open';
  /** Why the queue or the item cannot be shown. */
  failure: Failure | null;
  queue: readonly QueueEntry[];
  /** Index into the queue; null when every item is done, or none was assigned. */
  position: number | null;
  /** The current, the next and the last few items, by assignment. */
  held: Readonly<Record<string, Held>>;
  /** True while the screen cannot answer a key yet; keys are kept for then. */
  waiting: boolean;
  /** The dimension the next value goes to. */
  dimension: string | null;
  panel: Panel | null;
  /** The stretch being labelled while the panel is `label`. */
  labelling: Stretch | null;
  /** Actions shown but not stored yet. */
  unsaved: number;
  /** When the newest action of this session was stored, UTC. */
  savedAt: string | null;
  trouble: Trouble | null;
  /** What was just done, in words: read out, and on the quiet line where `shown`. */
  note: { text: string; shown: boolean };
}

export const CLOSED: RateState = {
  stage: 'closed',
  failure: null,
  queue: [],
  position: null,
  held: {},
  waiting: false,
  dimension: null,
  panel: null,
  labelling: null,
  unsaved: 0,
  savedAt: null,
  trouble: null,
  note: { text: '', shown: false },
};

/** The newer rating, with the parts that are as they were kept as the same objects: what did not change is not drawn again. */
function shared(before: Rating, after: Rating): Rating {
  const same = <Key extends 'values' | 'categories' | 'spans'>(key: Key): Rating[Key] =>
    JSON.stringify(before[key]) === JSON.stringify(after[key]) ? before[key] : after[key];
  return { ...after, values: same('values'), categories: same('categories'), spans: same('spans') };
}

export const hold = (item: ShownItem): Held => ({
  item,
  stored: item.stored,
  pending: [],
  rating: item.stored.rating,
});

/** Shows an action at once, before it is stored. */
export const withAction = (held: Held, action: RatingAction): Held => ({
  ...held,
  pending: [...held.pending, action],
  rating: applyAction(held.rating, action),
});

/** Takes in what is stored now, with `settled` of the pending actions in it. */
export function withStored(held: Held, stored: StoredRating, settled: number): Held {
  const pending = held.pending.slice(settled);
  return {
    ...held,
    stored,
    pending,
    rating: shared(held.rating, pending.reduce(applyAction, stored.rating)),
  };
}

/** Puts the stored rating back, without the pending actions. */
export const putBack = (held: Held): Held => ({ ...held, pending: [], rating: held.stored.rating });

/** How a rating stands in its queue. */
export const statusOf = ({ rating, stored, pending }: Held): QueueEntry['status'] =>
  stored.savedAt === null && pending.length === 0 ? 'open' : rating.status;

export const assignmentAt = ({ queue, position }: RateState): string | null =>
  position === null ? null : (queue[position]?.assignment ?? null);

/** The item on the screen; null while it is being fetched, and when none is left. */
export function currentOf(state: RateState): Held | null {
  const assignment = assignmentAt(state);
  return assignment === null ? null : (state.held[assignment] ?? null);
}

export const isDone = ({ status }: QueueEntry): boolean => status === 'submitted' || status === 'skipped';

export const doneCount = (queue: readonly QueueEntry[]): number => queue.filter(isDone).length;
