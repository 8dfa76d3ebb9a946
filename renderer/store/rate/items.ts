import { ok, type Result } from '../../../shared/contract/result.ts';
import { type Desk, patiently } from './context.ts';
import { nextOpen } from './flow.ts';
import { assignmentAt, type Held, hold, type RateState } from './state.ts';

/** Open items fetched ahead, and items kept on either side of the current one. */
const AHEAD = 2;
const BESIDE = 3;

const underway = new WeakMap<Desk, Map<string, Promise<Result<Held>>>>();

async function fetch(desk: Desk, assignment: string): Promise<Result<Held>> {
  const shown = await patiently(desk, () => desk.bridge.call('item.show', { assignment }));
  if (!shown.ok) return shown;
  const known = desk.state().held[assignment];
  if (known) return ok(known);
  const held = hold(shown.value);
  desk.patch({ held: { ...desk.state().held, [assignment]: held } });
  return ok(held);
}

/** The item, from memory where it is held, else from the engine; asked for once however often it is wanted. */
export async function load(desk: Desk, assignment: string): Promise<Result<Held>> {
  const held = desk.state().held[assignment];
  if (held) return ok(held);
  const loading = underway.get(desk) ?? new Map<string, Promise<Result<Held>>>();
  underway.set(desk, loading);
  const asked = loading.get(assignment) ?? fetch(desk, assignment);
  loading.set(assignment, asked);
  const result = await asked;
  loading.delete(assignment);
  return result;
}

/** The next open items in the order they will come. */
function comingUp({ queue, position }: RateState): string[] {
  const coming: string[] = [];
  let at = position;
  while (at !== null && coming.length < AHEAD) {
    at = nextOpen(queue, at);
    const assignment = at === null ? undefined : queue[at]?.assignment;
    if (!assignment || coming.includes(assignment) || at === position) break;
    coming.push(assignment);
  }
  return coming;
}

/** Fetches what comes next, so that it is there when the current item is submitted. A failure shows when it is needed. */
export async function prefetch(desk: Desk): Promise<void> {
  for (const assignment of comingUp(desk.state())) await load(desk, assignment);
}

/** Lets go of items that are neither near nor coming up, nor have anything unsaved. */
export function tidy(desk: Desk): void {
  const state = desk.state();
  const at = state.position ?? state.queue.length;
  const near = state.queue
    .slice(Math.max(0, at - BESIDE), at + BESIDE + 1)
    .map(({ assignment }) => assignment);
  const lost = state.trouble?.lost.map(({ assignment }) => assignment) ?? [];
  const keep = new Set([...near, ...comingUp(state), ...lost, assignmentAt(state)]);
  const held = Object.entries(state.held).filter(([id, { pending }]) => keep.has(id) || pending.length > 0);
  if (held.length < Object.keys(state.held).length) desk.patch({ held: Object.fromEntries(held) });
}
