import {
  FIELDS,
  type FieldKind,
  fieldNamed,
  groupOf,
  isFieldName,
} from '../../../shared/sampling/expression/fields.ts';
import type { Operator } from '../../../shared/sampling/expression/tree.ts';
import type { AllocationRule, Strategy } from '../../../shared/sampling/parameters.ts';

const TITLES: Readonly<Record<string, string>> = {
  created_at: 'Time',
  language: 'Language',
  length: 'Length',
  turns: 'Turns',
  position: 'Position',
  candidates: 'Candidates',
  'feedback.thumb': 'Thumb',
  'feedback.stars': 'Stars',
  'feedback.comment': 'Comment',
  'feedback.edited': 'Edited',
  'feedback.regenerated': 'Asked for again',
  'feedback.sent_unmodified': 'Sent as it was',
  'feedback.copied': 'Copied',
  'feedback.abandoned': 'Abandoned',
  finding: 'Finding',
  text: 'Words',
  id: 'Conversation id',
  batch: 'Import',
  file: 'File',
  adapter: 'Format',
  rated: 'Rated',
};

/** A field as it is called on the screen: `group.country` is "country (group)". */
export function fieldTitle(field: string): string {
  const group = groupOf(field);
  if (group !== null) return `${group} (group)`;
  return TITLES[field] ?? (isFieldName(field) ? FIELDS[field].about : field);
}

/** Where a field stands in a list of fields. */
export function fieldSection(field: string): string {
  if (groupOf(field) !== null) return 'Groups';
  if (field.startsWith('feedback.')) return 'Feedback';
  if (['batch', 'file', 'adapter', 'id'].includes(field)) return 'Source';
  return fieldNamed(field)?.of === 'conversation' || field === 'model' ? 'Conversation' : 'Answer';
}

const OPERATORS: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  in: 'is one of',
  'not in': 'is none of',
  contains: 'contains',
  'not contains': 'does not contain',
  'is null': 'is not given',
  'is not null': 'is given',
};

const TIMES: Readonly<Partial<Record<Operator, string>>> = {
  '=': 'is in',
  '!=': 'is not in',
  '<': 'is before',
  '<=': 'is up to',
  '>': 'is after',
  '>=': 'is from',
};

export const operatorWords = (kind: FieldKind, operator: Operator): string =>
  (kind === 'time' ? TIMES[operator] : undefined) ?? OPERATORS[operator];

/** What each strategy does, in one line. */
export const STRATEGY_WORDS: Readonly<Record<Strategy, { title: string; does: string }>> = {
  simple: { title: 'Simple', does: 'Every answer has the same chance.' },
  stratified: {
    title: 'Stratified',
    does: 'Each stratum gives its share; small ones are not missed.',
  },
  systematic: { title: 'Over time', does: 'Every so manyth answer in order of time, from a random start.' },
  weighted: {
    title: 'Towards negative feedback',
    does: 'Thumbs down, few stars, edited or asked for again: more likely.',
  },
};

export const ALLOCATION_WORDS: Readonly<Record<AllocationRule, { title: string; does: string }>> = {
  proportional: { title: 'In proportion', does: 'As many as its share of the population.' },
  equal: { title: 'Equal', does: 'As many from each: best for comparing them.' },
  neyman: {
    title: 'By spread',
    does: 'More where ratings differ more (Neyman): best for a figure over all.',
  },
};
