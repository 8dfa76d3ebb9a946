import type { QueueEntry } from '../../../shared/contract/rating.ts';
import { askedDimensions, type Gap, gaps, type Rating } from '../../../shared/domain/rating.ts';
import { type Dimension, type Rubric, takesSpans } from '../../../shared/domain/rubric.ts';
import { isMarked } from '../../../shared/domain/value.ts';
import { isDone, type Panel } from './state.ts';

/** Where the eye should be: the dimension, and the panel it opens. */
export interface Focus {
  dimension: string | null;
  panel: Panel | null;
  /** Of a comparison. */
  candidate?: number | null;
}

/** The first thing still open on a rating, or its first dimension when nothing is. */
export function startOf(rubric: Rubric, rating: Rating): Focus {
  const gap = gaps(rubric, rating)[0];
  return { dimension: gap?.dimension ?? rubric.dimensions[0]?.id ?? null, panel: null };
}

/** Where to look at a gap: the dimension, with the field or the list open that the gap is closed in. */
export function focusOfGap(rubric: Rubric, { dimension, wants }: Gap): Focus {
  if (wants !== 'value') return { dimension, panel: wants };
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  return { dimension, panel: entry?.kind === 'text' ? 'text' : null };
}

/** The gap to go to from a dimension: its own first, then what comes after it, then the first of all. */
export function nextGap(rubric: Rubric, rating: Rating, id: string | null): Gap | undefined {
  const open = gaps(rubric, rating);
  const at = rubric.dimensions.findIndex((entry) => entry.id === id);
  const from = new Set(rubric.dimensions.slice(Math.max(0, at)).map((entry) => entry.id));
  return open.find(({ dimension }) => from.has(dimension)) ?? open[0];
}

const wantsCategories = (entry: Dimension, rating: Rating): boolean =>
  entry.categories !== undefined && isMarked(entry, rating.values[entry.id]);

/** The dimension after `id` among those asked; after the last, the first without a value; else it stays. */
function dimensionAfter(rubric: Rubric, rating: Rating, id: string): string {
  const order = rubric.dimensions.findIndex((entry) => entry.id === id);
  const asked = new Set(askedDimensions(rubric, rating.values).map((entry) => entry.id));
  const later = rubric.dimensions.slice(order + 1).find((entry) => asked.has(entry.id));
  const open = gaps(rubric, rating).find(({ wants }) => wants === 'value');
  return later?.id ?? open?.dimension ?? id;
}

/** Where a value on `id` leads: to its categories or the text that carries it where it asks for them, else on. */
export function focusAfterValue(rubric: Rubric, rating: Rating, id: string): Focus {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  if (entry && wantsCategories(entry, rating)) return { dimension: id, panel: 'categories' };
  const wantsSpans = gaps(rubric, rating).some(
    ({ dimension, wants }) => dimension === id && wants === 'spans',
  );
  if (wantsSpans) return { dimension: id, panel: 'spans' };
  return { dimension: dimensionAfter(rubric, rating, id), panel: null };
}

/** The dimension that Backspace clears: the current one, or the last answered before it. */
export function dimensionToClear(rubric: Rubric, rating: Rating, id: string | null): string | null {
  const asked = askedDimensions(rubric, rating.values);
  const at = asked.findIndex((entry) => entry.id === id);
  const answered = asked
    .slice(0, at + 1)
    .findLast((entry) => rating.values[entry.id] !== undefined || rating.cannot[entry.id] !== undefined);
  return answered?.id ?? null;
}

/** What is left of categories and spans now: those of a category that no marked value asks for any more are orphans. */
export function withoutOrphans(rubric: Rubric, rating: Rating): Pick<Rating, 'categories' | 'spans'> {
  const all = new Set(rubric.dimensions.flatMap((entry) => entry.categories ?? []));
  const asked = new Set(
    askedDimensions(rubric, rating.values)
      .filter((entry) => wantsCategories(entry, rating))
      .flatMap((entry) => entry.categories ?? []),
  );
  return {
    categories: rating.categories.filter((category) => asked.has(category)),
    spans: rating.spans.filter(({ label }) => asked.has(label) || !all.has(label)),
  };
}

/** The next item to do after a position, going round once; null when all are done. */
export function nextOpen(queue: readonly QueueEntry[], after: number): number | null {
  for (let step = 1; step <= queue.length; step += 1) {
    const index = (after + step) % queue.length;
    const entry = queue[index];
    if (entry && !isDone(entry)) return index;
  }
  return null;
}

/** Labels a stretch of the answer can get: the chosen categories, else all, else the dimensions that take spans. */
export function spanLabels(rubric: Rubric, chosen: readonly string[]): readonly string[] {
  const takers = rubric.dimensions.filter(takesSpans);
  if (takers.length === 0) return [];
  if (chosen.length > 0) return chosen;
  const categories = [...new Set(takers.flatMap((entry) => entry.categories ?? []))];
  return categories.length > 0 ? categories : takers.map(({ id }) => id);
}
