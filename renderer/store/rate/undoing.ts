import type { OutputOf } from '../../../shared/contract/commands.ts';
import { type Desk, ready, say, wait } from './context.ts';
import type { Focus } from './flow.ts';
import { load } from './items.ts';
import { openQueue, showAt } from './moving.ts';
import { flush, replaceStored } from './recording.ts';
import { assignmentAt } from './state.ts';
import { actionWords } from './words.ts';

type Step = OutputOf<'rating.undo'>;
type Direction = 'undo' | 'redo';

const DONE: Record<Direction, string> = { undo: 'Undone', redo: 'Brought back' };

/** The dimension of an undone value; for anything else the eye stays where it is, if it stays on the item. */
function focusOf(desk: Desk, { action, assignment }: Step): Focus | undefined {
  if (action.kind === 'value') return { dimension: action.dimension, panel: null };
  const state = desk.state();
  return assignmentAt(state) === assignment ? { dimension: state.dimension, panel: null } : undefined;
}

/** Goes to the item of the step and says what was undone or brought back, and where if that is another item. */
async function arrive(desk: Desk, direction: Direction, step: Step): Promise<void> {
  const before = assignmentAt(desk.state());
  const position = desk.state().queue.findIndex(({ assignment }) => assignment === step.assignment);
  if (position === -1) return openQueue(desk);
  const loaded = await load(desk, step.assignment);
  if (loaded.ok) replaceStored(desk, step.assignment, step);
  await showAt(desk, position, focusOf(desk, step));
  const rubric = desk.rubric();
  if (!rubric) return;
  const where = before === step.assignment ? '' : `, item ${position + 1}`;
  say(desk, `${DONE[direction]}: ${actionWords(rubric, step.action)}${where}`, true);
}

/** Walks one event back or forward, across items and submits. Waits for what is still on its way. */
export async function walk(desk: Desk, direction: Direction): Promise<void> {
  const rater = desk.rater();
  if (rater === null) return;
  flush(desk);
  wait(desk);
  await desk.outbox.idle();
  const result = await desk.bridge.call(`rating.${direction}`, { rater });
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
