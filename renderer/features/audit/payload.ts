import { isObject } from '../../../shared/domain/json.ts';
import { textNow } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';

/** Digests and ids: their first characters tell them apart. */
const OPAQUE = /^[0-9a-f-]{32,}$/;

const short = (value: unknown): string => {
  if (typeof value === 'string' && OPAQUE.test(value)) return `${value.slice(0, 8)}…`;
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 39)}…` : value;
  if (Array.isArray(value))
    return value.length === 1 ? short(value[0]) : textNow(auditText).listOf(value.length);
  if (isObject(value)) return textNow(auditText).fieldsOf(Object.keys(value).length);
  return String(value);
};

const parsed = (payload: string): unknown => {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
};

/** The canonical payload of an audit entry in one line, `field value · field value`, digests and ids last. */
export function payloadSummary(payload: string): string {
  const value = parsed(payload);
  if (!isObject(value)) return short(value);
  const told = Object.entries(value).filter(([, field]) => field !== null && field !== '');
  const opaque = ([, field]: [string, unknown]) => typeof field === 'string' && OPAQUE.test(field);
  return [...told.filter((field) => !opaque(field)), ...told.filter(opaque)]
    .map(([name, field]) => `${name} ${short(field)}`)
    .join(' · ');
}

/** The payload set for reading. */
export function payloadText(payload: string): string {
  const value = parsed(payload);
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
