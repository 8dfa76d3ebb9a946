import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { dimensionLabel, optionOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { railText } from '../../catalogue/rail.ts';
import { cannotWords, valueWords } from '../../store/rate/words.ts';

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
    const reason = rating.cannot[id];
    if (reason !== undefined) return textNow(railText).cannot(cannotWords(reason));
    if (value === undefined) return NONE;
    if (typeof value === 'object' || dimension?.kind === 'categories') return valueWords(dimension, value);
    return `${value} ${(dimension && optionOf(dimension, value)?.label) ?? ''}`.trim();
  });
  return { name: dimension ? dimensionLabel(dimension) : id, cells };
}

/** The rows of the ratings table: the audited dimension with its categories first, then the others. */
export function ratingRows(rubric: Rubric, ratings: readonly Audited[], audited: string): RatingRow[] {
  const t = textNow(auditText);
  const given = ratings.flatMap(({ rating }) => [
    ...Object.keys(rating.values),
    ...Object.keys(rating.cannot),
  ]);
  const ids = new Set([audited, ...rubric.dimensions.map(({ id }) => id), ...given]);
  const [first, ...others] = [...ids].map((id) => valueRow(rubric, ratings, id));
  const written = (name: string, text: (rating: Audited['rating']) => string): RatingRow[] => {
    const cells = ratings.map(({ rating }) => text(rating) || NONE);
    return cells.every((cell) => cell === NONE) ? [] : [{ name, cells }];
  };
  return [
    ...(first ? [first] : []),
    ...written(t.categories, ({ categories }) => categories.join(', ')),
    ...others,
  ];
}

/** What a rater wrote, and of what kind it is, in words. */
export interface WrittenNote {
  rater: string;
  kind: string;
  text: string;
}

/** Everything the raters wrote: reasons first, then rewrites, then questions to the lead. */
export function writtenNotes(ratings: readonly Audited[]): WrittenNote[] {
  const { kinds, markedForLead } = textNow(auditText);
  const of = (kind: WrittenNote['kind'], text: (rating: Audited['rating']) => string): WrittenNote[] =>
    ratings
      .map(({ pseudonym, rating }) => ({ rater: pseudonym, kind, text: text(rating) }))
      .filter((note) => note.text !== '');
  return [
    ...of(kinds.why, ({ rationale }) => rationale),
    ...of(kinds.rewrite, ({ rewrite }) => rewrite ?? ''),
    ...of(kinds.lead, ({ flagged, question }) => (flagged ? question || markedForLead : '')),
  ];
}
