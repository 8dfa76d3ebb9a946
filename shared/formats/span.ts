import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import type { InnerRecord } from './adapter.ts';
import { keep } from './fields.ts';
import { fromCell } from './plain.ts';
import { timeOf } from './taken.ts';

/** Something that happened during a span. */
export interface SpanEvent {
  name: string;
  attributes: JsonObject;
}

/** A span of a trace, its attributes under their dotted names. */
export interface Span {
  id: string | null;
  trace: string | null;
  parent: string | null;
  name: string;
  /** UTC milliseconds, or null. */
  startedAt: number | null;
  endedAt: number | null;
  attributes: JsonObject;
  events: SpanEvent[];
  resource: JsonObject;
  /** Where its record stands among those given. */
  at: string;
}

/**
 * The value of an OTLP attribute: `{stringValue}`, `{intValue}` (a number or its digits), `{arrayValue: {values}}`,
 * `{kvlistValue: {values: [{key, value}]}}` ...; anything else is taken as it is.
 */
export function attributeValue(given: unknown): unknown {
  if (!isObject(given)) return given;
  const [name, ...others] = Object.keys(given);
  if (name === undefined || others.length > 0) return given;
  const value = given[name];
  const read = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  return read ? read(value) : given;
}

const listed = (value: unknown): unknown[] => {
  const values = isObject(value) ? value.values : value;
  return Array.isArray(values) ? values.map(attributeValue) : [];
};

const exact = (value: unknown): unknown => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : value;
};

const keyed = (value: unknown): JsonObject => keyValues(isObject(value) ? value.values : value);

const VALUES: Readonly<Record<string, (value: unknown) => unknown>> = {
  stringValue: (value) => value,
  string_value: (value) => value,
  boolValue: (value) => value,
  bool_value: (value) => value,
  bytesValue: (value) => value,
  bytes_value: (value) => value,
  intValue: exact,
  int_value: exact,
  doubleValue: exact,
  double_value: exact,
  arrayValue: listed,
  array_value: listed,
  kvlistValue: keyed,
  kvlist_value: keyed,
};

function keyValues(list: unknown): JsonObject {
  const object: JsonObject = {};
  for (const entry of Array.isArray(list) ? list : [])
    if (isObject(entry) && typeof entry.key === 'string')
      keep(object, entry.key, attributeValue(entry.value));
  return object;
}

/** Attributes under their dotted names, whether written as a list of keys and values, as an object, or nested. */
export function attributesOf(given: unknown): JsonObject {
  const value = fromCell(given);
  if (Array.isArray(value)) return keyValues(value);
  const flat: JsonObject = {};
  if (isObject(value)) flatten(value, '', flat);
  return flat;
}

function flatten(object: JsonObject, prefix: string, into: JsonObject): void {
  for (const [key, value] of Object.entries(object)) {
    const name = `${prefix}${key}`;
    if (isObject(value) && Object.keys(value).length > 0) flatten(value, `${name}.`, into);
    else keep(into, name, value);
  }
}

/** The spans in an export request, each with its resource and scope; null for a record that is a span itself. */
export function unpackSpans(record: unknown): InnerRecord[] | null {
  if (!isObject(record)) return null;
  const groups = record.resourceSpans ?? record.resource_spans;
  if (!Array.isArray(groups)) return null;
  const name = 'resourceSpans' in record ? 'resourceSpans' : 'resource_spans';
  return groups.flatMap((group, index) => (isObject(group) ? spansIn(group, `$.${name}[${index}]`) : []));
}

const SCOPES = ['scopeSpans', 'scope_spans', 'instrumentationLibrarySpans'];

