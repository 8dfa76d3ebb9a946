import type { ReadableSection } from './documents.ts';
import type { Node } from './markdown/tree.ts';

/** A section as it stands on the page now. */
export interface ShownSection {
  section: ReadableSection;
  /** What it was read as; null where it stands as it is written. */
  nodes: readonly Node[] | null;
  isNear: boolean;
}

type Watcher = (changed: ReadonlySet<Element>) => void;

const sections = new Map<Element, ShownSection>();
const watchers = new Set<Watcher>();
const redrawn = new Set<(section: Element) => void>();
let changed = new Set<Element>();
let isDue = false;

function report(element: Element): void {
  changed.add(element);
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    const reported = changed;
    changed = new Set();
    isDue = false;
    for (const tell of watchers) tell(reported);
  });
}

export const shownSections = (): ReadonlyMap<Element, ShownSection> => sections;

/** A section was drawn, or drawn anew: what pointed into it does no more. */
export function noteShown(element: Element, section: ShownSection): void {
  sections.set(element, section);
  for (const tell of redrawn) tell(element);
  report(element);
}

export function noteGone(element: Element): void {
  sections.delete(element);
  report(element);
}

/** Tells, once a frame, which sections were drawn anew or are gone. */
export function watchSections(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Tells at once when a section was drawn anew, before it is painted. */
export function watchRedrawn(tell: (section: Element) => void): () => void {
  redrawn.add(tell);
  return () => redrawn.delete(tell);
}
