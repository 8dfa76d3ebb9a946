import type { QueueEntry, StoredRating } from '../../../shared/contract/rating.ts';
import { type Failure, ok, type Result } from '../../../shared/contract/result.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { type Desk, patiently } from './context.ts';
import type { OutboxEdge } from './outbox.ts';
import {
  assignmentAt,
  type Held,
  type Outgoing,
  putBack,
  type RateState,
  statusOf,
  withAction,
  withStored,
} from './state.ts';

/** A burst of typing becomes one event after this pause: milliseconds. */
const BURST = 250;

interface Draft {
  assignment: string;
  action: RatingAction;
  timer: ReturnType<typeof setTimeout>;
}
const drafts = new WeakMap<Desk, Draft>();

/** The state with a held item put in, its place in the queue included. */
function keeping(state: RateState, assignment: string, held: Held): Pick<RateState, 'held' | 'queue'> {
  const status = statusOf(held);
  const { flagged } = held.rating;
  const differs = (entry: QueueEntry) => entry.status !== status || entry.flagged !== flagged;
  const index = state.queue.findIndex((entry) => entry.assignment === assignment);
  const entry = state.queue[index];
  const queue =
    entry && differs(entry) ? state.queue.with(index, { assignment, status, flagged }) : state.queue;
  return { held: { ...state.held, [assignment]: held }, queue };
}

function post(desk: Desk, done: Omit<Outgoing, 'savedAt'>): void {
  const state = desk.state();
  const held = state.held[done.assignment];
  if (!held) return;
  const shown = withAction(held, done.action);
  desk.patch({ ...keeping(state, done.assignment, shown), unsaved: state.unsaved + 1 });
  desk.outbox.post({ ...done, savedAt: held.stored.savedAt });
}

/** Sends again what could not be stored, of one item or of all. */
export function retry(desk: Desk, assignment?: string): void {
  const { trouble } = desk.state();
  if (!trouble) return;
  const again = trouble.lost.filter((outgoing) => !assignment || outgoing.assignment === assignment);
  const lost = trouble.lost.filter((outgoing) => !again.includes(outgoing));
  desk.patch({ trouble: lost.length > 0 ? { ...trouble, lost } : null });
  for (const outgoing of again) post(desk, outgoing);
}

/** Does an action on an item: shown at once, stored in its turn. What could not be stored before goes first. */
export function record(desk: Desk, assignment: string, action: RatingAction): void {
  flush(desk);
  retry(desk, assignment);
  post(desk, { assignment, action, activeMs: desk.clock.take(assignment) });
}

/** Does an action on the item on the screen. */
export function recordHere(desk: Desk, action: RatingAction): void {
  const assignment = assignmentAt(desk.state());
  if (assignment !== null) record(desk, assignment, action);
}

/** Takes in typing: stored as one event when the hand pauses, or before anything else is done. */
export function typed(desk: Desk, action: RatingAction): void {
  const assignment = assignmentAt(desk.state());
  if (assignment === null) return;
  const before = drafts.get(desk);
  if (before && before.assignment !== assignment) flush(desk);
  else if (before) clearTimeout(before.timer);
  drafts.set(desk, { assignment, action, timer: setTimeout(() => flush(desk), BURST) });
}

/** Stores typing that has not been stored yet. */
export function flush(desk: Desk): void {
  const draft = drafts.get(desk);
  if (!draft) return;
  clearTimeout(draft.timer);
  drafts.delete(desk);
  record(desk, draft.assignment, draft.action);
}

/** Resolves when everything done so far is stored or refused. */
export function settle(desk: Desk): Promise<void> {
  flush(desk);
  return desk.outbox.idle();
}

/** Sends once more what could not be stored. True when nothing is left unsaved. */
export async function secure(desk: Desk): Promise<boolean> {
  await settle(desk);
  retry(desk);
  await settle(desk);
  return desk.state().trouble === null;
}

/** Takes in what the engine says is stored of an item. */
export function replaceStored(desk: Desk, assignment: string, stored: StoredRating): void {
  const state = desk.state();
  const held = state.held[assignment];
  if (held) desk.patch(keeping(state, assignment, withStored(held, stored, held.pending.length)));
}

/** After the engine came back: was the action stored before it went? Told by the time of the last stored event. */
async function recover(
  desk: Desk,
  { assignment, savedAt }: Outgoing,
  failure: Failure,
): Promise<Result<StoredRating> | null> {
  const shown = await patiently(desk, () => desk.bridge.call('item.show', { assignment }));
  if (!shown.ok) return { ok: false, error: failure };
  const { stored } = shown.value;
  return stored.savedAt === savedAt ? null : ok(stored);
}

/** How the outbox reaches the engine and the state. */
export const outboxEdge = (desk: () => Desk): OutboxEdge => ({
  send: ({ assignment, action, activeMs }) =>
    desk().bridge.call('rating.record', { assignment, action, activeMs }),
  recover: (outgoing, failure) => recover(desk(), outgoing, failure),
  onStored({ assignment }, stored) {
    const state = desk().state();
    const held = state.held[assignment];
    const kept = held ? keeping(state, assignment, withStored(held, stored, 1)) : {};
    desk().patch({ ...kept, unsaved: Math.max(0, state.unsaved - 1), savedAt: stored.savedAt });
  },
  onRefused(refused, failure) {
    const state = desk().state();
    const { trouble, unsaved } = state;
    const assignment = refused[0]?.assignment ?? '';
    const held = state.held[assignment];
    desk().patch({
      ...(held ? keeping(state, assignment, putBack(held)) : {}),
      unsaved: Math.max(0, unsaved - refused.length),
      trouble: { failure, lost: [...(trouble?.lost ?? []), ...refused] },
    });
  },
});
