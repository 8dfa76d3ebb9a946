import { z } from 'zod';
import { PREFERENCE, preferenceValues } from './comparison.ts';
import { type Dimension, kindOf, type RatingValue, type Rubric } from './rubric.ts';
import { ratingValue } from './rubric-schema.ts';
import { valueRefusal } from './value.ts';

/** What is decided about: an item on one dimension, or one candidate of a comparison on it; the preference between them is a dimension of its own. */
export const unitSchema = z.object({
  item: z.uuid(),
  /** Number of the candidate; null where the item is one answer, and of a preference. */
  candidate: z.int().min(0).nullable().default(null),
  dimension: z.string().min(1),
});
export type AdjudicationUnit = z.output<typeof unitSchema>;

export const unitKey = ({ item, candidate, dimension }: AdjudicationUnit): string =>
  `${item}#${candidate ?? ''}#${dimension}`;

export const HOW_DECIDED = ['adopted', 'set', 'consensus'] as const;

/** A binding value for a unit, and why. */
export const decisionSchema = z.object({
  /** The value; null where the unit cannot be judged, and so has none. */
  value: ratingValue.nullable(),
  how: z.enum(HOW_DECIDED),
  /** Id of the rater whose value was adopted. */
  rater: z.uuid().nullable().default(null),
  rationale: z.string().default(''),
});
export type Decision = z.output<typeof decisionSchema>;

/** What a lead does to a unit. Each is stored as an event and never changed. */
export const adjudicationAction = z.discriminatedUnion('kind', [
  decisionSchema.extend({ kind: z.literal('decide') }),
  /** Back to its raters, with a note that they see. */
  z.object({ kind: z.literal('return'), note: z.string().trim().min(1) }),
]);
export type AdjudicationAction = z.output<typeof adjudicationAction>;

/** An event as far as reading it needs. */
export type AdjudicationEvent = { id: string } & (
  | { kind: 'action'; action: AdjudicationAction }
  | { kind: 'undo' | 'redo'; target: string }
);

/** The events of a unit that stand, oldest first; the last is what counts. Undone events count as if they had not been. */
export function standingEvents<Event extends AdjudicationEvent>(
  events: readonly Event[],
): Extract<Event, { kind: 'action' }>[] {
  const undone = new Set<string>();
  for (const event of events) {
    if (event.kind === 'undo') undone.add(event.target);
    else if (event.kind === 'redo') undone.delete(event.target);
  }
  return events.filter(
    (event): event is Extract<Event, { kind: 'action' }> => event.kind === 'action' && !undone.has(event.id),
  );
}

/** Why a value cannot be decided on a dimension, or null where it can. Of a preference, among so many candidates. */
export function decisionRefusal(
  rubric: Rubric,
  { dimension }: Pick<AdjudicationUnit, 'dimension'>,
  value: RatingValue | null,
  candidates: number,
): string | null {
  if (dimension === PREFERENCE && candidates > 0) {
    const known = value === null || preferenceValues(candidates).some((one) => one === value);
    return known ? null : `${String(value)} is not a preference among ${candidates} candidates`;
  }
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  if (!entry) return `the rubric has no dimension "${dimension}"`;
  if (!canBeDecided(entry)) return `${dimension} is free text, of which no value is the right one`;
  return value === null ? null : valueRefusal(entry, value);
}

export const canBeDecided = (entry: Pick<Dimension, 'kind'>): boolean => kindOf(entry) !== 'text';

/** Which units the lead is asked about, and how a value is found for those that are not decided. */
export const adjudicationRule = z.object({
  /** Any difference; values so far apart; or so much that a decision is expected to tell, in bits. */
  doubt: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('any') }),
      z.object({ kind: z.literal('range'), atLeast: z.number().positive() }),
      z.object({ kind: z.literal('information'), atLeast: z.number().min(0) }),
    ])
    .default({ kind: 'any' }),
  /** What chances of values are taken from: the votes, Dawid and Skene's model of raters, or the rating scale model. */
  model: z.enum(['votes', 'dawid_skene', 'rating_scale']).default('votes'),
  /** What becomes of tied votes that nobody decided. */
  ties: z.enum(['model', 'lower', 'higher', 'open']).default('model'),
});
export type AdjudicationRule = z.output<typeof adjudicationRule>;

export const DEFAULT_RULE: AdjudicationRule = adjudicationRule.parse({});
