import { gaps, type RatingAction } from '../../../shared/domain/rating.ts';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import { type Desk, say } from './context.ts';
import { dimensionToClear, focusAfterValue, focusOfGap, isAnyMarked } from './flow.ts';
import { advance } from './moving.ts';
import { flush, recordHere } from './recording.ts';
import { currentOf, isDone, type Panel } from './state.ts';
import { clearedSaid, openSaid, placeSaid, valueSaid } from './words.ts';

/** Categories and spans say what a marked value found; they go when no value is marked any more. */
function dropOrphans(desk: Desk): void {
  const rubric = desk.rubric();
  const rating = currentOf(desk.state())?.rating;
  if (!rubric || !rating || isAnyMarked(rubric, rating)) return;
  if (rating.categories.length > 0) recordHere(desk, { kind: 'categories', categories: [] });
  if (rating.spans.length > 0) recordHere(desk, { kind: 'spans', spans: [] });
}

/** Gives a value and moves on; `stay` keeps the dimension, for those who walk through the options. */
export function giveValue(desk: Desk, dimension: string, value: RatingValue, stay = false): void {
  const rubric = desk.rubric();
  const before = currentOf(desk.state())?.rating;
  if (!rubric || !before) return;
  if (before.values[dimension] !== value) {
    recordHere(desk, { kind: 'value', dimension, value });
    dropOrphans(desk);
  }
  const rating = currentOf(desk.state())?.rating;
  if (!rating) return;
  const focus = stay ? { dimension, panel: null } : focusAfterValue(rubric, rating, dimension);
  const text = valueSaid(rubric, dimension, value, focus.dimension);
  desk.patch({ ...focus, labelling: null, note: { text, shown: false } });
}

/** Clears the current dimension's value, or the last one before it. */
export function clearValue(desk: Desk): void {
  const rubric = desk.rubric();
  const state = desk.state();
  const held = currentOf(state);
  const dimension = rubric && held ? dimensionToClear(rubric, held.rating, state.dimension) : null;
  if (!rubric || dimension === null) return;
  recordHere(desk, { kind: 'value', dimension, value: null });
  dropOrphans(desk);
  desk.patch({ dimension, panel: null });
  say(desk, clearedSaid(rubric, dimension));
}

export function toggleCategory(desk: Desk, category: string): void {
  const held = currentOf(desk.state());
  if (!held) return;
  const { categories } = held.rating;
  const has = categories.includes(category);
  const changed = has ? categories.filter((one) => one !== category) : [...categories, category];
  recordHere(desk, { kind: 'categories', categories: changed });
  say(desk, has ? `${category} taken off` : category);
}

/** Labels the chosen stretch of the answer. */
export function labelSpan(desk: Desk, label: string): void {
  const { labelling } = desk.state();
  const held = currentOf(desk.state());
  if (!held || !labelling) return;
  const spans = [...held.rating.spans, { ...labelling, label }].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  recordHere(desk, { kind: 'spans', spans });
  desk.patch({ panel: null, labelling: null });
  say(desk, `Labelled ${label}`, true);
}

export function removeSpan(desk: Desk, index: number): void {
  const held = currentOf(desk.state());
  if (held) recordHere(desk, { kind: 'spans', spans: held.rating.spans.toSpliced(index, 1) });
}

export function openPanel(desk: Desk, panel: Panel | null): void {
  flush(desk);
  desk.patch({ panel, labelling: panel === 'label' ? desk.state().labelling : null });
}

/** Marks the item for the lead, with room for a question; a second time takes the mark off. */
export function toggleMark(desk: Desk): void {
  const held = currentOf(desk.state());
  if (!held) return;
  const flagged = !held.rating.flagged;
  recordHere(desk, { kind: 'flag', flagged, question: '' });
  desk.patch({ panel: flagged ? 'mark' : null });
  say(desk, flagged ? 'Marked for the lead' : 'Mark taken off', true);
}

function finish(desk: Desk, action: RatingAction, said: string): void {
  recordHere(desk, action);
  advance(desk);
  const { position, queue } = desk.state();
  say(desk, `${said}. ${placeSaid(position, queue.length)}`);
}

export const skip = (desk: Desk, reason: string): void => finish(desk, { kind: 'skip', reason }, 'Skipped');

/** Submits and moves on; where something is open, says what and goes there. A done item is left as it is. */
export function submit(desk: Desk): void {
  flush(desk);
  const rubric = desk.rubric();
  const state = desk.state();
  const held = currentOf(state);
  const entry = state.position === null ? undefined : state.queue[state.position];
  if (!rubric || !held || !entry) return;
  if (isDone(entry)) {
    advance(desk);
    return;
  }
  const open = gaps(rubric, held.rating);
  const [first] = open;
  if (first) {
    desk.patch(focusOfGap(first));
    say(desk, openSaid(rubric, open), true);
  } else finish(desk, { kind: 'submit' }, 'Submitted');
}
