import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { candidateRubric } from '../../../shared/domain/comparison.ts';
import { isWinner } from '../../../shared/domain/preference.ts';
import { judgementOf, type Rating } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { type RatingRow, ratingRows } from './rating-rows.ts';

/** "Answer 2, clearly", or that none was better. */
export function preferenceWords(preference: Rating['preference']): string {
  const t = textNow(comparisonLeadText);
  if (!preference) return '–';
  const { choice, strength } = preference;
  if (!isWinner(choice)) return choice === 'tie' ? t.tie : t.bothBad;
  const answer = t.candidate(choice + 1);
  return strength === null ? answer : `${answer}, ${t.strengths[strength]}`;
}

/** The rows of a comparison's ratings: the preference, then what was said of each candidate, the audited dimension first. */
export function comparedRows(
  rubric: Rubric,
  { ratings, candidates }: Pick<AuditedItem, 'ratings' | 'candidates'>,
  audited: string,
): RatingRow[] {
  const t = textNow(comparisonLeadText);
  const asked = candidateRubric(rubric);
  const first = asked.dimensions.some(({ id }) => id === audited) ? audited : asked.dimensions[0]?.id;
  const ofEach = [...candidates.keys()].flatMap((number) => {
    if (first === undefined) return [];
    const own = ratings.map((one) => ({ ...one, rating: judgementOf(one.rating, number) }));
    return ratingRows(asked, own, first).map(({ name, cells }) => ({
      name: `${t.candidate(number + 1)}: ${name}`,
      cells,
    }));
  });
  return [
    { name: t.preference, cells: ratings.map(({ rating }) => preferenceWords(rating.preference)) },
    ...ofEach,
  ];
}
