import { type FieldKind, fieldNamed, groupOf } from '../../../shared/sampling/expression/fields.ts';
import type { Operator } from '../../../shared/sampling/expression/tree.ts';
import { textNow } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';

/** A field as it is called on the screen: `group.country` is "country (group)". */
export function fieldTitle(field: string): string {
  const t = textNow(fieldsText);
  const group = groupOf(field);
  const titles: Readonly<Record<string, string>> = t.titles;
  return group === null ? (titles[field] ?? field) : t.group(group);
}

/** The parts of a list of fields. */
export const SECTIONS = ['conversation', 'answer', 'feedback', 'groups', 'source'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where a field stands in a list of fields. */
export function fieldSection(field: string): Section {
  if (groupOf(field) !== null) return 'groups';
  if (field.startsWith('feedback.')) return 'feedback';
  if (['batch', 'file', 'adapter', 'id'].includes(field)) return 'source';
  return fieldNamed(field)?.of === 'conversation' || field === 'model' ? 'conversation' : 'answer';
}

export function operatorWords(kind: FieldKind, operator: Operator): string {
  const { operators, operatorsOfTimes } = textNow(fieldsText);
  const ofTimes: Readonly<Partial<Record<Operator, string>>> = operatorsOfTimes;
  return (kind === 'time' ? ofTimes[operator] : undefined) ?? operators[operator];
}