function spansIn(group: JsonObject, at: string): InnerRecord[] {
  const { resource } = group;
  return SCOPES.flatMap((name) => {
    const scopes = group[name];
    if (!Array.isArray(scopes)) return [];
    return scopes.flatMap((one, place) => {
      const list: unknown[] = isObject(one) && Array.isArray(one.spans) ? one.spans : [];
      const scope = isObject(one) ? one.scope : undefined;
      return list.map((span, index) => ({
        path: `${at}.${name}[${place}].spans[${index}]`,
        record: isObject(span) ? { resource, scope, ...span } : span,
      }));
    });
  });
}

/** True for a span: it has attributes (or columns of them), and ids or a name. */
export function isSpan(record: unknown): record is JsonObject {
  if (!isObject(record)) return false;
  const isNamed =
    'traceId' in record || 'trace_id' in record || 'context' in record || 'context.trace_id' in record;
  return isNamed && (holdsAttributes(record.attributes) || Object.keys(record).some(isColumn));
}

const isColumn = (key: string): boolean => key.startsWith('attributes.');
const holdsAttributes = (value: unknown): boolean =>
  Array.isArray(value) || isObject(value) || typeof value === 'string';

/** One attribute of a record that is a span, without reading the others. */
export function attributeIn(record: JsonObject, name: string): unknown {
  const { attributes } = record;
  if (!Array.isArray(attributes)) return attributesIn(record)[name];
  const entry: unknown = attributes.find((one) => isObject(one) && one.key === name);
  return isObject(entry) ? attributeValue(entry.value) : undefined;
}

/** True where a record that is a span has an attribute whose name begins so. */
export function hasAttribute(record: JsonObject, begins: RegExp): boolean {
  const { attributes } = record;
  if (Array.isArray(attributes))
    return attributes.some((entry) => isObject(entry) && begins.test(textOr(entry.key) ?? ''));
  return Object.keys(attributesIn(record)).some((key) => begins.test(key));
}

function attributesIn(record: JsonObject): JsonObject {
  const attributes = attributesOf(record.attributes);
  for (const key of Object.keys(record).filter(isColumn))
    addColumn(attributes, key.slice('attributes.'.length), record[key]);
  return attributes;
}

const contextOf = (record: JsonObject): JsonObject => (isObject(record.context) ? record.context : record);

/** The id of the trace a record that is a span belongs to. */
export function traceIn(record: JsonObject): string | null {
  const context = contextOf(record);
  return idOf(context.traceId ?? context.trace_id ?? record['context.trace_id']);
}

/** The span a record writes: OTLP JSON, an SDK's console exporter, or a row of a table with columns `attributes.NAME`. */
export function spanOf(record: JsonObject, at: string): Span {
  const context = contextOf(record);
  const events = fromCell(record.events);
  return {
    id: idOf(context.spanId ?? context.span_id ?? record['context.span_id']),
    trace: traceIn(record),
    parent: idOf(record.parentSpanId ?? record.parent_span_id ?? record.parentId ?? record.parent_id),
    name: textOr(record.name) ?? '',
    startedAt: timeOf(
      record.startTimeUnixNano ?? record.start_time_unix_nano ?? record.startTime ?? record.start_time,
    ),
    endedAt: timeOf(record.endTimeUnixNano ?? record.end_time_unix_nano ?? record.endTime ?? record.end_time),
    attributes: attributesIn(record),
    events: Array.isArray(events) ? events.filter(isObject).map(eventOf) : [],
    resource: attributesOf(isObject(record.resource) ? record.resource.attributes : undefined),
    at,
  };
}

function addColumn(attributes: JsonObject, name: string, given: unknown): void {
  const value = fromCell(given);
  if (value === null || value === undefined) return;
  if (isObject(value)) flatten(value, `${name}.`, attributes);
  else keep(attributes, name, value);
}

const idOf = (value: unknown): string | null => {
  const text = textOr(value);
  return text === null || text === '' ? null : text.replace(/^0x/, '');
};

const eventOf = (event: JsonObject): SpanEvent => ({
  name: textOr(event.name) ?? '',
  attributes: attributesOf(event.attributes),
});
