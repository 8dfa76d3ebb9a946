import type { z } from 'zod';
import type { optionValue, ratingValue, rubricSchema } from './rubric-schema.ts';

/** How a dimension is answered: one of its options, a number on a slider, any number of its options, free text. */
export const DIMENSION_KINDS = ['options', 'slider', 'categories', 'text'] as const;
export type DimensionKind = (typeof DIMENSION_KINDS)[number];

export type OptionValue = z.output<typeof optionValue>;
/** A value on a dimension: a number, a word or a text; on a categories dimension the values of the options chosen, which may be none. */
export type RatingValue = z.output<typeof ratingValue>;
export type Values = Readonly<Record<string, RatingValue>>;
export type Rubric = z.output<typeof rubricSchema>;
export type Dimension = Rubric['dimensions'][number];
export type RubricOption = Dimension['options'][number];
export type Gate = NonNullable<Dimension['gate']>;
export type Level = NonNullable<Dimension['level']>;
export type SliderRange = NonNullable<Dimension['range']>;

/** `id@version`, as written beside every rating. */
export const rubricRef = (rubric: Pick<Rubric, 'id' | 'version'>): string => `${rubric.id}@${rubric.version}`;

export const dimensionLabel = (entry: Pick<Dimension, 'id' | 'label'>): string =>
  entry.label ?? entry.id.charAt(0).toUpperCase() + entry.id.slice(1).replaceAll('_', ' ');

export const kindOf = ({ kind }: Pick<Dimension, 'kind'>): DimensionKind => kind ?? 'options';

/** The scale of measurement; categories are nominal, and free text is on none. */
export function levelOf(entry: Pick<Dimension, 'kind' | 'level'>): Level | null {
  if (kindOf(entry) === 'text') return null;
  return kindOf(entry) === 'categories' ? 'nominal' : (entry.level ?? 'nominal');
}

/** The option with a value; on a slider the point that has a name. */
export const optionOf = (entry: Dimension, value: RatingValue | null | undefined): RubricOption | undefined =>
  entry.options.find((choice) => choice.value === value);

/** The lowest and highest number a dimension takes; null where it is not answered with numbers. */
export function boundsOf({ kind, options, range }: Dimension): [lowest: number, highest: number] | null {
  if (kind === 'text' || kind === 'categories') return null;
  if (kind === 'slider') return range ? [range.min, range.max] : null;
  const numbers = options.flatMap(({ value }) => (typeof value === 'number' ? value : []));
  return numbers.length === options.length ? [Math.min(...numbers), Math.max(...numbers)] : null;
}

/** True where stretches of the answer can be labelled as carrying the value. */
export const takesSpans = ({ spans, spans_from }: Dimension): boolean =>
  spans === true || spans_from !== undefined;
