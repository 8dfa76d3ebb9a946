import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { dimensionLabel, optionOf, type Rubric } from '../../../shared/domain/rubric.ts';

type Audited = AuditedItem['ratings'][number];

/** One thing of every rating, side by side. */
export interface RatingRow {
  name: string;
  /** A text for each rating, in their order. */
  cells: string[];
}

const NONE = '–';

function valueRow(rubric: Rubric, ratings: readonly Audited[], id: string): RatingRow {
  const dimension = rubric.dimensions.find((entry) => entry.id === id);
  const cells = ratings.map(({ rating }) => {
    const value = rating.values[id];
    if (value === undefined) return NONE;
    return `${value} ${(dimension && optionOf(dimension, value)?.label) ?? ''}`.trim();
  });
  return { name: dimension ? dimensionLabel(dimension) : id, cells };
}

/** The rows of the ratings table: the audited dimension with its categories first, then the others. */
export function ratingRows(rubric: Rubric, ratings: readonly Audited[], audited: string): RatingRow[] {
  const given = ratings.flatMap(({ rating }) => Object.keys(rating.values));
  const ids = new Set([audited, ...rubric.dimensions.map(({ id }) => id), ...given]);
  const [first, ...others] = [...ids].map((id) => valueRow(rubric, ratings, id));
  const written = (name: string, text: (rating: Audited['rating']) => string): RatingRow[] => {
    const cells = ratings.map(({ rating }) => text(rating) || NONE);
    return cells.every((cell) => cell === NONE) ? [] : [{ name, cells }];
  };
  return [
    ...(first ? [first] : []),
    ...written('Categories', ({ categories }) => categories.join(', ')),
    ...others,
  ];
}

/** What a rater wrote, and of what kind it is. */
export interface WrittenNote {
  rater: string;
  kind: 'why' | 'rewrite' | 'for the lead';
  text: string;
}

/** Everything the raters wrote: reasons first, then rewrites, then questions to the lead. */
export function writtenNotes(ratings: readonly Audited[]): WrittenNote[] {
  const of = (kind: WrittenNote['kind'], text: (rating: Audited['rating']) => string): WrittenNote[] =>
    ratings
      .map(({ pseudonym, rating }) => ({ rater: pseudonym, kind, text: text(rating) }))
      .filter((note) => note.text !== '');
  return [
    ...of('why', ({ rationale }) => rationale),
    ...of('rewrite', ({ rewrite }) => rewrite ?? ''),
    ...of('for the lead', ({ flagged, question }) => (flagged ? question || 'marked' : '')),
  ];
}
