import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { Handlers } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { currentOf } from '../../store/rate/state.ts';
import { ANSWER_PANE, CONTEXT } from './answer-element.ts';
import { forgetHits, openFind, stepHit } from './find/finding.ts';
import { label, letGo, move, removeHeld, walk } from './spans/acts.ts';
import { desk } from './useRate.ts';
import { toggleCover, toggleRaw } from './useReadingDesk.ts';

/** A key press scrolls by this many pixels: about three lines. */
const SCROLL = 88;

const scroll = (id: string, by: number) => () => document.getElementById(id)?.scrollBy({ top: by });

function toggleFolds(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>(`#${CONTEXT} [data-fold]`))
    fold.open = !fold.open;
}

function cover(): void {
  const item = currentOf(useApp.getState().rate)?.item;
  if (item?.warning) toggleCover(item.assignment);
}

/** Leaves what is open, the nearest first: what is in hand, what was found, a panel. */
function leave(): void {
  if (useApp.getState().rate.panel === null && (letGo() || forgetHits())) return;
  desk().panel(null);
}

/** What the keys for reading do: finding, selecting, labelled text, how texts are shown. */
export const readingHandlers = (rubric: Rubric) =>
  ({
    escape: leave,
    label: () => label(rubric),
    system: toggleFolds,
    raw: toggleRaw,
    cover,
    find: openFind,
    'find.next': stepHit(1),
    'find.previous': stepHit(-1),
    'scroll.down': scroll(ANSWER_PANE, SCROLL),
    'scroll.up': scroll(ANSWER_PANE, -SCROLL),
    'context.down': scroll(CONTEXT, SCROLL * 3),
    'context.up': scroll(CONTEXT, -SCROLL * 3),
    'word.next': move('word.next'),
    'word.previous': move('word.previous'),
    'word.extend': move('end.later'),
    'word.shrink': move('end.earlier'),
    'sentence.extend': move('end.sentenceLater'),
    'sentence.shrink': move('end.sentenceEarlier'),
    'start.extend': move('start.earlier'),
    'start.shrink': move('start.later'),
    'start.sentenceExtend': move('start.sentenceEarlier'),
    'start.sentenceShrink': move('start.sentenceLater'),
    'letter.extend': move('end.letterLater'),
    'letter.shrink': move('end.letterEarlier'),
    'start.letterExtend': move('start.letterEarlier'),
    'start.letterShrink': move('start.letterLater'),
    'span.next': walk(1),
    'span.previous': walk(-1),
    'span.remove': removeHeld,
  }) satisfies Handlers;
