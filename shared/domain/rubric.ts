import type { z } from 'zod';
import type { ratingValue, rubricSchema } from './rubric-schema.ts';

export type RatingValue = z.output<typeof ratingValue>;
export type Rubric = z.output<typeof rubricSchema>;
export type Dimension = Rubric['dimensions'][number];
export type RubricOption = Dimension['options'][number];

/** `id@version`, as written beside every rating. */
export const rubricRef = (rubric: Pick<Rubric, 'id' | 'version'>): string => `${rubric.id}@${rubric.version}`;

export const dimensionLabel = (entry: Dimension): string =>
  entry.label ?? entry.id.charAt(0).toUpperCase() + entry.id.slice(1).replaceAll('_', ' ');

export const optionOf = (entry: Dimension, value: RatingValue | null | undefined): RubricOption | undefined =>
  entry.options.find((choice) => choice.value === value);

/** Position of a value among the options; -1 when it is not one of them. */
const optionRank = (entry: Dimension, value: RatingValue): number =>
  entry.options.findIndex((choice) => choice.value === value);

/** True where the value says "something is there", so that categories and spans are asked for: above the lowest number. */
export function isMarked(entry: Dimension, value: RatingValue | null | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value !== 'number') return optionRank(entry, value) > 0;
  const numbers = entry.options.flatMap((choice) => (typeof choice.value === 'number' ? choice.value : []));
  return value > Math.min(...numbers);
}
