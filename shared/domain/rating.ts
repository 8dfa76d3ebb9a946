import type { z } from 'zod';
import type { ratingAction, ratingSchema, span } from './rating-schema.ts';
import { type Dimension, type Rubric, takesSpans, type Values } from './rubric.ts';
import { isMarked, meetsGate, reaches, valueRefusal } from './value.ts';

export const SKIP_REASONS = ['unclear', 'language', 'technical', 'distressing', 'other'] as const;

/** Why a dimension cannot be judged; any other reason is given in the rater's words. */
export const CANNOT_REASONS = ['context', 'knowledge', 'language', 'damaged', 'guidelines'] as const;

export const RATING_STATUS = ['draft', 'submitted', 'skipped'] as const;

export type Span = z.output<typeof span>;
export type RatingAction = z.output<typeof ratingAction>;
export type Rating = z.output<typeof ratingSchema>;

export const EMPTY_RATING: Rating = {
  status: 'draft',
  values: {},
  cannot: {},
  categories: [],
  spans: [],
  rationale: '',
  rewrite: null,
  skipReason: null,
  flagged: false,
  question: '',
  preference: null,
  candidates: {},
  shown: [],
};

/** The rating after one more action. Changing anything of a submitted or skipped rating makes it a draft again. */
export function applyAction(rating: Rating, action: RatingAction): Rating {
  const draft: Rating = { ...rating, status: 'draft', skipReason: null };
  if ('candidate' in action && action.candidate !== undefined) {
    const { candidate, ...own } = action;
    const judged = applyAction(judgementOf(rating, candidate), own);
    return { ...draft, candidates: { ...rating.candidates, [candidate]: candidatePart(judged) } };
  }
  switch (action.kind) {
    case 'value':
      return {
        ...draft,
        values: withEntry(rating.values, action.dimension, action.value),
        cannot: withEntry(rating.cannot, action.dimension, null),
      };
    case 'cannot':
      return {
        ...draft,
        values: action.reason === null ? rating.values : withEntry(rating.values, action.dimension, null),
        cannot: withEntry(rating.cannot, action.dimension, action.reason),
      };
    case 'categories':
      return { ...draft, categories: action.categories };
    case 'spans':
      return { ...draft, spans: action.spans };
    case 'preference': {
      const { choice, strength } = action;
      return { ...draft, preference: choice === null ? null : { choice, strength } };
    }
    case 'rationale':
      return { ...draft, rationale: action.text };
    case 'rewrite':
      return { ...draft, rewrite: action.text };
    case 'flag':
      return { ...rating, flagged: action.flagged, question: action.question };
    case 'skip':
      return { ...rating, status: 'skipped', skipReason: action.reason };
    case 'submit':
      return { ...rating, status: 'submitted', skipReason: null };
    case 'reopen':
      return draft;
    case 'import': {
      const { kind: _kind, createdAt: _at, cannot = {}, preference = null, ...rest } = action;
      const { candidates = {}, shown = [], ...given } = rest;
      return { ...EMPTY_RATING, ...given, cannot, preference, candidates, shown, status: 'submitted' };
    }
    case 'carry': {
      const { kind: _kind, rubric: _rubric, ...given } = action;
      return { ...EMPTY_RATING, ...given };
    }
  }
}

/** What a rating of a comparison says of one candidate, as a rating of that answer; the reason is given for all of them together. */
export const judgementOf = ({ candidates, rationale }: Rating, candidate: number): Rating => ({
  ...EMPTY_RATING,
  ...candidates[candidate],
  rationale,
});

const candidatePart = ({ values, cannot, categories, spans }: Rating): Rating['candidates'][string] => ({
  values,
  cannot,
  categories,
  spans,
});

