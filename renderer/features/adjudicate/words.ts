import type { AdjudicationUnit } from '../../../shared/domain/adjudication.ts';
import { candidateRubric, PREFERENCE } from '../../../shared/domain/comparison.ts';
import {
  type Dimension,
  dimensionLabel,
  optionOf,
  type RatingValue,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import type { AdjudicateTexts } from '../../catalogue/adjudicate.ts';

/** The dimension of a unit; null where it is the preference between candidates. */
export function entryOf(rubric: Rubric, { dimension, candidate }: AdjudicationUnit): Dimension | null {
  const asked = candidate === null ? rubric : candidateRubric(rubric);
  return asked.dimensions.find(({ id }) => id === dimension) ?? null;
}

export const unitTitle = (rubric: Rubric, unit: AdjudicationUnit, t: AdjudicateTexts): string => {
  const entry = entryOf(rubric, unit);
  const name = entry ? dimensionLabel(entry) : unit.dimension === PREFERENCE ? t.preference : unit.dimension;
  return unit.candidate === null ? name : `${name}, ${t.answer(unit.candidate + 1)}`;
};

const optionWords = (entry: Dimension | null, value: string | number): string => {
  const label = entry ? optionOf(entry, value)?.label : undefined;
  return label === undefined || label === String(value) ? String(value) : `${value} ${label}`;
};

/** A value as people say it. */
export function valueWords(entry: Dimension | null, value: RatingValue | null, t: AdjudicateTexts): string {
  if (value === null) return t.cannotBeJudged;
  if (Array.isArray(value))
    return value.length === 0 ? t.none : value.map((one) => optionWords(entry, one)).join(', ');
  if (entry !== null) return optionWords(entry, value);
  if (value === 'tie') return t.tie;
  if (value === 'both_bad') return t.bothBad;
  return typeof value === 'number' ? t.answer(value) : value;
}
