import type { QueueEntry } from '../../../shared/contract/rating.ts';
import { type Desk, patiently, ready, wait } from './context.ts';
import { advance } from './moving.ts';
import { assignmentAt, isDone, type RateState } from './state.ts';

const entryAt = ({ queue, position }: RateState): QueueEntry | undefined =>
  position === null ? undefined : queue[position];

/** The calibration round that is over with the item on the screen; null while one of its items is open. */
function finishedRound({ queue }: RateState, { round }: QueueEntry): string | null {
  if (round === undefined) return null;
  return queue.every((entry) => entry.round !== round || isDone(entry)) ? round : null;
}

/** True where something may be told of the item once it is submitted. Which items have a known answer, nobody knows before. */
function mayTeach(desk: Desk, { round, status }: QueueEntry): boolean {
  const { goldFeedback, calibrationFeedback } = desk.settings();
  if (status !== 'submitted') return false;
  return goldFeedback === 'training' || (round !== undefined && calibrationFeedback === 'item');
}

/** After a submit or a skip: on to the next item, unless there is something to learn from this one first. */
export function goOn(desk: Desk): void {
  const entry = entryAt(desk.state());
  if (!entry) return;
  const round = finishedRound(desk.state(), entry);
  if (mayTeach(desk, entry)) void teach(desk, entry.assignment, round);
  else if (round !== null) void finishRound(desk, round);
  else advance(desk);
}

async function teach(desk: Desk, assignment: string, round: string | null): Promise<void> {
  wait(desk);
  await desk.outbox.idle();
  const told = await patiently(desk, () => desk.bridge.call('feedback.show', { assignment }));
  if (assignmentAt(desk.state()) !== assignment) return ready(desk);
  const agreed = told.ok ? told.value.feedback : null;
  if (!agreed) {
    if (round === null) advance(desk);
    else showRound(desk, round);
    return;
  }
  stopFor(desk, { lesson: { assignment, agreed, round } });
}

async function finishRound(desk: Desk, round: string): Promise<void> {
  wait(desk);
  await desk.outbox.idle();
  showRound(desk, round);
}

/** Shows something in place of the next item. What was pressed ahead was meant for that item, and is forgotten. */
function stopFor(desk: Desk, shown: Pick<Partial<RateState>, 'lesson' | 'round'>): void {
  desk.kept.length = 0;
  desk.clock.turnTo(null);
  desk.patch({ lesson: null, round: null, ...shown, panel: null, waiting: false });
}

/** Shows the agreed answers of a calibration round. */
export const showRound = (desk: Desk, round: string): void => stopFor(desk, { round });

/** On from what was shown to learn from. */
export function learnt(desk: Desk): void {
  const { lesson } = desk.state();
  if (lesson?.round) showRound(desk, lesson.round);
  else {
    desk.patch({ lesson: null, round: null });
    advance(desk);
  }
}

/** The newest calibration round that this rater has finished; null where there is none. */
export function lastFinishedRound(state: RateState): string | null {
  const last = state.queue.findLast((entry) => finishedRound(state, entry) !== null);
  return last?.round ?? null;
}
