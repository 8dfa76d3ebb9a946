import { gaps, type Rating, type RatingAction } from '../../../shared/domain/rating.ts';
import type { RatingValue, Rubric } from '../../../shared/domain/rubric.ts';
import { sameValue } from '../../../shared/domain/value.ts';
import { textNow } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { judgingText } from '../../catalogue/judging.ts';
import { stopOfComparison } from './comparing.ts';
import { type Desk, say } from './context.ts';
import { dimensionToClear, type Focus, focusAfterValue, focusOfGap, withoutOrphans } from './flow.ts';
import { goOn } from './learning.ts';
import { isComparison } from './looking.ts';
import { advance } from './moving.ts';
import { flush, recordHere } from './recording.ts';
import { currentOf, isDone, type Panel } from './state.ts';
import { clearedSaid, openSaid, placeSaid, toggledSaid, valueSaid } from './words.ts';

/** Categories and spans say what a marked value found; they go when the value is not marked any more. */
export function dropOrphans(desk: Desk): void {
  const rubric = desk.rubric();
  const rating = currentOf(desk.state())?.rating;
  if (!rubric || !rating) return;
  const { categories, spans } = withoutOrphans(rubric, rating);
  if (categories.length < rating.categories.length) recordHere(desk, { kind: 'categories', categories });
  if (spans.length < rating.spans.length) recordHere(desk, { kind: 'spans', spans });
}

/** Gives a value and moves on; `stay` keeps the dimension, for those who walk through the options. */
export function giveValue(desk: Desk, dimension: string, value: RatingValue, stay = false): void {
  const rubric = desk.rubric();
  const before = currentOf(desk.state())?.rating;
  if (!rubric || !before) return;
  if (!sameValue(before.values[dimension], value)) {
    recordHere(desk, { kind: 'value', dimension, value });
    dropOrphans(desk);
  }
  const rating = currentOf(desk.state())?.rating;
  if (!rating) return;
  const focus = stay ? { dimension, panel: null } : focusAfterValue(rubric, rating, dimension);
  const text = valueSaid(rubric, dimension, value, focus.dimension);
  desk.patch({ ...focus, labelling: null, moving: null, note: { text, shown: false } });
}

/** Clears the current dimension's value, or the last one before it. */
export function clearValue(desk: Desk): void {
  flush(desk);
  const rubric = desk.rubric();
  const state = desk.state();
  const held = currentOf(state);
  if (held?.rating.preference && state.dimension === null) {
    recordHere(desk, { kind: 'preference', choice: null, strength: null });
    say(desk, textNow(comparisonText).takenBack);
    return;
  }
  const dimension = rubric && held ? dimensionToClear(rubric, held.rating, state.dimension) : null;
  if (!rubric || dimension === null) return;
  recordHere(desk, { kind: 'value', dimension, value: null });
  dropOrphans(desk);
  desk.patch({ dimension, panel: null, moving: null });
  say(desk, clearedSaid(rubric, dimension));
}

export function toggleCategory(desk: Desk, category: string): void {
  const held = currentOf(desk.state());
  if (!held) return;
  const { categories } = held.rating;
  const has = categories.includes(category);
  const changed = has ? categories.filter((one) => one !== category) : [...categories, category];
  recordHere(desk, { kind: 'categories', categories: changed });
  say(desk, toggledSaid(category, !has, changed));
}

/** Labels the chosen stretch of the answer; a label it has already stays one. */
export function labelSpan(desk: Desk, label: string): void {
  const { labelling } = desk.state();
  const held = currentOf(desk.state());
  if (!held || !labelling) return;
  const isThere = held.rating.spans.some(
    (span) => span.label === label && span.start === labelling.start && span.end === labelling.end,
  );
  if (isThere) {
    desk.patch({ panel: null, labelling: null });
    say(desk, textNow(judgingText).labelledAlready(label), true);
    return;
  }
  const spans = [...held.rating.spans, { ...labelling, label }].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  recordHere(desk, { kind: 'spans', spans });
  desk.patch({ panel: null, labelling: null });
  say(desk, textNow(judgingText).labelled(label), true);
}

export function removeSpan(desk: Desk, index: number): void {
  const held = currentOf(desk.state());
  if (held) recordHere(desk, { kind: 'spans', spans: held.rating.spans.toSpliced(index, 1) });
}

export function openPanel(desk: Desk, panel: Panel | null): void {
  flush(desk);
  const held = currentOf(desk.state());
  if (panel === 'rewrite' && held && isComparison(held)) {
    say(desk, textNow(comparisonText).noRewrite, true);
    return;
  }
  const quiet = panel === null ? { note: { text: '', shown: false } } : {};
  desk.patch({ panel, labelling: panel === 'label' ? desk.state().labelling : null, ...quiet });
}

/** Marks the item for the lead, with room for a question; a second time takes the mark off. */
export function toggleMark(desk: Desk): void {
  const held = currentOf(desk.state());
  if (!held) return;
  const flagged = !held.rating.flagged;
  recordHere(desk, { kind: 'flag', flagged, question: '' });
  desk.patch({ panel: flagged ? 'mark' : null });
  const { marked, unmarked } = textNow(judgingText);
  say(desk, flagged ? marked : unmarked, true);
}

function finish(desk: Desk, action: RatingAction, said: string): void {
  recordHere(desk, action);
  goOn(desk);
  const { position, queue } = desk.state();
  say(desk, `${said}. ${placeSaid(position, queue.length)}`);
}

export const skip = (desk: Desk, reason: string): void =>
  finish(desk, { kind: 'skip', reason }, textNow(judgingText).skipped);

/** What keeps a rating from being submitted: where to go, and what is said of it. Null where nothing does. */
function stopOf(rubric: Rubric, rating: Rating): { focus: Focus; said: string } | null {
  const open = gaps(rubric, rating);
  return open[0] ? { focus: focusOfGap(rubric, open[0]), said: openSaid(rubric, open) } : null;
}

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
  const stop = isComparison(held) ? stopOfComparison(rubric, held) : stopOf(rubric, held.rating);
  if (stop) {
    desk.patch(stop.focus);
    say(desk, stop.said, true);
  } else finish(desk, { kind: 'submit' }, textNow(judgingText).submitted);
}
