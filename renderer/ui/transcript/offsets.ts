import type { Stretch } from './pieces.ts';

/**
 * A text on the page stands in sections, each with the offset of its start (`data-from`) and, between its elements, exactly the
 * text from there on, so that every place on the page is an offset in the text, and the other way round.
 */
const SECTION = '[data-from]';

const startOf = (section: Element): number => Number(section.getAttribute('data-from'));

function lengthBefore(section: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(section);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The offset in the text of a place on the page; null outside of the text. */
export function offsetAt(root: Node, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const section = element?.closest(SECTION);
  if (section && root.contains(section)) return startOf(section) + lengthBefore(section, node, offset);
  // Between two sections.
  const next = node.childNodes[offset];
  if (next instanceof Element && next.matches(SECTION)) return startOf(next);
  return lengthBefore(root, node, offset);
}

/** The section of a text that an offset lies in. */
export function sectionAt(root: Element, offset: number): Element | null {
  const sections = root.querySelectorAll(SECTION);
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const section = sections[middle];
    if (section && startOf(section) <= offset) low = middle;
    else high = middle - 1;
  }
  return sections[low] ?? null;
}

/** Text nodes of a section with the offset of each in the text. */
export interface TextPlaces {
  nodes: Text[];
  starts: number[];
}

export function placesOf(section: Element): TextPlaces {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const places: TextPlaces = { nodes: [], starts: [] };
  let at = startOf(section);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    places.nodes.push(node);
    places.starts.push(at);
    at += node.length;
  }
  return places;
}

/** The place of an offset; at the border of two nodes the end of the first, or with `begins` the start of the second. */
export function placeOf(
  { nodes, starts }: TextPlaces,
  offset: number,
  begins: boolean,
): [Text, number] | null {
  let index = starts.findLastIndex((start) => (begins ? start <= offset : start < offset));
  if (index === -1) index = 0;
  const node = nodes[index];
  return node ? [node, Math.max(0, Math.min(node.length, offset - (starts[index] ?? 0)))] : null;
}

function place(root: Element, offset: number, begins: boolean): [Text, number] | null {
  const section = sectionAt(root, begins ? offset : Math.max(0, offset - 1));
  return section && placeOf(placesOf(section), offset, begins);
}

/** The stretch as a range on the page; null where the text is not there. */
export function rangeOf(root: Element, { start, end }: Stretch): Range | null {
  const from = place(root, start, true);
  const to = place(root, end, false);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** The stretch of a text that is selected; null when nothing is, or something outside of it. */
export function selectedStretch(root: Node): Stretch | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? { start, end } : null;
}

/** Brings a range into view within the pane that scrolls it, with some of what is around it. */
export function showRange(range: Range): void {
  const inside = range.endContainer.parentElement;
  const pane = inside?.closest('[data-scrolls]');
  const seen = range.getClientRects();
  const place = seen[seen.length - 1];
  if (!pane) return;
  if (!place) {
    inside?.closest(SECTION)?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const view = pane.getBoundingClientRect();
  if (place.bottom > view.bottom) pane.scrollTop += place.bottom - view.bottom + 2 * place.height;
  else if (place.top < view.top) pane.scrollTop -= view.top - place.top + 2 * place.height;
}
