import { candidateRubric, PREFERENCE, preferenceValue, preferenceValues } from '../domain/comparison.ts';
import { isWinner } from '../domain/preference.ts';
import { dimensionLabel, type Rubric } from '../domain/rubric.ts';
import type { RatedDimension } from './cell-value.ts';
import type { ComparedRating } from './comparisons.ts';
import type { RatedRubric, RatingTuple } from './dimension-value.ts';

/** How strong a preference is, as a dimension of its own: of comparisons of two. */
export const PREFERENCE_STRENGTH = 'preference_strength';

/** A dimension that each candidate was judged on is told apart from the same one of single answers. */
export const ofCandidate = (dimension: string): string => `candidate.${dimension}`;

/** The item of a candidate: that of the comparison, and its number. */
export const candidateItem = (item: string, number: number): string => `${item}#${number}`;

const LABELS: Readonly<Record<string, string>> = { tie: 'Equally good', both_bad: 'All bad' };

/** From the candidate of number 0 being much better, below zero, to that of number 1. */
const SIGNED: readonly { value: number; label: string }[] = [
  { value: -3, label: 'First much better' },
  { value: -2, label: 'First clearly better' },
  { value: -1, label: 'First slightly better' },
  { value: 0, label: 'Equally good' },
  { value: 1, label: 'Second slightly better' },
  { value: 2, label: 'Second clearly better' },
  { value: 3, label: 'Second much better' },
];

/**
 * What comparisons are rated on, as a rubric: the preference, nominal, its candidates by their numbers counted from 1; how strong it
 * is, ordinal, where comparisons of two say so; and each dimension asked of every candidate, whose units are the candidates.
 */
export function comparisonRubric(rubric: Rubric, ratings: readonly ComparedRating[]): RatedRubric {
  const most = Math.max(0, ...ratings.map(({ candidates }) => candidates));
  const hasStrength = ratings.some(
    (rating) => signedStrength(rating) !== null && rating.preference.strength !== null,
  );
  const strength: RatedDimension = {
    id: PREFERENCE_STRENGTH,
    label: 'Strength of preference',
    level: 'ordinal',
    options: SIGNED,
  };
  return {
    ...rubric,
    dimensions: [
      {
        id: PREFERENCE,
        label: 'Preference',
        level: 'nominal',
        options: preferenceValues(most).map((value) => ({
          value,
          label: LABELS[value] ?? `Candidate ${value}`,
        })),
      },
      ...(hasStrength ? [strength] : []),
      ...candidateRubric(rubric).dimensions.map((entry) => ({
        ...entry,
        id: ofCandidate(entry.id),
        label: `${dimensionLabel(entry)}, side by side`,
        gate: entry.gate && { ...entry.gate, dimension: ofCandidate(entry.gate.dimension) },
      })),
    ],
  };
}

/** How strong the preference of a comparison of two is, -3 to 3; null where it is of more, has no strength, or both are bad. */
export function signedStrength({ candidates, preference }: ComparedRating): number | null {
  const { choice, strength } = preference;
  if (candidates !== 2) return null;
  if (choice === 'tie') return 0;
  return isWinner(choice) && strength !== null ? (choice === 0 ? -strength : strength) : null;
}

/** The ratings of comparisons as ratings on that rubric: one of the comparison, and one of each candidate that was judged. */
export function comparisonTuples<Rated extends ComparedRating>(
  ratings: readonly Rated[],
): (RatingTuple & { of: Rated })[] {
  return ratings.flatMap((of) => [
    {
      of,
      item: of.item,
      rater: of.rater,
      values: {
        [PREFERENCE]: preferenceValue(of.preference.choice),
        [PREFERENCE_STRENGTH]: signedStrength(of),
      },
    },
    ...Object.entries(of.judged).map(([number, { values, cannot }]) => ({
      of,
      item: candidateItem(of.item, Number(number)),
      rater: of.rater,
      values: renamed(values),
      cannot: renamed(cannot),
    })),
  ]);
}

const renamed = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [ofCandidate(id), value]));
