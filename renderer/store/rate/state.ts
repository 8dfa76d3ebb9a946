import type { AgreedAnswer } from '../../../shared/contract/calibration.ts';
import type { NextSteps, QueueEntry, ShownItem, StoredRating } from '../../../shared/contract/rating.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import type { Place } from '../../../shared/domain/place.ts';
import { applyAction, type Rating, type RatingAction } from '../../../shared/domain/rating.ts';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import { lookedAt } from './looking.ts';

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
  /** The rating's last event before this action; null when there was none. Tells whether this one was stored. */
  event: string | null;
  /** What undo and redo would have taken before this action. */
  before: NextSteps;
}

/** Actions that could not be stored. They are kept until they can, or the rater leaves without them. */
export interface Trouble {
  failure: Failure;
  lost: readonly Outgoing[];
}

export type Panel =
  | 'categories'
  | 'spans'
  | 'cannot'
  | 'cannotWhy'
  | 'text'
  | 'meaning'
  | 'snippets'
  | 'label'
  | 'rationale'
  | 'rewrite'
  | 'skip'
  | 'skipWhy'
  | 'mark';

/** A stretch of the answer in UTF-16 code units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** What the rater learns of the item just submitted. */
export interface Lesson {
  assignment: string;
  agreed: AgreedAnswer;
  /** The calibration round that was finished with it. */
  round: string | null;
}

/** A number on its way to a slider: typed, dragged or moved by keys, and stored when the hand pauses. */
export interface MovingNumber {
  assignment: string;
  dimension: string;
  /** The figures as typed, or the number moved to. */
  text: string;
  /** The stop it names; null where more figures are to come. */
  value: number | null;
  /** The value the dimension had when it began. */
  before: RatingValue | undefined;
  /** True while figures are typed. */
  typing: boolean;
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
  /** Of a comparison: the number of the candidate looked at; null for the first one shown. */
  candidate: number | null;
  panel: Panel | null;
  /** The stretch being labelled while the panel is `label`. */
  labelling: Stretch | null;
  moving: MovingNumber | null;
  /** Actions shown but not stored yet. */
  unsaved: number;
  /** When the newest action of this session was stored, UTC. */
  savedAt: string | null;
  trouble: Trouble | null;
  /** True while something typed is not even on its way yet. */
  typing: boolean;
  /** What undo and redo would take next. */
  next: NextSteps;
  /** The known answer beside the rater's own, until they go on. */
  lesson: Lesson | null;
  /** The calibration round whose agreed answers are shown. */
  round: string | null;
  /** The rater rests: the screen is veiled, and no time is counted. */
  paused: boolean;
  /** The lead's answers to this rater's marks, by the item, and those of them that were seen. */
  replies: readonly { assignment: string; id: string }[];
  seen: readonly string[];
  /** Where the rater was when the queue was opened, for the screen to put cursor and scrolling back. */
  restored: Place | null;
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
  candidate: null,
  panel: null,
  labelling: null,
  moving: null,
  unsaved: 0,
  savedAt: null,
  trouble: null,
  typing: false,
  next: { undo: null, redo: null },
  lesson: null,
  round: null,
  paused: false,
  replies: [],
  seen: [],
  restored: null,
  note: { text: '', shown: false },
};

/** The newer rating, with the parts that are as they were kept as the same objects: what did not change is not drawn again. */
function shared(before: Rating, after: Rating): Rating {
  const same = <Key extends 'values' | 'cannot' | 'categories' | 'spans' | 'preference' | 'candidates'>(
    key: Key,
  ): Rating[Key] => (JSON.stringify(before[key]) === JSON.stringify(after[key]) ? before[key] : after[key]);
  return {
    ...after,
    values: same('values'),
    cannot: same('cannot'),
    categories: same('categories'),
    spans: same('spans'),
    preference: same('preference'),
    candidates: same('candidates'),
  };
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

/** The item on the screen, all of it where several answers are compared; null while it is being fetched, and when none is left. */
export function wholeOf(state: RateState): Held | null {
  const assignment = assignmentAt(state);
  return assignment === null ? null : (state.held[assignment] ?? null);
}

/** The item on the screen, of a comparison as the candidate looked at; null while it is being fetched, and when none is left. */
export function currentOf(state: RateState): Held | null {
  const held = wholeOf(state);
  return held && lookedAt(held, state.candidate);
}

/** The answers of the lead that the rater has not seen yet. */
export const unseenReplies = ({ replies, seen }: RateState): RateState['replies'] =>
  replies.filter(({ id }) => !seen.includes(id));

export const isDone = ({ status }: QueueEntry): boolean => status === 'submitted' || status === 'skipped';

export const doneCount = (queue: readonly QueueEntry[]): number => queue.filter(isDone).length;
