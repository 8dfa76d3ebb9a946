import { type Choice, isWinner, NO_WINNER, type NoWinner } from './preference.ts';
import { type Gap, gaps, judgementOf, type Rating, type RatingAction, refusal } from './rating.ts';
import type { Rubric } from './rubric.ts';

/** What is asked of a comparison where the rubric does not say: a preference and how strong it is. */
const UNSAID: NonNullable<Rubric['comparison']> = {
  dimensions: [],
  strength: true,
  tie: true,
  both_bad: true,
};

export const comparisonOf = ({ comparison }: Rubric): NonNullable<Rubric['comparison']> =>
  comparison ?? UNSAID;

const restricted = new WeakMap<Rubric, Rubric>();

/** The rubric as it is asked of each candidate of a comparison; it may have no dimension. The same object for the same rubric. */
export function candidateRubric(rubric: Rubric): Rubric {
  const known = restricted.get(rubric);
  if (known) return known;
  const asked = comparisonOf(rubric).dimensions;
  const own = { ...rubric, dimensions: rubric.dimensions.filter(({ id }) => asked.includes(id)) };
  restricted.set(rubric, own);
  return own;
}

/** What is still open of a comparison: the preference, or something of a candidate. */
export type ComparisonGap = { wants: 'preference' } | (Gap & { candidate: number });

/** What is open before a comparison of so many candidates can be submitted; empty when it is complete. */
export function comparisonGaps(rubric: Rubric, rating: Rating, candidates: number): ComparisonGap[] {
  const own = candidateRubric(rubric);
  const open: ComparisonGap[] = rating.preference ? [] : [{ wants: 'preference' }];
  for (let candidate = 0; candidate < candidates; candidate++)
    for (const gap of gaps(own, judgementOf(rating, candidate))) open.push({ ...gap, candidate });
  return open;
}

/** True for what only a comparison can be told. */
export const isOfComparison = (action: RatingAction): boolean =>
  action.kind === 'preference' ||
  ('candidate' in action && action.candidate !== undefined) ||
  (action.kind === 'import' && action.preference !== undefined);

const NOT_ASKED: Record<NoWinner, string> = {
  tie: 'the rubric allows no tie',
  both_bad: 'the rubric does not allow to call all of them bad',
};

function preferenceRefusal(
  rubric: Rubric,
  { choice, strength }: Pick<Extract<RatingAction, { kind: 'preference' }>, 'choice' | 'strength'>,
  candidates: number,
): string | null {
  const asked = comparisonOf(rubric);
  if (choice === null) return strength === null ? null : 'a strength needs a preference';
  if (!isWinner(choice)) {
    if (!asked[choice]) return NOT_ASKED[choice];
    return strength === null ? null : 'only a preference for one of them has a strength';
  }
  if (choice >= candidates) return `there are ${candidates} candidates, and no number ${choice}`;
  return strength !== null && !asked.strength ? 'the rubric does not ask how strong a preference is' : null;
}

/** What a rating of one answer holds and a comparison does not. */
const OF_ONE_ANSWER: ReadonlySet<RatingAction['kind']> = new Set([
  'value',
  'cannot',
  'categories',
  'spans',
  'rewrite',
]);

/**
 * Why an action cannot be taken on a rating of a comparison, or null when it can. `lengths` are those of the candidates' texts, in the
 * order of their numbers.
 */
export function comparisonRefusal(
  rubric: Rubric,
  rating: Rating,
  action: RatingAction,
  lengths: readonly number[],
): string | null {
  if ('candidate' in action && action.candidate !== undefined) {
    const { candidate, ...own } = action;
    const length = lengths[candidate];
    if (length === undefined) return `there are ${lengths.length} candidates, and no number ${candidate}`;
    return refusal(candidateRubric(rubric), judgementOf(rating, candidate), own, length);
  }
  switch (action.kind) {
    case 'preference':
      return preferenceRefusal(rubric, action, lengths.length);
    case 'submit':
      return openRefusal(comparisonGaps(rubric, rating, lengths.length)[0]);
    case 'import':
      return importRefusal(rubric, rating, action, lengths);
    case 'carry':
      return refusal(rubric, rating, action, 0);
    default:
      return OF_ONE_ANSWER.has(action.kind) ? 'it must be said of which candidate this is' : null;
  }
}

function openRefusal(open: ComparisonGap | undefined): string | null {
  if (!open) return null;
  if (open.wants === 'preference') return 'which one is better is still open';
  return `${open.dimension} of candidate ${open.candidate + 1} still wants ${open.wants === 'value' ? 'a value' : open.wants}`;
}

function importRefusal(
  rubric: Rubric,
  rating: Rating,
  {
    preference,
    candidates = {},
    values,
    categories,
    spans,
    rewrite,
    shown = [],
  }: Extract<RatingAction, { kind: 'import' }>,
  lengths: readonly number[],
): string | null {
  if (!preference) return 'a comparison needs a preference';
  if (Object.keys(values).length + categories.length + spans.length > 0 || rewrite !== null)
    return 'values, categories and spans of a comparison are given for each candidate';
  const order = new Set(shown);
  if (shown.length > 0 && (order.size !== lengths.length || shown.some((number) => number >= lengths.length)))
    return 'the order shown does not name each candidate once';
  const refused = preferenceRefusal(rubric, preference, lengths.length);
  if (refused !== null) return refused;
  for (const [number, judged] of Object.entries(candidates)) {
    const length = lengths[Number(number)];
    if (length === undefined) return `there are ${lengths.length} candidates, and no number ${number}`;
    const { values: own, cannot, categories: named, spans: marked } = judged;
    const one = {
      kind: 'import',
      values: own,
      cannot,
      categories: named,
      spans: marked,
      rationale: '',
      rewrite: null,
      createdAt: null,
    } as const;
    const wrong = refusal(candidateRubric(rubric), rating, one, length);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** How a preference is called among dimensions: in reports, and as a known answer. */
export const PREFERENCE = 'preference';

/** A choice as a value of a dimension: candidates count from 1. */
export const preferenceValue = (choice: Choice): number | NoWinner =>
  isWinner(choice) ? choice + 1 : choice;

/** Every value that a preference among so many candidates can have. */
export const preferenceValues = (candidates: number): (number | NoWinner)[] => [
  ...Array.from({ length: candidates }, (_, number) => number + 1),
  ...NO_WINNER,
];
