import type { QueueEntry } from '../../../shared/contract/rating.ts';
import type { Place } from '../../../shared/domain/place.ts';
import type { Desk } from './context.ts';
import { type Focus, nextOpen } from './flow.ts';
import { assignmentAt, isDone, type Panel } from './state.ts';

/** What only the screen knows of where the rater is. */
export type View = Pick<Place, 'caret' | 'scroll'>;

/** Where they are is kept this long after the rater moved, milliseconds: not at every key. */
const KEEP_AFTER = 400;
const NO_VIEW: View = { caret: null, scroll: {} };

interface Keeping {
  timer: ReturnType<typeof setTimeout> | null;
  look: () => View;
  /** What was kept last, as text. */
  kept: string;
}
const keepings = new WeakMap<Desk, Keeping>();

function keepingOf(desk: Desk): Keeping {
  const known = keepings.get(desk);
  if (known) return known;
  const fresh: Keeping = { timer: null, look: () => NO_VIEW, kept: '' };
  keepings.set(desk, fresh);
  return fresh;
}

/** From now on the screen is asked for cursor and scrolling when a place is kept; null when it is gone. */
export function lookThrough(desk: Desk, look: (() => View) | null): void {
  keepingOf(desk).look = look ?? (() => NO_VIEW);
}

/** The rater moved: where they are is kept soon. */
export function moved(desk: Desk): void {
  const keeping = keepingOf(desk);
  if (desk.state().stage === 'open') keeping.timer ??= setTimeout(() => keepPlace(desk), KEEP_AFTER);
}

/** Keeps where the rater is, for the next start. It is no part of the record; when it cannot be kept, nothing is lost that counts. */
export function keepPlace(desk: Desk): void {
  const keeping = keepingOf(desk);
  if (keeping.timer) clearTimeout(keeping.timer);
  keeping.timer = null;
  const state = desk.state();
  const rater = desk.rater();
  if (rater === null || state.stage !== 'open' || state.waiting) return;
  // Never ahead of what was done on the way there: should that be lost, the next start must not be past it.
  if (state.unsaved > 0) {
    void desk.outbox.idle().then(() => moved(desk));
    return;
  }
  const { dimension, panel } = state;
  const place = {
    assignment: assignmentAt(state),
    dimension,
    panel,
    ...keeping.look(),
    seen: [...state.seen],
  };
  const text = JSON.stringify([rater, place]);
  if (text === keeping.kept) return;
  keeping.kept = text;
  void desk.bridge.call('place.keep', { rater, place });
}

/** What can be open again at the next start. Labelling a selection cannot: the selection is gone. */
const REOPENED: ReadonlySet<string> = new Set<Panel>([
  'categories',
  'cannot',
  'cannotWhy',
  'text',
  'rationale',
  'rewrite',
  'skip',
  'skipWhy',
  'mark',
]);
const isReopened = (panel: string | null): panel is Panel => panel !== null && REOPENED.has(panel);

interface Beginning {
  position: number | null;
  focus: Focus | undefined;
  restored: Place | null;
}

/** Where a rater begins: at the item they left while it is not done, with what was open of it; else at the next that is not done. */
export function beginning(desk: Desk, queue: readonly QueueEntry[], place: Place | null): Beginning {
  const index = place ? queue.findIndex(({ assignment }) => assignment === place.assignment) : -1;
  const entry = queue[index];
  if (!place || !entry || isDone(entry))
    return { position: nextOpen(queue, index), focus: undefined, restored: null };
  const known = desk.rubric()?.dimensions.some(({ id }) => id === place.dimension);
  if (!known) return { position: index, focus: undefined, restored: place };
  const panel = isReopened(place.panel) ? place.panel : null;
  return { position: index, focus: { dimension: place.dimension, panel }, restored: place };
}
