/** What sampling and slicing may ask of an answer: the facts of its conversation. */
export interface AnswerFacts {
  model: string | null;
  model_version: string | null;
  language: string | null;
  use_case: string | null;
  groups: Readonly<Record<string, string>>;
}

export const FACT_FIELDS = ['model', 'model_version', 'language', 'use_case'] as const;
type FactField = (typeof FACT_FIELDS)[number];

const GROUP = 'group.';

const isFactField = (field: string): field is FactField => FACT_FIELDS.some((known) => known === field);

/** True for a field that can be asked: a fact, or group.NAME. */
export const isField = (field: string): boolean =>
  isFactField(field) || (field.startsWith(GROUP) && field.length > GROUP.length);

/** The answer's value of a field, or null where it has none. */
export function factOf(facts: AnswerFacts, field: string): string | null {
  if (isFactField(field)) return facts[field];
  return facts.groups[field.slice(GROUP.length)] ?? null;
}

/** What stands for a missing value in the key of a stratum or slice. */
export const MISSING = '(none)';
