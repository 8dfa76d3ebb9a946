import { candidateRubric } from './comparison.ts';
import { EMPTY_RATING, isGatedOut, judgementOf, type Rating } from './rating.ts';
import type { Dimension, Rubric } from './rubric.ts';
import { rubricChanges } from './rubric-changes.ts';

/** Why a rating of an earlier version may have to be made again on a dimension. */
export type AffectedBy = 'added' | 'scale' | 'meaning';

export interface AffectedDimension {
  dimension: string;
  by: AffectedBy;
}

/** The later version's dimensions that ratings of the earlier one lack, or answered as they stood then. */
export function affectedDimensions(before: Rubric, after: Rubric): AffectedDimension[] {
  return rubricChanges(before, after).dimensions.flatMap(
    ({ dimension, kind, fields }): AffectedDimension[] => {
      if (kind === 'removed') return [];
      if (kind === 'added') return [{ dimension, by: 'added' }];
      if (fields.some(({ weight }) => weight === 'scale')) return [{ dimension, by: 'scale' }];
      return fields.some(({ weight }) => weight === 'meaning') ? [{ dimension, by: 'meaning' }] : [];
    },
  );
}

/**
 * The dimensions on which values of the earlier version mean something under the later one: same scale, and so is that of the
 * dimension that opens the gate.
 */
export function comparableDimensions(before: Rubric, after: Rubric): Set<string> {
  const lost = new Set(
    affectedDimensions(before, after).flatMap(({ dimension, by }) => (by === 'meaning' ? [] : dimension)),
  );
  const comparable = new Set<string>();
  for (const { id, gate } of after.dimensions)
    if (!lost.has(id) && (gate === undefined || comparable.has(gate.dimension))) comparable.add(id);
  return comparable;
}

const isComparison = ({ preference, candidates }: Rating): boolean =>
  preference !== null || Object.keys(candidates).length > 0;

/** A rating as judgements of one answer each: itself, or one for each candidate of a comparison. */
const judgementsIn = (rating: Rating): Rating[] =>
  isComparison(rating)
    ? Object.keys(rating.candidates).map((number) => judgementOf(rating, Number(number)))
    : [rating];

const gave = ({ values, cannot }: Rating, dimension: string): boolean =>
  values[dimension] !== undefined || cannot[dimension] !== undefined;

/** The dimensions a rating has to be made again on: it gave a value on one that changed, or would be asked one that is new. */
export function affectedIn(affected: readonly AffectedDimension[], rating: Rating, after: Rubric): string[] {
  const asked = isComparison(rating) ? candidateRubric(after) : after;
  const judgements = judgementsIn(rating);
  return affected.flatMap(({ dimension, by }) => {
    const entry = asked.dimensions.find(({ id }) => id === dimension);
    if (!entry) return [];
    const isAffected =
      by === 'added'
        ? judgements.length === 0 || judgements.some(({ values }) => !isGatedOut(after, entry, values))
        : judgements.some((judgement) => gave(judgement, dimension));
    return isAffected ? [dimension] : [];
  });
}

/** The entries of some dimensions. */
export const onlyOf = <T>(
  entries: Readonly<Record<string, T>>,
  dimensions: ReadonlySet<string>,
): Record<string, T> => Object.fromEntries(Object.entries(entries).filter(([id]) => dimensions.has(id)));

const labelsOf = (entry: Dimension): string[] => [entry.id, ...(entry.categories ?? [])];

/**
 * What a rater begins with who judges an answer again: all that they said under the earlier version, but for the dimensions that are
 * open again, those whose scale is another, and the categories and spans of these.
 */
export function carriedRating(
  before: Rubric,
  after: Rubric,
  rating: Rating,
  open: readonly string[],
): Rating {
  const comparable = comparableDimensions(before, after);
  const kept = after.dimensions.filter(({ id }) => comparable.has(id) && !open.includes(id));
  const ids = new Set(kept.map(({ id }) => id));
  const labels = new Set(kept.flatMap(labelsOf));
  const lost = new Set(
    [...before.dimensions, ...after.dimensions].filter(({ id }) => !ids.has(id)).flatMap(labelsOf),
  );
  const part = ({ values, cannot, categories, spans }: Rating['candidates'][string]) => ({
    values: onlyOf(values, ids),
    cannot: onlyOf(cannot, ids),
    categories: categories.filter((category) => labels.has(category)),
    spans: spans.filter(({ label }) => labels.has(label) || !lost.has(label)),
  });
  const { rationale, rewrite, preference, candidates } = rating;
  return {
    ...EMPTY_RATING,
    ...part(rating),
    rationale,
    rewrite,
    preference,
    candidates: Object.fromEntries(
      Object.entries(candidates).map(([number, judged]) => [number, part(judged)]),
    ),
  };
}
