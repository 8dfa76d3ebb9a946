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

/**
 * Id of the event that undo takes back next, or null. Events are one rater's, over all items, newest first.
 * Imported ratings are not the rater's own steps and are passed over.
 */
export function undoTarget(newestFirst: Iterable<JournalEvent>): string | null {
  let skip = 0;
  for (const event of newestFirst) {
    if (event.kind !== 'action') skip += event.kind === 'undo' ? 1 : -1;
    else if (event.action.kind === 'import') continue;
    else if (skip > 0) skip -= 1;
    else return event.id;
  }
  return null;
}

/** Id of the event that redo brings back next, or null: what was undone since the last step forward. */
export function redoTarget(newestFirst: Iterable<JournalEvent>): string | null {
  let skip = 0;
  for (const event of newestFirst) {
    if (event.kind === 'redo') skip += 1;
    else if (event.kind === 'action') {
      if (event.action.kind !== 'import') return null;
    } else if (skip > 0) skip -= 1;
    else return event.target;
  }
  return null;
}
