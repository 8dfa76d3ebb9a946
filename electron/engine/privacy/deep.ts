import { isObject } from '../../../shared/domain/json.ts';
import type { Redaction, Redactor } from './redactor.ts';

/** Objects and lists nested deeper are refused; imports let none in. */
const MAX_DEPTH = 100;

/** A redaction in a text inside a value. */
export interface DeepRedaction extends Redaction {
  /** JSON path of the text, from the value it was looked for in: `.arguments.to[0]`. */
  path: string;
}

/** An image or file written into the text itself: nothing to read in it. */
const isData = (text: string): boolean => text.startsWith('data:') && text.slice(0, 200).includes(';base64,');

const stepTo = (key: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

/**
 * Calls a function with every text in a value, however deep; names of fields are not texts.
 * @throws RangeError beyond 100 levels.
 */
export function eachText(value: unknown, look: (text: string) => void, depth = 0): void {
  if (typeof value === 'string') {
    if (!isData(value)) look(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH} levels`);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) eachText(inner, look, depth + 1);
}

/**
 * Redacts every text in a value, however deep. What holds nothing is handed back as it is, so a clean value is the same object.
 * @throws RangeError beyond 100 levels.
 */
export function redactDeep(
  value: unknown,
  redactor: Redactor,
  keep: (redaction: DeepRedaction) => void = () => undefined,
  path = '',
  depth = 0,
): unknown {
  if (typeof value === 'string') {
    if (isData(value)) return value;
    const { text, redactions } = redactor.redact(value);
    for (const redaction of redactions) keep({ ...redaction, path });
    return text;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    const list = value.map((inner, index) =>
      redactDeep(inner, redactor, keep, `${path}[${index}]`, depth + 1),
    );
    return list.every((inner, index) => Object.is(inner, value[index])) ? value : list;
  }
  return isObject(value) ? redactObject(value, redactor, keep, path, depth) : value;
}

/** Fields of an object, redacted. */
function redactObject(
  value: Record<string, unknown>,
  redactor: Redactor,
  keep: (redaction: DeepRedaction) => void,
  path: string,
  depth: number,
): Record<string, unknown> {
  let changed = false;
  const fields = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const after = redactDeep(inner, redactor, keep, path + stepTo(key), depth + 1);
    changed ||= !Object.is(after, inner);
    return [key, after];
  });
  return changed ? Object.fromEntries(fields) : value;
}
