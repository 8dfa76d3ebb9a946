import { isObject, type JsonObject } from '../domain/json.ts';
import { listIn, objectIn } from './plain.ts';
import { withoutNothing } from './taken.ts';

/** The two bodies of one call as a log holds them, each with its JSON path. */
export interface CallBodies {
  request: JsonObject | null;
  requestAt: string;
  response: JsonObject | null;
  responseAt: string;
  /** Fields of the record the bodies were found in. */
  fields: readonly string[];
  /** What stood around the bodies: method, address, status. */
  around: JsonObject;
  /** True where the record is itself the request, its answer in one of its fields. */
  isFlat: boolean;
}

const REQUESTS = ['request', 'request_body', 'requestBody', 'req', 'params', 'full_request'];
const RESPONSES = ['response', 'response_body', 'responseBody', 'res', 'completion', 'full_response'];
const INNER = ['body', 'json', 'payload'];

interface Found {
  name: string;
  body: JsonObject;
  at: string;
  around: JsonObject;
}

function find(record: JsonObject, names: readonly string[]): Found | null {
  for (const name of names) {
    const outer = Object.hasOwn(record, name) ? objectIn(record[name]) : null;
    if (!outer) continue;
    for (const inner of INNER) {
      const body = Object.hasOwn(outer, inner) ? objectIn(outer[inner]) : null;
      if (!body) continue;
      const around = Object.fromEntries(Object.entries(outer).filter(([key]) => key !== inner));
      return { name, body, at: `$.${name}.${inner}`, around: withoutNothing(around) };
    }
    return { name, body: outer, at: `$.${name}`, around: {} };
  }
  return null;
}

/** A request to a chat or text model: it has messages, a prompt, or input for the Responses API. */
export const isRequest = (body: JsonObject): boolean =>
  Array.isArray(body.messages) ||
  typeof body.prompt === 'string' ||
  ((Array.isArray(body.input) || typeof body.input === 'string') && typeof body.model === 'string');

/**
 * The bodies of the call that a record logs: side by side, each perhaps within a `body`, each perhaps as JSON text; in the
 * fields of a batch (`body` or `params`, and `response` or `result.message`); or the answer inside the request.
 */
export function callBodies(given: JsonObject): CallBodies {
  const record = withMessages(given);
  const request = find(record, REQUESTS) ?? batchRequest(record);
  const response = find(record, RESPONSES) ?? batchResult(record) ?? answerBeside(record);
  const isFlat = request === null && isRequest(record);
  const around: JsonObject = {};
  if (request && Object.keys(request.around).length > 0) around.request_log = request.around;
  if (response && Object.keys(response.around).length > 0) around.response_log = response.around;
  return {
    request: isFlat ? record : (request?.body ?? null),
    requestAt: isFlat ? '$' : (request?.at ?? '$.request'),
    response: response?.body ?? null,
    responseAt: response?.at ?? '$.response',
    fields: [request?.name, response?.name].filter((name) => name !== undefined),
    around,
    isFlat,
  };
}

/** The messages of a row may be JSON text. */
function withMessages(record: JsonObject): JsonObject {
  const messages = typeof record.messages === 'string' ? listIn(record.messages) : null;
  return messages ? { ...record, messages } : record;
}

/** A line of a batch's input: `{custom_id, method, url, body}`. */
function batchRequest(record: JsonObject): Found | null {
  const body = Object.hasOwn(record, 'body') ? objectIn(record.body) : null;
  return body && isRequest(body) ? { name: 'body', body, at: '$.body', around: {} } : null;
}

/** A line of a message batch's results: `{custom_id, result: {type, message}}`. */
function batchResult(record: JsonObject): Found | null {
  const result = Object.hasOwn(record, 'result') ? objectIn(record.result) : null;
  if (!result) return null;
  const { message, ...around } = result;
  if (isObject(message)) return { name: 'result', body: message, at: '$.result.message', around };
  return { name: 'result', body: result, at: '$.result', around: {} };
}

/** `choices` beside the request's own fields. */
function answerBeside(record: JsonObject): Found | null {
  if (!Array.isArray(record.choices)) return null;
  const { choices, usage } = record;
  return { name: 'choices', body: { choices, usage }, at: '$', around: {} };
}
