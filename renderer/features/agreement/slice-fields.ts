import type { OutputOf } from '../../../shared/contract/commands.ts';
import { groupOf } from '../../../shared/sampling/expression/fields.ts';
import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { textNow } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';

type FieldValues = OutputOf<'sample.fields'>['fields'];

const FIELDS = ['model', 'model_version', 'language', 'use_case', 'file'] as const;
const TIMES = ['created_at:month', 'created_at:week'] as const;

/** The fields that say something of the answers here: those with several values, groups, and time. */
export function fieldsOf(known: FieldValues): string[] {
  const several = new Set(known.filter(({ values }) => values.length > 1).map(({ field }) => field));
  return [
    ...FIELDS.filter((field) => several.has(field)),
    ...[...several].filter((field) => field.startsWith('group.')),
    ...TIMES,
  ];
}

/** A field of slices as it is called. */
export function fieldTitle(field: string): string {
  const [parts, fields] = [textNow(agreementPartsText), textNow(fieldsText)];
  if (field === 'created_at:week') return parts.byWeek;
  if (field === 'created_at:month') return parts.byMonth;
  const group = groupOf(field);
  if (group !== null) return fields.group(group);
  return Object.entries(fields.titles).find(([name]) => name === field)?.[1] ?? field;
}
