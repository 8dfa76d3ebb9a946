import type { Stretch } from '../../store/rate/state.ts';

/** Marks the element that holds the answer's text and nothing else. */
export const ANSWER = 'answer-text';
export const answerElement = (): HTMLElement | null => document.getElementById(ANSWER);

const lengthBefore = (root: Node, node: Node, offset: number): number => {
  const range = document.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
};

/** The selected stretch of an element's text; null when nothing is selected, or something outside it. */
export function selectedStretch(root: Node): Stretch | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = lengthBefore(root, range.startContainer, range.startOffset);
  const end = lengthBefore(root, range.endContainer, range.endOffset);
  return end > start ? { start, end } : null;
}

/** The text node at an offset of an element's text, and the offset within it. */
function pointAt(root: Node, offset: number): [Node, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let last: Node = root;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (rest <= length) return [node, rest];
    rest -= length;
    last = node;
  }
  return [last, last === root ? 0 : (last.textContent?.length ?? 0)];
}

/** Selects a stretch of an element's text and brings its end into view. */
export function selectStretch(root: HTMLElement, { start, end }: Stretch): void {
  window.getSelection()?.setBaseAndExtent(...pointAt(root, start), ...pointAt(root, end));
  const range = document.createRange();
  range.setStart(...pointAt(root, end));
  const pane = root.closest('[data-scrolls]');
  const place = range.getBoundingClientRect();
  const view = pane?.getBoundingClientRect();
  if (!pane || !view) return;
  if (place.bottom > view.bottom) pane.scrollTop += place.bottom - view.bottom + place.height;
  else if (place.top < view.top) pane.scrollTop -= view.top - place.top + place.height;
}
