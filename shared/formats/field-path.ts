import { isObject, type JsonObject } from '../domain/json.ts';

/** A step into an object or a list. */
type Step = string | number;

/** Where a field of a record is: the name of a column as it stands, or a path such as `$.a.b[0]`, `a.b` or `a["b.c"]`. */
export interface FieldPath {
  text: string;
  /** The path, or null where the text is none and can only be the name of a column. */
  steps: readonly Step[] | null;
}

const STEP = /\.?([^.[\]"]+)|\[(\d{1,9})\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** Reads a path; whatever its text is, it can still be the name of a column. */
export function fieldPath(text: string): FieldPath {
  const steps: Step[] = [];
  STEP.lastIndex = text.startsWith('$') ? 1 : 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) return { text, steps: null };
    const [, name, index, quoted] = match;
    steps.push(name ?? (index === undefined ? (quoted ?? '').replace(/\\(.)/g, '$1') : Number(index)));
  }
  return { text, steps };
}

/** The value of a field; undefined where it is not there. */
export function valueAt(record: unknown, { text, steps }: FieldPath): unknown {
  if (isObject(record) && Object.hasOwn(record, text)) return record[text];
  let value: unknown = record;
  for (const step of steps ?? [text]) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** The record without these fields; objects that hold nothing else are left out with them. The record itself is not changed. */
export function withoutFields(record: JsonObject, paths: readonly FieldPath[]): JsonObject {
  let rest: JsonObject = { ...record };
  for (const { text, steps } of paths) {
    if (Object.hasOwn(rest, text)) delete rest[text];
    else if (steps) {
      const pruned = prune(rest, steps);
      rest = isObject(pruned) ? pruned : {};
    }
  }
  return rest;
}

/** The value without what is at the end of the steps; undefined where nothing is left of an object. */
function prune(value: unknown, [step, ...further]: readonly Step[]): unknown {
  if (step === undefined) return undefined;
  if (typeof step === 'number') {
    if (!Array.isArray(value) || step >= value.length) return value;
    const inner = prune(value[step], further);
    const copy: unknown[] = [...value];
    copy[step] = inner ?? null;
    return copy.every((entry) => entry === null) ? undefined : copy;
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  const inner = prune(value[step], further);
  const copy = { ...value };
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return Object.keys(copy).length === 0 ? undefined : copy;
}
