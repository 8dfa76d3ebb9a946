import type { z } from 'zod';
import type { ratingAction, ratingSchema, span } from './rating-schema.ts';
import { type Dimension, isMarked, optionOf, type RatingValue, type Rubric } from './rubric.ts';

export const SKIP_REASONS = ['unclear', 'language', 'technical', 'distressing', 'other'] as const;

export const RATING_STATUS = ['draft', 'submitted', 'skipped'] as const;

export type Span = z.output<typeof span>;
export type RatingAction = z.output<typeof ratingAction>;
export type Rating = z.output<typeof ratingSchema>;

export const EMPTY_RATING: Rating = {
  status: 'draft',
  values: {},
  categories: [],
  spans: [],
  rationale: '',
  rewrite: null,
  skipReason: null,
  flagged: false,
  question: '',
};

/** The rating after one more action. Changing anything of a submitted or skipped rating makes it a draft again. */
export function applyAction(rating: Rating, action: RatingAction): Rating {
  const draft: Rating = { ...rating, status: 'draft', skipReason: null };
  switch (action.kind) {
    case 'value': {
      const { [action.dimension]: _old, ...others } = rating.values;
      return {
        ...draft,
        values: action.value === null ? others : { ...others, [action.dimension]: action.value },
      };
    }
    case 'categories':
      return { ...draft, categories: action.categories };
    case 'spans':
      return { ...draft, spans: action.spans };
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
      const { kind: _kind, createdAt: _at, ...given } = action;
      return { ...EMPTY_RATING, ...given, status: 'submitted' };
    }
  }
}

/** True where the dimension is asked, given the values so far: its gate, if any, is met by a dimension that is itself asked. */
export function isAsked(
  rubric: Rubric,
  { gate }: Dimension,
  values: Readonly<Record<string, RatingValue>>,
): boolean {
  if (!gate) return true;
  if (values[gate.dimension] !== gate.equals) return false;
  const keeper = rubric.dimensions.find(({ id }) => id === gate.dimension);
  return keeper === undefined || isAsked(rubric, keeper, values);
}

/** True where a gate, its own or its keeper's, was answered in a way that leaves the dimension unasked. */
export function isGatedOut(
  rubric: Rubric,
  { gate }: Dimension,
  values: Readonly<Record<string, RatingValue>>,
): boolean {
  if (!gate) return false;
  const keeper = rubric.dimensions.find(({ id }) => id === gate.dimension);
  if (keeper && isGatedOut(rubric, keeper, values)) return true;
  const value = values[gate.dimension];
  return value !== undefined && value !== gate.equals;
}

/** The dimensions to answer for the values so far, in the rubric's order. */
export const askedDimensions = (rubric: Rubric, values: Record<string, RatingValue>): Dimension[] =>
  rubric.dimensions.filter((entry) => isAsked(rubric, entry, values));

export interface Gap {
  /** The dimension that asks for it. */
  dimension: string;
  wants: 'value' | 'categories' | 'rationale';
}

/** What is still open before the rating can be submitted; empty when it is complete. */
export function gaps(rubric: Rubric, rating: Rating): Gap[] {
  const open: Gap[] = [];
  for (const entry of askedDimensions(rubric, rating.values)) {
    const value = rating.values[entry.id];
    if (value === undefined) open.push({ dimension: entry.id, wants: 'value' });
    else if (entry.categories && isMarked(entry, value) && rating.categories.length === 0)
      open.push({ dimension: entry.id, wants: 'categories' });
    const from = entry.rationale_from;
    if (from !== undefined && typeof value === 'number' && value >= from && rating.rationale.trim() === '')
      open.push({ dimension: entry.id, wants: 'rationale' });
  }
  return open;
}

/** Why an action cannot be taken on a rating of an answer of this length, or null when it can. */
export function refusal(
  rubric: Rubric,
  rating: Rating,
  action: RatingAction,
  answerLength: number,
): string | null {
  switch (action.kind) {
    case 'value': {
      const entry = rubric.dimensions.find((candidate) => candidate.id === action.dimension);
      if (!entry) return `the rubric has no dimension "${action.dimension}"`;
      if (action.value !== null && !optionOf(entry, action.value))
        return `${String(action.value)} is not an option of ${entry.id}`;
      return null;
    }
    case 'categories':
      return categoriesRefusal(rubric, action.categories);
    case 'spans':
      return spansRefusal(action.spans, answerLength);
    case 'import':
      return (
        valuesRefusal(rubric, action.values) ??
        categoriesRefusal(rubric, action.categories) ??
        spansRefusal(action.spans, answerLength)
      );
    case 'submit': {
      const open = gaps(rubric, rating)[0];
      return open ? `${open.dimension} still wants ${open.wants === 'value' ? 'a value' : open.wants}` : null;
    }
    default:
      return null;
  }
}

function valuesRefusal(rubric: Rubric, values: Record<string, RatingValue>): string | null {
  for (const [id, value] of Object.entries(values)) {
    const entry = rubric.dimensions.find((candidate) => candidate.id === id);
    if (!entry) return `the rubric has no dimension "${id}"`;
    if (!optionOf(entry, value)) return `${String(value)} is not an option of ${id}`;
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
