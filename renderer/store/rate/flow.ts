import type { QueueEntry } from '../../../shared/contract/rating.ts';
import { askedDimensions, gaps, type Rating } from '../../../shared/domain/rating.ts';
import { type Dimension, isMarked, type Rubric } from '../../../shared/domain/rubric.ts';
import { isDone, type Panel } from './state.ts';

/** Where the eye should be: the dimension, and the panel it opens. */
export interface Focus {
  dimension: string | null;
  panel: Panel | null;
}

/** The first thing still open on a rating, or its first dimension when nothing is. */
export function startOf(rubric: Rubric, rating: Rating): Focus {
  const gap = gaps(rubric, rating)[0];
  return { dimension: gap?.dimension ?? rubric.dimensions[0]?.id ?? null, panel: null };
}

/** Where to look at a gap: the dimension, with its categories or the rationale open. */
export const focusOfGap = (gap: ReturnType<typeof gaps>[number]): Focus => ({
  dimension: gap.dimension,
  panel: gap.wants === 'value' ? null : gap.wants,
});

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

/** Where a value on `id` leads: to its categories where it asks for them, else on to the next dimension. */
export function focusAfterValue(rubric: Rubric, rating: Rating, id: string): Focus {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  if (entry && wantsCategories(entry, rating)) return { dimension: id, panel: 'categories' };
  return { dimension: dimensionAfter(rubric, rating, id), panel: null };
}

/** The dimension that Backspace clears: the current one, or the last answered before it. */
export function dimensionToClear(rubric: Rubric, rating: Rating, id: string | null): string | null {
  const asked = askedDimensions(rubric, rating.values);
  const at = asked.findIndex((entry) => entry.id === id);
  const answered = asked.slice(0, at + 1).findLast((entry) => rating.values[entry.id] !== undefined);
  return answered?.id ?? null;
}

/** True while some dimension's value asks for categories and spans. */
export const isAnyMarked = (rubric: Rubric, rating: Rating): boolean =>
  askedDimensions(rubric, rating.values).some((entry) => wantsCategories(entry, rating));

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
  const takers = rubric.dimensions.filter(({ spans }) => spans);
  if (takers.length === 0) return [];
  if (chosen.length > 0) return chosen;
  const categories = [...new Set(takers.flatMap((entry) => entry.categories ?? []))];
  return categories.length > 0 ? categories : takers.map(({ id }) => id);
}
