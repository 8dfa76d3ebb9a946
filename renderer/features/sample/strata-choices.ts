import { textNow } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { sampleText } from '../../catalogue/sample.ts';
import type { FieldValues } from './DrawFields.tsx';
import { fieldSection, fieldTitle, SECTIONS, type Section } from './words.ts';

/** As many values as the list of a field holds. */
const MOST_VALUES = 50;

/** Fields without a list of values: what they are cut into. */
const BUCKETED: readonly { value: string; bucket: keyof typeof sampleText.en.buckets; section: Section }[] = [
  { value: 'created_at', bucket: 'month', section: 'conversation' },
  { value: 'created_at:week', bucket: 'week', section: 'conversation' },
  { value: 'created_at:day', bucket: 'day', section: 'conversation' },
  { value: 'turns', bucket: 'turns', section: 'conversation' },
  { value: 'length', bucket: 'length', section: 'answer' },
  { value: 'position', bucket: 'position', section: 'answer' },
  { value: 'candidates', bucket: 'candidates', section: 'answer' },
];

/** The fields that strata can be made of, by section: those that differ between answers, with how many values they have. */
export function strataChoices(fields: readonly FieldValues[]) {
  const { buckets, fieldValues } = textNow(sampleText);
  const { sections } = textNow(fieldsText);
  const listed = fields
    .filter(({ field, values }) => values.length > 1 && field !== 'id')
    .map(({ field, values: { length } }) => ({
      value: field,
      label: fieldValues(fieldTitle(field), Math.min(length, MOST_VALUES), length >= MOST_VALUES),
      section: fieldSection(field),
    }));
  const bucketed = BUCKETED.map(({ value, bucket, section }) => ({ value, label: buckets[bucket], section }));
  return SECTIONS.map((of) => ({
    group: sections[of],
    items: [...listed, ...bucketed]
      .filter(({ section }) => section === of)
      .map(({ value, label }) => ({ value, label })),
  })).filter(({ items }) => items.length > 0);
}
