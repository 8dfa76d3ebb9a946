import { type Desk, patiently, ready, stuck, wait } from './context.ts';
import { type Focus, nextOpen, startOf } from './flow.ts';
import { load, prefetch, tidy } from './items.ts';
import { flush } from './recording.ts';
import { assignmentAt, type Held } from './state.ts';

const NOTHING_OPEN = { panel: null, labelling: null, note: { text: '', shown: false } } as const;

function enter(desk: Desk, held: Held, focus?: Focus): void {
  const rubric = desk.rubric();
  const { assignment, stored } = held.item;
  const start = focus ?? (rubric ? startOf(rubric, held.rating) : { dimension: null, panel: null });
  desk.clock.turnTo(assignment, stored.activeMs);
  desk.patch({ ...NOTHING_OPEN, ...start, failure: null });
  ready(desk);
  tidy(desk);
  void prefetch(desk);
}

/** Shows the item at a position of the queue; null shows that all is done. */
export async function showAt(desk: Desk, position: number | null, focus?: Focus): Promise<void> {
  desk.patch({ position, dimension: null, ...NOTHING_OPEN });
  const assignment = assignmentAt(desk.state());
  if (assignment === null) {
    desk.clock.turnTo(null);
    ready(desk);
    return;
  }
  const held = desk.state().held[assignment];
  if (held) {
    enter(desk, held, focus);
    return;
  }
  wait(desk);
  const loaded = await load(desk, assignment);
  if (assignmentAt(desk.state()) !== assignment) return;
  if (loaded.ok) enter(desk, loaded.value, focus);
  else stuck(desk, loaded.error);
}

/** One item on or back in the queue, done or not. */
export function step(desk: Desk, by: 1 | -1): void {
  flush(desk);
  const { position, queue } = desk.state();
  const to = (position ?? queue.length) + by;
  if (to >= 0 && to < queue.length) void showAt(desk, to);
}

/** On to the next item that is not done. */
export function advance(desk: Desk): void {
  flush(desk);
  const { position, queue } = desk.state();
  void showAt(desk, nextOpen(queue, position ?? -1));
}

/** Opens the queue of the rater at the desk; on a second call stays at the item on the screen. */
export async function openQueue(desk: Desk): Promise<void> {
  const rater = desk.rater();
  if (rater === null) return;
  const before = desk.state();
  if (before.stage === 'opening') return;
  if (before.stage === 'closed') desk.patch({ stage: 'opening', failure: null });
  wait(desk);
  // Asked at once where nothing is on its way: at the start of the program every wait counts.
  if (desk.state().unsaved > 0) await desk.outbox.idle();
  const opened = await patiently(desk, () => desk.bridge.call('queue.open', { rater }));
  if (desk.rater() !== rater) return;
  if (!opened.ok) {
    desk.patch({ stage: 'closed' });
    stuck(desk, opened.error);
    return;
  }
  const queue = opened.value.entries;
  const current = assignmentAt(desk.state());
  const stay = queue.findIndex(({ assignment }) => assignment === current);
  const position = stay === -1 ? nextOpen(queue, -1) : stay;
  const first = position === null ? undefined : queue[position]?.assignment;
  // The bench is drawn once, with its item; what went wrong with that is for showing it to say.
  if (first !== undefined) await load(desk, first);
  desk.patch({ stage: 'open', queue, failure: null });
  await showAt(desk, position);
}
