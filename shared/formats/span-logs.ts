import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import type { InnerRecord } from './adapter.ts';
import { attributesOf, attributeValue } from './span.ts';

/** The log records in an export request, each with its resource and scope; null for a record that is none. */
export function unpackLogs(record: unknown): InnerRecord[] | null {
  if (!isObject(record)) return null;
  const name = RESOURCES.find((known) => Array.isArray(record[known]));
  if (name === undefined) return null;
  return listIn(record, name).flatMap((group, index) =>
    isObject(group) ? recordsIn(group, `$.${name}[${index}]`) : [],
  );
}

const RESOURCES = ['resourceLogs', 'resource_logs'];
const SCOPES = ['scopeLogs', 'scope_logs', 'instrumentationLibraryLogs'];
const RECORDS = ['logRecords', 'log_records', 'logs'];

const listIn = (object: JsonObject, name: string): unknown[] => {
  const list = object[name];
  return Array.isArray(list) ? list : [];
};

const recordsIn = (group: JsonObject, at: string): InnerRecord[] =>
  SCOPES.flatMap((scopes) =>
    listIn(group, scopes).flatMap((scope, place) =>
      RECORDS.flatMap((records) =>
        (isObject(scope) ? listIn(scope, records) : []).map((log, index) => ({
          path: `${at}.${scopes}[${place}].${records}[${index}]`,
          record: isObject(log)
            ? { resource: group.resource, scope: isObject(scope) ? scope.scope : undefined, ...log }
            : log,
        })),
      ),
    ),
  );

const TIMES = [
  'timeUnixNano',
  'time_unix_nano',
  'observedTimeUnixNano',
  'observed_time_unix_nano',
  'timestamp',
];

/** True for a log record: it has the time of one, and a body or attributes, and is no span. */
const isLog = (record: JsonObject): boolean =>
  TIMES.some((name) => name in record) &&
  ('body' in record || 'attributes' in record) &&
  !('startTimeUnixNano' in record) &&
  !('start_time_unix_nano' in record);

/** The name of the event that a log record is. */
export function eventIn(record: JsonObject): string {
  const named = textOr(record.eventName) ?? textOr(record.event_name);
  return named ?? textOr(attributesOf(record.attributes)['event.name']) ?? '';
}

/** True for an event of generative AI: its name says so. */
export const isGenAiLog = (record: unknown): record is JsonObject =>
  isObject(record) && isLog(record) && /(?:^|\.)gen_ai\./.test(eventIn(record));

const spanId = (record: JsonObject): string => textOr(record.spanId) ?? textOr(record.span_id) ?? '';

/**
 * Records of one trace with the logs among them as events of their spans: of a span that is there, else of one made for them. The
 * conventions write what was said either way. Logs without a span belong together where they have a trace.
 */
export function withLogsInSpans(records: readonly JsonObject[]): JsonObject[] {
  const logs = records.filter(isLog);
  if (logs.length === 0) return [...records];
  const spans = records.filter((record) => !isLog(record));
  const bySpan = new Map<string, JsonObject[]>();
  for (const log of logs) bySpan.set(spanId(log), [...(bySpan.get(spanId(log)) ?? []), log]);
  const known = spans.map((span) => {
    const own = bySpan.get(spanId(span));
    if (!own) return span;
    bySpan.delete(spanId(span));
    const events: unknown[] = Array.isArray(span.events) ? span.events : [];
    return { ...span, events: [...events, ...own.map(eventOf)] };
  });
  return [...known, ...[...bySpan.values()].map(spanFor)];
}

/** A span that is known by its logs alone. */
function spanFor(logs: readonly JsonObject[]): JsonObject {
  const [first = {}] = logs;
  const { traceId, trace_id, resource } = first;
  const whole = logs.find((log) => eventIn(log).endsWith(DETAILS));
  return {
    traceId: traceId ?? trace_id,
    spanId: spanId(first),
    name: eventIn(first),
    startTimeUnixNano: TIMES.map((name) => first[name]).find((time) => time !== undefined && time !== '0'),
    resource,
    attributes: Object.entries({ ...sharedOf(logs), ...(whole ? eventOf(whole).attributes : {}) }).map(
      ([key, value]) => ({ key, value }),
    ),
    events: whole ? [] : logs.map(eventOf),
  };
}

const DETAILS = 'gen_ai.client.inference.operation.details';

/** What events say of the call as a whole, and not of one message. */
function sharedOf(logs: readonly JsonObject[]): JsonObject {
  const all = logs.flatMap((log) => Object.entries(attributesOf(log.attributes)));
  return Object.fromEntries(all.filter(([key]) => /^(?:gen_ai\.(?!input|output)|session\.)/.test(key)));
}

/** The event that a log record is: its attributes, and the fields of its body among them. */
function eventOf(log: JsonObject): { name: string; attributes: JsonObject } {
  const body = attributeValue(log.body);
  const { 'event.name': _name, ...attributes } = attributesOf(log.attributes);
  return {
    name: eventIn(log).replace(/^event\./, ''),
    attributes: isObject(body)
      ? { ...attributes, ...body }
      : body === undefined || body === null || body === ''
        ? attributes
        : { ...attributes, content: body },
  };
}
