import { placeOf, placesOf, rangeOf, showRange } from '../../../ui/transcript/offsets.ts';
import { shownSections, watchSections } from '../../../ui/transcript/shown-sections.ts';
import { useFinding } from './finding.ts';
import type { Hit } from './hits.ts';

const rootOf = (id: string): HTMLElement | null => document.querySelector(`[data-text="${id}"]`);

function rangesIn(section: Element, hits: readonly Hit[], from: number, to: number): StaticRange[] {
  const within = hits.filter(({ start, end }) => start < to && end > from);
  if (within.length === 0) return [];
  const places = placesOf(section);
  return within.flatMap((hit) => {
    const start = placeOf(places, Math.max(hit.start, from), true);
    const end = placeOf(places, Math.min(hit.end, to), false);
    if (!start || !end) return [];
    const [startContainer, startOffset] = start;
    const [endContainer, endOffset] = end;
    return [new StaticRange({ startContainer, startOffset, endContainer, endOffset })];
  });
}

/** Paints what was found in the sections that are near to what is seen: the texts themselves are not drawn again. */
function paint(): void {
  const { hits, at } = useFinding.getState();
  const byText = new Map<string, Hit[]>();
  for (const hit of hits) byText.set(hit.id, [...(byText.get(hit.id) ?? []), hit]);
  const here = hits[at];
  const found: StaticRange[] = [];
  const foundHere: StaticRange[] = [];
  if (hits.length > 0)
    for (const [element, { section, isNear }] of shownSections()) {
      const id = element.closest('[data-text]')?.getAttribute('data-text') ?? '';
      const own = byText.get(id);
      if (!own || !(isNear || here?.id === id)) continue;
      const { from, to } = section;
      found.push(
        ...rangesIn(
          element,
          own.filter((hit) => hit !== here),
          from,
          to,
        ),
      );
      if (here?.id === id) foundHere.push(...rangesIn(element, [here], from, to));
    }
  CSS.highlights.set('found', new Highlight(...found));
  CSS.highlights.set('found-here', new Highlight(...foundHere));
}

/** What was unfolded for a hit, and is folded again when another is shown. */
const unfolded = new Set<HTMLDetailsElement>();

function foldAgain(root: Element | null): void {
  for (const fold of unfolded) {
    if (root && fold.contains(root)) continue;
    fold.open = false;
    unfolded.delete(fold);
  }
}

/** Unfolds what the hit lies in and brings it into view. */
function show(hit: Hit): void {
  const root = rootOf(hit.id);
  foldAgain(root);
  if (!root) return;
  for (let fold = root.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    if (!fold.open) unfolded.add(fold);
    fold.open = true;
  }
  const range = rangeOf(root, hit);
  if (range) showRange(range);
}

/** Marks what is found on the page, from now on. */
export function markHits(): () => void {
  const unfollow = useFinding.subscribe((finding, before) => {
    if (finding.hits === before.hits && finding.at === before.at) return;
    const hit = finding.hits[finding.at];
    // Once the whole conversation is there.
    requestAnimationFrame(() => {
      if (hit) show(hit);
      paint();
    });
  });
  const unwatch = watchSections(() => {
    if (useFinding.getState().hits.length > 0) paint();
  });
  return () => {
    unfollow();
    unwatch();
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-here');
  };
}
