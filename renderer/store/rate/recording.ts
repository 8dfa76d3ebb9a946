import type { NamedStep, QueueEntry, StoredRating } from '../../../shared/contract/rating.ts';
import { type Failure, ok, type Result } from '../../../shared/contract/result.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { isOneStep, type PlacedAction } from '../../../shared/domain/steps.ts';
import { type Desk, patiently } from './context.ts';
import { candidateOf, placed } from './looking.ts';
import type { OutboxEdge } from './outbox.ts';
import {
  assignmentAt,
  type Held,
  type Outgoing,
  putBack,
  type RateState,
  statusOf,
  wholeOf,
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
    entry && differs(entry) ? state.queue.with(index, { ...entry, status, flagged }) : state.queue;
  return { held: { ...state.held, [assignment]: held }, queue };
}

/** The action done last on each desk. */
const lasts = new WeakMap<Desk, PlacedAction>();

/** The step that an action is part of, by the action it began with: writing goes on, and a value takes along what went with it. */
function stepOf(desk: Desk, assignment: string, action: RatingAction): NamedStep {
  const last = lasts.get(desk);
  const now = { place: assignment, at: performance.now(), action };
  lasts.set(desk, now);
  const begun = desk.state().next.undo;
  return begun && last && begun.assignment === assignment && isOneStep(last, now)
    ? { ...begun, event: null }
    : { assignment, action, event: null };
}

/** What is done next begins a step of its own. */
export const beginStep = (desk: Desk): boolean => lasts.delete(desk);

function post(desk: Desk, done: Pick<Outgoing, 'assignment' | 'action' | 'activeMs'>): void {
  const state = desk.state();
  const held = state.held[done.assignment];
  if (!held) return;
  const shown = withAction(held, done.action);
  const { assignment, action } = done;
  desk.patch({
    ...keeping(state, assignment, shown),
    unsaved: state.unsaved + 1,
    next: { undo: stepOf(desk, assignment, action), redo: null },
  });
  desk.outbox.post({ ...done, event: held.stored.event, before: state.next });
}

/** Sends again what could not be stored, of one item or of all. */
export function retry(desk: Desk, assignment?: string): void {
  const { trouble } = desk.state();
  if (!trouble) return;
  const again = trouble.lost.filter((outgoing) => !assignment || outgoing.assignment === assignment);
  const lost = trouble.lost.filter((outgoing) => !again.includes(outgoing));
  desk.patch({ trouble: lost.length > 0 ? { ...trouble, lost } : null });
  for (const { assignment: id, action, activeMs } of again) post(desk, { assignment: id, action, activeMs });
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
  if (assignment !== null) record(desk, assignment, ofCandidate(desk, action));
}

/** Says of which candidate an action is, where several are compared. */
function ofCandidate(desk: Desk, action: RatingAction): RatingAction {
  const state = desk.state();
  const held = wholeOf(state);
  return held ? placed(action, candidateOf(held, state.candidate)) : action;
}

/** True where typing goes on in the same place: it takes the place of what was typed there before. */
const goesOn = (before: Draft, next: Pick<Draft, 'assignment' | 'action'>): boolean =>
  before.assignment === next.assignment && fieldOf(before.action) === fieldOf(next.action);

const fieldOf = (action: RatingAction): string => {
  const candidate = 'candidate' in action ? (action.candidate ?? '') : '';
  return `${action.kind} ${'dimension' in action ? action.dimension : ''} ${candidate}`;
};

/** Takes in typing: stored as one event when the hand pauses, or before anything else is done. */
export function typed(desk: Desk, given: RatingAction): void {
  const assignment = assignmentAt(desk.state());
  if (assignment === null) return;
  const action = ofCandidate(desk, given);
  const before = drafts.get(desk);
  if (before && !goesOn(before, { assignment, action })) flush(desk);
  else if (before) clearTimeout(before.timer);
  drafts.set(desk, { assignment, action, timer: setTimeout(() => flush(desk), BURST) });
  if (!desk.state().typing) desk.patch({ typing: true });
}

/** Stores typing that has not been stored yet. */
export function flush(desk: Desk): void {
  const draft = drafts.get(desk);
  if (!draft) return;
  clearTimeout(draft.timer);
  drafts.delete(desk);
  desk.patch({ typing: false });
  record(desk, draft.assignment, draft.action);
}

/** With the last action on its way stored, it is known by which event undo would begin. */
function lastStored(
  state: RateState,
  { assignment, event }: StoredRating,
  unsaved: number,
): Partial<RateState> {
  const { undo } = state.next;
  if (unsaved > 0 || undo?.assignment !== assignment) return {};
  return { next: { ...state.next, undo: { ...undo, event } } };
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

/** After the engine came back: was the action stored before it went? Told by the rating's last event. */
async function recover(
  desk: Desk,
  { assignment, event }: Outgoing,
  failure: Failure,
): Promise<Result<StoredRating> | null> {
  const shown = await patiently(desk, () => desk.bridge.call('item.show', { assignment }));
  if (!shown.ok) return { ok: false, error: failure };
  const { stored } = shown.value;
  return stored.event === event ? null : ok(stored);
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
    const unsaved = Math.max(0, state.unsaved - 1);
    desk().patch({ ...kept, ...lastStored(state, stored, unsaved), unsaved, savedAt: stored.savedAt });
  },
  onRefused(refused, failure) {
    const state = desk().state();
    const { trouble, unsaved } = state;
    const assignment = refused[0]?.assignment ?? '';
    const held = state.held[assignment];
    desk().patch({
      ...(held ? keeping(state, assignment, putBack(held)) : {}),
      moving: null,
      unsaved: Math.max(0, unsaved - refused.length),
      next: refused[0]?.before ?? state.next,
      trouble: { failure, lost: [...(trouble?.lost ?? []), ...refused] },
    });
  },
});
