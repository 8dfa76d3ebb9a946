import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { addLogged, conversationOfCall, keepRest } from './call.ts';
import { type CallBodies, callBodies } from './call-bodies.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { bareName, isGeminiRequest, isGeminiResponse, readGeminiCall, streamed } from './gemini-call.ts';
import { listIn, plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { isTracing } from './tracing-evidence.ts';

/**
 * Calls of Gemini's `generateContent` and `streamGenerateContent` as they are logged: request and response side by side, in JSON
 * text (`full_request`, `full_response` in the tables of Vertex AI), or as rows of a batch, which share a `key`; and rows to tune
 * it by, whose `contents` end with the model's answer. Several candidates are candidates.
 */
export const gemini = defineAdapter({
  name: 'gemini',
  title: 'Gemini requests and responses',
  detect,
  convert: (record) => [readLog(record)],
  gather: { key: batchKey, convert: readRows },
});

/** Where the bodies of a call stand; a streamed response is a list of pieces of it. */
function bodiesIn(record: JsonObject): CallBodies {
  const bodies = callBodies(record);
  const isFlat = bodies.request === null && isGeminiRequest(record);
  const [name, pieces] = RESPONSES.map((field) => [field, listIn(record[field])] as const).find(
    ([, list]) => list !== null,
  ) ?? [null, null];
  const flatAnswer = isFlat && bodies.response === null && isGeminiResponse(record) ? record : null;
  return {
    ...bodies,
    isFlat,
    ...(isFlat ? { request: record, requestAt: '$' } : {}),
    ...(flatAnswer ? { response: flatAnswer, responseAt: '$' } : {}),
    ...(bodies.response === null && pieces && name
      ? { response: streamed(pieces), responseAt: `$.${name}`, fields: [...bodies.fields, name] }
      : {}),
  };
}

const RESPONSES = ['response', 'response_body', 'full_response'] as const;

function detect(record: unknown): Fit {
  if (!isObject(record) || isTracing(record)) return NO_FIT;
  const { request, response, isFlat } = bodiesIn(record);
  const asked = request !== null && isGeminiRequest(request);
  const answered = response !== null && isGeminiResponse(response);
  if (asked && answered) return { score: 0.97, because: 'contents with candidates as their response' };
  if (answered) return { score: 0.7, because: 'candidates of Gemini without their request' };
  if (!asked) return NO_FIT;
  return isFlat
    ? { score: 0.9, because: 'contents of roles and parts' }
    : { score: 0.7, because: 'a request to Gemini without its response' };
}

function readLog(given: unknown): Conversation {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with a request and its response', record);
  const bodies = bodiesIn(record);
  const call = readGeminiCall(bodies);
  const log = new Taken(record);
  log.drop(...bodies.fields);
  if (bodies.isFlat) {
    log.drop(...Object.keys(record).filter((key) => !Object.hasOwn(call.request, key)));
    call.request = {};
    call.response = {};
  }
  call.model ??= bareName(log.text('model', 'model_id'));
  const conversation = conversationOfCall(call);
  conversation.createdAt ??= log.time('logging_time', 'processed_time');
  addLogged(conversation, log);
  conversation.externalId = log.id('key') ?? conversation.externalId;
  const rest = log.rest('$');
  for (const [key, value] of Object.entries(bodies.around)) keep(rest, key, value);
  keepRest(conversation, rest);
  return conversation;
}

/** A row of a batch that has the request, or the response, and not the other. */
function batchKey(record: unknown): string | null {
  if (!isObject(record)) return null;
  const isAsked = isObject(record.request);
  const isAnswered = isObject(record.response) || isObject(record.error);
  return isAsked === isAnswered ? null : textOr(record.key);
}

function readRows(rows: readonly unknown[]): Conversation[] {
  const known = rows.filter(isObject);
  const request = known.find((row) => isObject(row.request));
  const answers = known.filter((row) => !isObject(row.request));
  if (answers.length === 0)
    throw new Reject('$', 'The results of the batch are not there; import both files together.', 'NO_ANSWER');
  return answers.map((answer) => readLog({ ...request, ...answer }));
}
