import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { anthropicEvidence, contextOf, isAnthropicResponse, readAnthropicCall } from './anthropic-call.ts';
import { addLogged, type Call, conversationOfCall, keepRest, noAnswer, noPrompt } from './call.ts';
import { type CallBodies, callBodies } from './call-bodies.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { isOpenAiResponse, readOpenAiCall } from './openai-call.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';

/** A call of either API, told apart by its response, or where that is missing by its request. */
export function readCall(bodies: CallBodies): Call {
  const { request, requestAt, response, responseAt } = bodies;
  if (!request) {
    if (!response) return wrong('$', 'a request and its response', undefined);
    if (isOpenAiResponse(response) || isAnthropicResponse(response))
      return noPrompt(requestAt, 'log or join the request as well');
    return noAnswer(responseAt, response.error ?? response);
  }
  if (bodies.isFlat && !response && endsAnswered(request)) return wholeCall(request, requestAt);
  const isAnthropic = response ? isAnthropicResponse(response) : anthropicEvidence(request).length > 0;
  return isAnthropic
    ? readAnthropicCall(request, requestAt, response, responseAt)
    : readOpenAiCall(request, requestAt, response, responseAt);
}

const endsAnswered = ({ messages }: JsonObject): boolean => {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : null;
  return isObject(last) && last.role === 'assistant';
};

/** Messages that hold their answer already, as training data in the form of the API does. */
function wholeCall(request: JsonObject, at: string): Call {
  const asked = new Taken(request);
  const context = contextOf(request, at, asked);
  const model = asked.text('model');
  const answers = context.splice(-1);
  return {
    ...{ context, answers, id: null, model, version: null, createdAt: null, usage: null },
    request: asked.rest(),
    response: {},
  };
}

/** One conversation from one logged call, with all that the log says beside it. */
export function readApiLog(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with a request and its response', record);
  const bodies = callBodies(record);
  const call = readCall(bodies);
  const log = new Taken(record);
  log.drop(...bodies.fields);
  // The record is the request: what of it was not used is the rest of the request already.
  if (bodies.isFlat) dropRequest(call, record, bodies, log);
  const conversation = conversationOfCall(call);
  addLogged(conversation, log);
  const rest = log.rest();
  for (const [key, value] of Object.entries(bodies.around)) keep(rest, key, value);
  keepRest(conversation, rest);
  return [conversation];
}

function dropRequest(call: Call, record: JsonObject, { response }: CallBodies, log: Taken): void {
  log.drop(...Object.keys(record).filter((key) => !Object.hasOwn(call.request, key)));
  if (response && 'choices' in record) log.drop('choices', 'usage');
  call.request = {};
}