/** The record with one entry set, or without it where it is null. */
function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: NoInfer<T> | null,
): Record<string, T> {
  const { [key]: _old, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}

/** True where the dimension is asked, given the values so far: its gate, if any, is met by a dimension that is itself asked. */
export function isAsked(rubric: Rubric, { gate }: Dimension, values: Values): boolean {
  if (!gate) return true;
  if (!meetsGate(gate, values[gate.dimension])) return false;
  const keeper = rubric.dimensions.find(({ id }) => id === gate.dimension);
  return keeper === undefined || isAsked(rubric, keeper, values);
}

/** True where a gate, its own or its keeper's, was answered in a way that leaves the dimension unasked. */
export function isGatedOut(rubric: Rubric, { gate }: Dimension, values: Values): boolean {
  if (!gate) return false;
  const keeper = rubric.dimensions.find(({ id }) => id === gate.dimension);
  if (keeper && isGatedOut(rubric, keeper, values)) return true;
  const value = values[gate.dimension];
  return value !== undefined && !meetsGate(gate, value);
}

/** The dimensions to answer for the values so far, in the rubric's order. */
export const askedDimensions = (rubric: Rubric, values: Values): Dimension[] =>
  rubric.dimensions.filter((entry) => isAsked(rubric, entry, values));

export interface Gap {
  /** The dimension that asks for it. */
  dimension: string;
  wants: 'value' | 'categories' | 'spans' | 'rationale';
}

/** What is still open before the rating can be submitted; empty when it is complete. What cannot be judged is not open. */
export const gaps = (rubric: Rubric, rating: Rating): Gap[] =>
  askedDimensions(rubric, rating.values)
    .filter(({ id }) => rating.cannot[id] === undefined)
    .flatMap((entry) => wantsOf(rubric, rating, entry).map((wants) => ({ dimension: entry.id, wants })));

function wantsOf(rubric: Rubric, rating: Rating, entry: Dimension): Gap['wants'][] {
  const value = rating.values[entry.id];
  if (value === undefined) return entry.optional ? [] : ['value'];
  const wants: Gap['wants'][] = [];
  if (entry.categories && isMarked(entry, value) && rating.categories.length === 0) wants.push('categories');
  if (reaches(entry.spans_from, value) && !hasSpan(rubric, rating, entry)) wants.push('spans');
  const explained = rating.rationale.trim() !== '';
  if (!explained && (entry.rationale_required || reaches(entry.rationale_from, value)))
    wants.push('rationale');
  return wants;
}

const isLabelOf = (entry: Dimension, label: string): boolean =>
  takesSpans(entry) && (label === entry.id || (entry.categories?.includes(label) ?? false));

/** True where some stretch of the answer carries the dimension's value: it has a label of its own, or one that no dimension has. */
const hasSpan = (rubric: Rubric, { spans }: Rating, entry: Dimension): boolean =>
  spans.some(
    ({ label }) =>
      isLabelOf(entry, label) || !rubric.dimensions.some((candidate) => isLabelOf(candidate, label)),
  );

/** Why an action cannot be taken on a rating of an answer of this length, or null when it can. */
export function refusal(
  rubric: Rubric,
  rating: Rating,
  action: RatingAction,
  answerLength: number,
): string | null {
  switch (action.kind) {
    case 'value':
      return action.value === null
        ? dimensionRefusal(rubric, action.dimension)
        : valuesRefusal(rubric, { [action.dimension]: action.value });
    case 'cannot':
      return dimensionRefusal(rubric, action.dimension);
    case 'categories':
      return categoriesRefusal(rubric, action.categories);
    case 'spans':
      return spansRefusal(action.spans, answerLength);
    case 'import':
      return (
        valuesRefusal(rubric, action.values) ??
        cannotRefusal(rubric, action.values, action.cannot ?? {}) ??
        categoriesRefusal(rubric, action.categories) ??
        spansRefusal(action.spans, answerLength)
      );
    case 'carry':
      return 'what stands of an earlier rating is carried over by the program itself';
    case 'submit': {
      const open = gaps(rubric, rating)[0];
      return open ? `${open.dimension} still wants ${WANTS[open.wants]}` : null;
    }
    default:
      return null;
  }
}

/** What is still wanted, as it is said. */
const WANTS: Readonly<Record<Gap['wants'], string>> = {
  value: 'a value',
  categories: 'categories',
  spans: 'the text that carries it',
  rationale: 'rationale',
};

const dimensionOf = (rubric: Rubric, id: string): Dimension | undefined =>
  rubric.dimensions.find((candidate) => candidate.id === id);

const dimensionRefusal = (rubric: Rubric, id: string): string | null =>
  dimensionOf(rubric, id) ? null : `the rubric has no dimension "${id}"`;

function valuesRefusal(rubric: Rubric, values: Values): string | null {
  for (const [id, value] of Object.entries(values)) {
    const entry = dimensionOf(rubric, id);
    const refused = entry ? valueRefusal(entry, value) : dimensionRefusal(rubric, id);
    if (refused !== null) return refused;
  }
  return null;
}

function cannotRefusal(rubric: Rubric, values: Values, cannot: Rating['cannot']): string | null {
  for (const id of Object.keys(cannot)) {
    if (!dimensionOf(rubric, id)) return dimensionRefusal(rubric, id);
    if (values[id] !== undefined) return `${id} has a value, and is said not to be judged`;
  }
  return null;
}

function categoriesRefusal(rubric: Rubric, categories: readonly string[]): string | null {
  const known = new Set(rubric.dimensions.flatMap((entry) => entry.categories ?? []));
  const unknown = categories.find((category) => !known.has(category));
  return unknown === undefined ? null : `the rubric has no category "${unknown}"`;
}

function spansRefusal(spans: Span[], answerLength: number): string | null {
  const outside = spans.find(({ end }) => end > answerLength);
  return outside ? `a span ends at ${outside.end}, the answer has ${answerLength} characters` : null;
}
