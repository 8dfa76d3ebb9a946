import { applyAction, EMPTY_RATING, type Rating, type RatingAction } from './rating.ts';

/** An event of the journal as far as reading it needs: an action, or the undoing or redoing of an earlier event. */
export type JournalEvent = { id: string } & (
  | { kind: 'action'; action: RatingAction }
  | { kind: 'undo' | 'redo'; target: string }
);

/** The rating that the events of one item, oldest first, add up to. Undone events count as if they had not been. */
export function replay(events: readonly JournalEvent[]): Rating {
  const undone = new Set<string>();
  for (const event of events) {
    if (event.kind === 'undo') undone.add(event.target);
    else if (event.kind === 'redo') undone.delete(event.target);
  }
  let rating = EMPTY_RATING;
  for (const event of events)
    if (event.kind === 'action' && !undone.has(event.id)) rating = applyAction(rating, event.action);
  return rating;
}

const isOwnStep = ({ kind }: RatingAction): boolean => kind !== 'import' && kind !== 'carry';

/**
 * Ids of the events that undo takes back, the next first. Events are one rater's, over all items, newest first.
 * What was imported, or carried over from an earlier rating, is no step of the rater and is passed over.
 */
export function* undoTargets(newestFirst: Iterable<JournalEvent>): Generator<string> {
  let skip = 0;
  for (const event of newestFirst) {
    if (event.kind !== 'action') skip += event.kind === 'undo' ? 1 : -1;
    else if (!isOwnStep(event.action)) continue;
    else if (skip > 0) skip -= 1;
    else yield event.id;
  }
}

/** Ids of the events that redo brings back, the next first: what was undone since the last step forward. */
export function* redoTargets(newestFirst: Iterable<JournalEvent>): Generator<string> {
  let skip = 0;
  for (const event of newestFirst) {
    if (event.kind === 'redo') skip += 1;
    else if (event.kind === 'action') {
      if (isOwnStep(event.action)) return;
    } else if (skip > 0) skip -= 1;
    else yield event.target;
  }
}
