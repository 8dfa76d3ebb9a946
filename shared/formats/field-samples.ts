import { isObject, type JsonObject } from '../domain/json.ts';

/** A field of some records, and what stands in it, as text. */
export interface FieldSamples {
  /** Name of a column or JSON path, as a mapping takes it. */
  path: string;
  samples: string[];
}

const MOST_FIELDS = 200;
const DEPTH = 4;
const SAMPLES = 3;
const LENGTH = 80;

/** The fields of records, also those of objects in them, in the order they are met, each with the first values that differ. */
export function fieldSamples(records: readonly unknown[]): FieldSamples[] {
  const found = new Map<string, Set<string>>();
  for (const record of records)
    visitFields(record, (path, text) => {
      const samples = found.get(path) ?? new Set();
      if (!found.has(path) && found.size >= MOST_FIELDS) return;
      found.set(path, samples);
      if (text !== '' && samples.size < SAMPLES) samples.add(text);
    });
  return [...found].map(([path, samples]) => ({ path, samples: [...samples] }));
}

/** What stands in the fields of one record, as text, under the same paths; empty ones are left out. */
export function fieldValues(record: unknown): { path: string; text: string }[] {
  const found: { path: string; text: string }[] = [];
  visitFields(record, (path, text) => {
    if (text !== '' && found.length < MOST_FIELDS) found.push({ path, text });
  });
  return found;
}

function visitFields(record: unknown, note: (path: string, text: string) => void): void {
  const visit = (object: JsonObject, before: string, depth: number): void => {
    for (const [name, value] of Object.entries(object)) {
      const path = before === '' ? name : `${before}.${name}`;
      if (isObject(value) && depth < DEPTH && /^[^.[\]"$]+$/.test(name)) visit(value, path, depth + 1);
      else note(path, sampleOf(value));
    }
  };
  if (isObject(record)) visit(record, '', 1);
}

function sampleOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const text = String(value);
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}...` : text;
}
