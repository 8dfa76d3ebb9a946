import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { NamedStep } from '../../../shared/contract/rating.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { textNow } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { type Desk, patiently, ready, say, wait } from './context.ts';
import type { Focus } from './flow.ts';
import { load } from './items.ts';
import { openQueue, showAt } from './moving.ts';
import { beginStep, flush, replaceStored } from './recording.ts';
import { assignmentAt } from './state.ts';
import { actionWords } from './words.ts';

type Step = OutputOf<'rating.undo'>;
type Direction = 'undo' | 'redo';

/** The dimension of an undone value; for anything else the eye stays where it is, if it stays on the item. */
function focusOf(desk: Desk, { action, assignment }: Step): Focus | undefined {
  const candidate = 'candidate' in action ? (action.candidate ?? null) : null;
  if (action.kind === 'value' || action.kind === 'cannot')
    return { dimension: action.dimension, panel: null, candidate };
  if (action.kind === 'preference') return { dimension: null, panel: null };
  const state = desk.state();
  return assignmentAt(state) === assignment
    ? { dimension: state.dimension, panel: null, candidate: candidate ?? state.candidate }
    : undefined;
}

/** Goes to the item of the step and says what was undone or brought back, and where if that is another item. */
async function arrive(desk: Desk, direction: Direction, step: Step): Promise<void> {
  const said = textNow(queueText)[direction === 'undo' ? 'undone' : 'broughtBack'];
  const before = assignmentAt(desk.state());
  const position = desk.state().queue.findIndex(({ assignment }) => assignment === step.assignment);
  beginStep(desk);
  desk.patch({ next: step.next, savedAt: step.savedAt });
  if (position === -1) {
    await openQueue(desk);
    say(desk, said(stepWords(desk, step.action), 'gone'), true);
    return;
  }
  const loaded = await load(desk, step.assignment);
  if (loaded.ok) replaceStored(desk, step.assignment, step);
  await showAt(desk, position, focusOf(desk, step));
  say(desk, said(stepWords(desk, step.action), before === step.assignment ? null : position + 1), true);
}

const stepWords = (desk: Desk, action: Step['action']): string => {
  const rubric = desk.rubric();
  return rubric ? actionWords(rubric, action) : '';
};

/** What the engine says of a step that it was asked for before it went away: taken, or still to be asked for (null). */
async function takenBefore(
  desk: Desk,
  direction: Direction,
  rater: string,
  wanted: NamedStep | null,
): Promise<Result<Step> | null> {
  const opened = await patiently(desk, () => desk.bridge.call('queue.open', { rater }));
  if (!opened.ok) return opened;
  const { next } = opened.value;
  if (!wanted || next[direction]?.event === wanted.event) return null;
  const { assignment, action } = wanted;
  const shown = await patiently(desk, () => desk.bridge.call('item.show', { assignment }));
  return shown.ok ? ok({ ...shown.value.stored, action, next }) : shown;
}

/** Asks for the step, once more where the engine went away before it had taken it; never takes two. */
async function take(desk: Desk, direction: Direction, rater: string): Promise<Result<Step>> {
  const wanted = desk.state().next[direction];
  for (;;) {
    const result = await desk.bridge.call(`rating.${direction}`, { rater });
    if (result.ok || result.error.code !== 'ENGINE_STOPPED' || desk.engine() === 'down') return result;
    const taken = await takenBefore(desk, direction, rater, wanted);
    if (taken) return taken;
  }
}

/** Walks one step back or forward, across items and submits. Waits for what is still on its way. */
export async function walk(desk: Desk, direction: Direction): Promise<void> {
  const rater = desk.rater();
  if (rater === null) return;
  flush(desk);
  wait(desk);
  await desk.outbox.idle();
  const result = await take(desk, direction, rater);
  if (result.ok) await arrive(desk, direction, result.value);
  else {
    say(desk, `${result.error.message} ${result.error.advice}`, true);
    ready(desk);
  }
}

/** After the engine came back: shows what is stored of the item on the screen. */
export async function refresh(desk: Desk): Promise<void> {
  await desk.outbox.idle();
  const assignment = assignmentAt(desk.state());
  if (assignment === null) return;
  const shown = await desk.bridge.call('item.show', { assignment });
  if (shown.ok && desk.state().unsaved === 0) replaceStored(desk, assignment, shown.value.stored);
}
