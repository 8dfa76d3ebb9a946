import type { QueueEntry } from '../../../shared/contract/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { startOfComparison } from './comparing.ts';
import { type Desk, patiently, ready, say, stuck, wait } from './context.ts';
import { type Focus, nextOpen, startOf } from './flow.ts';
import { load, prefetch, tidy } from './items.ts';
import { isComparison } from './looking.ts';
import { flush } from './recording.ts';
import { assignmentAt, type Held, type RateState, unseenReplies } from './state.ts';
import { beginning } from './whereabouts.ts';
import { placeSaid } from './words.ts';

const NOTHING_OPEN = {
  panel: null,
  labelling: null,
  moving: null,
  lesson: null,
  round: null,
  note: { text: '', shown: false },
} as const;

/** Showing an item shows what the lead said to it. */
function repliesSeen(desk: Desk, assignment: string): Partial<RateState> {
  const { seen } = desk.state();
  const here = unseenReplies(desk.state()).filter((reply) => reply.assignment === assignment);
  return here.length > 0 ? { seen: [...seen, ...here.map(({ id }) => id)] } : {};
}

function beginOn(rubric: Rubric | null, held: Held): Focus {
  if (!rubric) return { dimension: null, panel: null };
  return isComparison(held) ? startOfComparison(rubric, held) : startOf(rubric, held.rating);
}

function enter(desk: Desk, held: Held, focus?: Focus): void {
  const rubric = desk.rubric();
  const { assignment, stored } = held.item;
  const start = focus ?? beginOn(rubric, held);
  desk.clock.turnTo(assignment, stored.activeMs);
  desk.patch({ ...NOTHING_OPEN, ...start, failure: null, ...repliesSeen(desk, assignment) });
  ready(desk);
  tidy(desk);
  void prefetch(desk);
}

/** Shows the item at a position of the queue; null shows that all is done. */
export async function showAt(desk: Desk, position: number | null, focus?: Focus): Promise<void> {
  desk.patch({ position, dimension: null, candidate: null, ...NOTHING_OPEN });
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

/** Says which item is shown, unless keys pressed ahead have had more said by now. */
function sayPlace(desk: Desk, to: number): void {
  const { position, note, queue } = desk.state();
  if (position === to && note.text === '') say(desk, placeSaid(to, queue.length));
}

/** One item on or back in the queue, done or not. */
export function step(desk: Desk, by: 1 | -1): void {
  flush(desk);
  const { position, queue } = desk.state();
  const to = (position ?? queue.length) + by;
  if (to >= 0 && to < queue.length) void showAt(desk, to).then(() => sayPlace(desk, to));
}

/** On to the next item that is not done. */
export function advance(desk: Desk): void {
  flush(desk);
  const { position, queue } = desk.state();
  void showAt(desk, nextOpen(queue, position ?? -1));
}

/** Lets go of items held from before the lead answered, so that they are fetched with the answer. */
function forgetUnanswered(desk: Desk, replies: RateState['replies']): void {
  const { held } = desk.state();
  const isStale = ({ item, pending }: Held): boolean => {
    const newest = replies.find(({ assignment }) => assignment === item.assignment)?.id ?? null;
    return pending.length === 0 && newest !== (item.reply?.id ?? null);
  };
  const fresh = Object.entries(held).filter(([, own]) => !isStale(own));
  if (fresh.length < Object.keys(held).length) desk.patch({ held: Object.fromEntries(fresh) });
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
  const { entries: queue, next, place, replies } = opened.value;
  forgetUnanswered(desk, replies);
  const current = assignmentAt(desk.state());
  const stay = queue.findIndex(({ assignment }) => assignment === current);
  const begin =
    stay === -1 ? beginning(desk, queue, place) : { position: stay, focus: undefined, restored: null };
  const first = begin.position === null ? undefined : queue[begin.position]?.assignment;
  // The bench is drawn once, with its item; what went wrong with that is for showing it to say.
  if (first !== undefined) await load(desk, first);
  const seen = replies.flatMap(({ id }) =>
    place?.seen.includes(id) || desk.state().seen.includes(id) ? id : [],
  );
  desk.patch({ stage: 'open', queue, next, replies, seen, restored: begin.restored, failure: null });
  await showAt(desk, begin.position, begin.focus);
}

/** On to the next item of a kind, after the one on the screen and going round; says so where there is none. */
export function seek(desk: Desk, fits: (entry: QueueEntry) => boolean, none: string): void {
  flush(desk);
  const { position, queue } = desk.state();
  const from = position ?? -1;
  const order = [...queue.keys()].map((step) => (from + 1 + step) % queue.length);
  const to = order.find((index) => index !== position && queue[index] && fits(queue[index]));
  if (to === undefined) say(desk, none, true);
  else void showAt(desk, to);
}

/** To the first item with an answer of the lead that was not seen yet. */
export function showReply(desk: Desk): void {
  const state = desk.state();
  const unseen = new Set(unseenReplies(state).map(({ assignment }) => assignment));
  const to = state.queue.findIndex(({ assignment }) => unseen.has(assignment));
  if (to === -1) return;
  flush(desk);
  void showAt(desk, to);
}
