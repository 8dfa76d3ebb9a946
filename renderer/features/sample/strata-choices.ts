import type { FieldValues } from './DrawFields.tsx';
import { fieldSection, fieldTitle } from './words.ts';

/** As many values as the list of a field holds. */
const MOST_VALUES = 50;

/** Fields without a list of values: what they are cut into. */
const BUCKETED: readonly { value: string; label: string; section: string }[] = [
  { value: 'created_at', label: 'Month', section: 'Conversation' },
  { value: 'created_at:week', label: 'Week', section: 'Conversation' },
  { value: 'created_at:day', label: 'Day', section: 'Conversation' },
  { value: 'turns', label: 'Turns', section: 'Conversation' },
  { value: 'length', label: 'Length', section: 'Answer' },
  { value: 'position', label: 'Position', section: 'Answer' },
  { value: 'candidates', label: 'Candidates', section: 'Answer' },
];

/** "3 values", "50 values or more" where the list was cut. */
const valuesText = (values: FieldValues['values']): string =>
  values.length >= MOST_VALUES ? `${MOST_VALUES} values or more` : `${values.length} values`;

const SECTIONS = ['Conversation', 'Answer', 'Feedback', 'Groups', 'Source'] as const;

/** The fields that strata can be made of, by section: those that differ between answers, with how many values they have. */
export function strataChoices(fields: readonly FieldValues[]) {
  const listed = fields
    .filter(({ field, values }) => values.length > 1 && field !== 'id')
    .map(({ field, values }) => ({
      value: field,
      label: `${fieldTitle(field)} · ${valuesText(values)}`,
      section: fieldSection(field),
    }));
  return SECTIONS.map((group) => ({
    group,
    items: [...listed, ...BUCKETED]
      .filter(({ section }) => section === group)
      .map(({ value, label }) => ({ value, label })),
  })).filter(({ items }) => items.length > 0);
}
