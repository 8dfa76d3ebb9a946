import { rangeOf, selectedStretch, showRange } from './offsets.ts';
import type { Stretch } from './pieces.ts';
import { watchRedrawn } from './shown-sections.ts';

const kept = new WeakMap<Element, Stretch | null>();

function put(root: Element, stretch: Stretch): Range | null {
  const range = rangeOf(root, stretch);
  const selection = window.getSelection();
  if (!range || !selection) return null;
  selection.removeAllRanges();
  selection.addRange(range);
  return range;
}

/** Selects a stretch of a text and brings its end into view. */
export function selectStretch(root: Element, stretch: Stretch): void {
  kept.set(root, stretch);
  const range = put(root, stretch);
  if (range) showRange(range);
}

/** Takes the selection away, wherever it is. */
export function selectNothing(root: Element): void {
  kept.set(root, null);
  window.getSelection()?.removeAllRanges();
}

/** Keeps what is selected in a text selected while its sections are drawn anew. */
export function keepSelection(root: Element): () => void {
  const remember = () => kept.set(root, selectedStretch(root));
  const unwatch = watchRedrawn((section) => {
    const stretch = kept.get(root);
    if (!stretch || !root.contains(section)) return;
    const now = selectedStretch(root);
    if (now?.start !== stretch.start || now.end !== stretch.end) put(root, stretch);
  });
  document.addEventListener('selectionchange', remember);
  return () => {
    unwatch();
    document.removeEventListener('selectionchange', remember);
  };
}
