import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { textNow } from '../../../catalogue/area.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { keyInWords } from '../../../keys/labels.ts';
import { useApp } from '../../../store/app.ts';
import { spanLabels } from '../../../store/rate/flow.ts';
import { assignmentAt, currentOf, type Held } from '../../../store/rate/state.ts';
import { opening } from '../../../ui/format.ts';
import { directionAt } from '../../../ui/transcript/direction.ts';
import { selectedStretch } from '../../../ui/transcript/offsets.ts';
import type { Stretch } from '../../../ui/transcript/pieces.ts';
import { selectNothing, selectStretch } from '../../../ui/transcript/selection-keeper.ts';
import { answerElement } from '../answer-element.ts';
import { desk } from '../useRate.ts';
import { spanOf } from './graphemes.ts';
import { heldHere, hold } from './held.ts';
import { changed, withoutHeld } from './in-hand.ts';
import { inOrder } from './marks.ts';
import { MIRRORED, type Move, moved } from './moves.ts';

const QUOTED = 80;

const current = (): Held | null => currentOf(useApp.getState().rate);
const quote = (text: string, { start, end }: Stretch): string => opening(text.slice(start, end), QUOTED);

/** What the answer's text has selected, in whole characters; null when nothing is. */
function selectedSpan(text: string): Stretch | null {
  const root = answerElement();
  const stretch = root && selectedStretch(root);
  return stretch ? spanOf(text, stretch) : null;
}

function select(text: string, stretch: Stretch): void {
  const root = answerElement();
  if (root) selectStretch(root, stretch);
  desk().tell(textNow(readingText).spans.now(quote(text, stretch)));
}

/** Moves the edges of the labelled stretch in hand, stored when the hand pauses; else of what is selected. */
export const move = (towards: Move) => (): void => {
  const item = current();
  if (!item) return;
  const { text } = item.item.answer;
  const held = heldHere();
  const isWordStep = towards === 'word.next' || towards === 'word.previous';
  const at = held?.span ?? selectedSpan(text);
  const way = at && directionAt(text, at.start) === 'rtl' ? MIRRORED[towards] : towards;
  const to = moved(text, at, way);
  if (!to) return;
  if (held && !isWordStep) {
    const next = changed(held, item.rating.spans, to);
    desk().typed({ kind: 'spans', spans: [...next.now] });
    hold(next);
  } else hold(null);
  select(text, to);
};

/** Takes the next labelled stretch in hand, or the one before; round once. */
export const walk = (by: 1 | -1) => (): void => {
  const item = current();
  const assignment = assignmentAt(useApp.getState().rate);
  if (!item || assignment === null) return;
  desk().flush();
  const t = textNow(readingText).spans;
  const { text } = item.item.answer;
  const stored = current()?.rating.spans ?? [];
  const held = heldHere();
  const now = held?.now ?? stored;
  const spans = inOrder(now);
  if (spans.length === 0) {
    desk().tell(t.none);
    return;
  }
  const at = held ? spans.indexOf(held.span) : by === 1 ? -1 : 0;
  const index = (at + by + spans.length) % spans.length;
  const span = spans[index];
  if (!span) return;
  hold({ assignment, span, now, stored });
  select(text, span);
  desk().tell(`${t.at(index + 1, spans.length, span.label, quote(text, span))}. ${t.held}`);
};

/** Takes the label off the stretch in hand. */
export function removeHeld(): void {
  const held = heldHere();
  const t = textNow(readingText).spans;
  if (!held) {
    desk().tell(t.none);
    return;
  }
  desk().record({ kind: 'spans', spans: withoutHeld(held) });
  hold(null);
  desk().tell(t.removed(held.span.label));
}

/** Lets go of the stretch in hand, or of what is selected; false when there is neither. */
export function letGo(): boolean {
  const root = answerElement();
  const isSelected = root !== null && selectedStretch(root) !== null;
  if (!heldHere() && !isSelected) return false;
  desk().flush();
  hold(null);
  if (root) selectNothing(root);
  return true;
}

/** Gives a label to what was chosen for it: to the stretch in hand in place of its own, else to a new one. */
export function giveLabel(label: string): void {
  const held = heldHere();
  const spans = current()?.rating.spans;
  if (!held || !spans) {
    desk().label(label);
    return;
  }
  const next = changed(held, spans, { label });
  desk().record({ kind: 'spans', spans: [...next.now] });
  hold(next);
  desk().panel(null);
}

/** Labels the stretch in hand or the selected text: at once where there is one label to give, else asks which. */
export function label(rubric: Rubric): void {
  const item = current();
  if (!item) return;
  const t = textNow(readingText).spans;
  const stretch = heldHere()?.span ?? selectedSpan(item.item.answer.text);
  const labels = spanLabels(rubric, item.rating.categories);
  const [only] = labels;
  if (only === undefined) desk().tell(t.noLabels);
  else if (!stretch) desk().tell(t.selectFirst(keyInWords('word.next'), keyInWords('word.extend')));
  else {
    desk().beginLabel({ start: stretch.start, end: stretch.end });
    if (labels.length === 1) giveLabel(only);
  }
}
