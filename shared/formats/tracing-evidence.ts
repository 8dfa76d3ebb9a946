import type { JsonObject } from '../domain/json.ts';

/** Fields that only records of one tracing tool have; adapters of bare calls leave such records to that tool's. */
const MARKS: readonly (readonly string[])[] = [
  ['run_type'],
  ['dotted_order'],
  ['traceId', 'type'],
  ['trace', 'observations'],
  ['resourceSpans'],
  ['attributes', 'name'],
  ['request_created_at'],
  ['response_created_at'],
  ['request_properties'],
  ['helicone_id'],
];

export const isTracing = (record: JsonObject): boolean =>
  MARKS.some((fields) => fields.every((field) => field in record));
