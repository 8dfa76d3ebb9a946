import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, type InnerRecord, NO_FIT } from './adapter.ts';
import { readCall } from './api-log.ts';
import { answersOf, conversationOfCall, keepRest } from './call.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { fromCell, objectIn, plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { addToAnswers, isOmitted } from './trace-step.ts';
import { usageOf } from './usage.ts';
import { feedbackOf } from './user-feedback.ts';

/**
 * Requests exported from Helicone: `{response_id, request_created_at, request_body, response_body, request_properties,
 * model, latency, cost}`. Bodies are there only when they were asked for, responses never in its CSV.
 */
export const helicone = defineAdapter({
  name: 'helicone',
  title: 'Helicone requests',
  detect,
  unpack,
  convert,
});

const MARKS = [
  'response_id',
  'request_id',
  'request_created_at',
  'response_created_at',
  'request_properties',
  'request_user_id',
  'response_status',
  'request_path',
  'helicone_user',
];

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  if (unpack(record)) return { score: 0.9, because: 'a page of requests' };
  const marks = MARKS.filter((key) => key in record);
  const isOwn =
    'request_created_at' in record || 'response_created_at' in record || 'request_properties' in record;
  if (!isOwn || marks.length < 2) return NO_FIT;
  return {
    score: marks.length > 3 ? 0.98 : 0.9,
    because: `a request with ${marks.slice(0, 4).join(', ')}`,
  };
}

/** The API pages requests as `{data: [...], error: null}`. */
function unpack(record: unknown): InnerRecord[] | null {
  if (!isObject(record) || !Array.isArray(record.data)) return null;
  const isPage = record.data.some(
    (row) => isObject(row) && 'request_created_at' in row && 'response_status' in row,
  );
  return isPage ? record.data.map((row, index) => ({ path: `$.data[${index}]`, record: row })) : null;
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with request_body and response_body', record);
  const request = bodyIn(record, 'request_body');
  const response = bodyIn(record, 'response_body');
  const call = readCall({
    request,
    requestAt: '$.request_body',
    response,
    responseAt: '$.response_body',
    fields: [],
    around: {},
    isFlat: false,
  });
  const conversation = conversationOfCall(call);
  addRow(conversation, record);
  return [conversation];
}

function bodyIn(record: JsonObject, name: string): JsonObject | null {
  const body = objectIn(record[name]) ?? objectIn(undoubled(record[name]));
  if (body && Object.keys(body).length > 0) return body;
  const left = isOmitted(record[name]) || body;
  const reason = left
    ? 'The export left it out; export again with --include-body, as JSON Lines (its CSV never has the response).'
    : 'It is no JSON object, so it cannot be read.';
  throw new Reject(`$.${name}`, reason, left ? 'BODY_ABSENT' : 'RECORD_INVALID');
}

/** Helicone's CSV doubles the quotes of JSON twice. */
const undoubled = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('""') ? value.replaceAll('""', '"') : value;

function addRow(conversation: Conversation, record: JsonObject): void {
  const row = new Taken(record);
  conversation.externalId = row.id('request_id', 'response_id', 'id') ?? conversation.externalId;
  conversation.createdAt = row.time('request_created_at', 'created_at') ?? conversation.createdAt;
  conversation.model = row.text('model', 'request_model') ?? conversation.model;
  if (conversation.modelVersion === conversation.model) conversation.modelVersion = null;
  const properties = objectIn(record.request_properties) ?? objectIn(undoubled(record.request_properties));
  conversation.useCase = properties && namedUseCase(properties);
  addToAnswers(conversation, {
    model: conversation.model,
    latencyMs: row.amount('latency', 'delay_ms'),
    usage: usageOf({
      input_tokens: row.amount('prompt_tokens'),
      output_tokens: row.amount('completion_tokens'),
    }),
  });
  for (const answer of answersOf(conversation)) answer.model = conversation.model;
  addFeedback(conversation, record);
  row.drop('request_body', 'response_body', ...(properties ? ['request_properties'] : []));
  const rest = row.rest();
  if (properties && Object.keys(properties).length > 0) keep(rest, 'request_properties', properties);
  keepRest(conversation, rest);
}

function namedUseCase(properties: JsonObject): string | null {
  for (const [name, value] of Object.entries(properties))
    if (/^use[-_ ]?case$/i.test(name) && typeof value === 'string' && value !== '') return value;
  return null;
}

/** Thumbs come as a rating of their own, as a score `helicone-feedback`, or as scores the product named. */
function addFeedback(conversation: Conversation, record: JsonObject): void {
  const [answer, ...others] = answersOf(conversation);
  if (!answer || others.length > 0) return;
  const rating = record.feedback_rating ?? record.helicone_user_feedback ?? record.feedback;
  const said = feedbackOf('feedback', textOr(rating) ?? rating);
  if (said) answer.feedback.push(said);
  const scores = fromCell(record.scores);
  for (const [name, given] of Object.entries(isObject(scores) ? scores : {})) {
    const value = isObject(given) ? given.value : given;
    const feedback = feedbackOf(name.replace(/^helicone-(?:score-)?/, ''), value);
    if (feedback) answer.feedback.push(feedback);
  }
}
