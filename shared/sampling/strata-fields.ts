import { Fault } from '../contract/errors.ts';
import { type FieldName, fieldNamed, fieldsInWords, isFieldName } from './expression/fields.ts';

export const TIME_UNITS = ['year', 'month', 'week', 'day'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** A field that strata are made of; times by a unit, written after a colon. */
export interface StratumField {
  /** As it was asked for; it stands in the keys. */
  name: string;
  field: string;
  unit: TimeUnit;
}

/** Where each number field is cut: every bucket begins at one of these and ends before the next. */
export const BUCKETS: Readonly<Partial<Record<FieldName, readonly number[]>>> = {
  length: [0, 100, 300, 1000, 3000, 10_000],
  turns: [0, 1, 2, 3, 5, 9, 17],
  position: [0, 2, 4, 8, 16],
  candidates: [1, 2, 3, 4, 5],
};

/** The name of a bucket: `100-299`, `1` where there is but one number in it, `10000+` for the last. */
export function bucketName(starts: readonly number[], place: number): string {
  const from = starts[place] ?? 0;
  const next = starts[place + 1];
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? String(from) : `${from}-${next - 1}`;
}

/** Fields of which there is one value for each answer or conversation: strata of them would be as many. */
const TOO_FINE: ReadonlySet<string> = new Set(['text', 'id', 'feedback.comment']);

const isUnit = (text: string): text is TimeUnit => TIME_UNITS.some((unit) => unit === text);

/** Reads a field that strata are to be made of: `model`, `group.country`, `created_at:week`. @throws Fault EXPRESSION_INVALID */
export function stratumField(name: string): StratumField {
  const [field = '', unit, ...more] = name.split(':');
  if (isFieldName(name) || fieldNamed(name)?.kind === 'text')
    return checked({ name, field: name, unit: 'month' });
  if (field === 'created_at' && unit !== undefined && isUnit(unit) && more.length === 0)
    return { name, field, unit };
  if (field === 'created_at')
    throw new Fault(
      'EXPRESSION_INVALID',
      `Strata over time are made of created_at:${TIME_UNITS.join(', created_at:')}; "${name}" is none of these.`,
    );
  throw new Fault(
    'EXPRESSION_INVALID',
    `There is no field "${name}" to make strata of.`,
    undefined,
    `Strata can be made of ${fieldsInWords()}, but for text, id and comments.`,
  );
}

function checked(field: StratumField): StratumField {
  if (!TOO_FINE.has(field.field)) return field;
  throw new Fault(
    'EXPRESSION_INVALID',
    `Strata cannot be made of ${field.field}: there would be as many as there are texts.`,
    undefined,
    'Use it in a filter, or make strata of another field.',
  );
}
