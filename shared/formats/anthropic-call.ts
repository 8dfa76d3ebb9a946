import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { type Call, noAnswer, noPrompt } from './call.ts';
import { chatMessage, chatMessages } from './chat-message.ts';
import { contentOf, nativePart } from './chat-parts.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { Taken } from './taken.ts';
import { usageOf } from './usage.ts';

/** A message the Anthropic API answers with. */
export const isAnthropicResponse = (body: JsonObject): boolean =>
  body.type === 'message' && Array.isArray(body.content);

const BLOCKS = ['tool_use', 'tool_result', 'thinking', 'redacted_thinking', 'document'];

const hasBlocks = (message: unknown): boolean =>
  isObject(message) &&
  Array.isArray(message.content) &&
  message.content.some((part) => isObject(part) && BLOCKS.some((type) => type === part.type));

/** What only requests to the Anthropic API have: instructions beside the messages, its own blocks, its own fields. */
export function anthropicEvidence(body: JsonObject): string[] {
  const { system, messages, model } = body;
  if (!Array.isArray(messages)) return [];
  return [
    ...(typeof system === 'string' || Array.isArray(system) ? ['system beside messages'] : []),
    ...(messages.some(hasBlocks) ? ['its content blocks'] : []),
    ...['anthropic_version', 'stop_sequences', 'thinking'].filter((key) => key in body),
    ...(typeof model === 'string' && model.includes('claude') ? ['a claude model'] : []),
  ];
}

/** A call of the Anthropic API; the response may be null where the log has none. */
export function readAnthropicCall(
  request: JsonObject,
  requestAt: string,
  response: JsonObject | null,
  responseAt: string,
): Call {
  if (!response || !isAnthropicResponse(response)) return noAnswer(responseAt, response?.error ?? response);
  const asked = new Taken(request);
  const given = new Taken(response);
  const context = contextOf(request, requestAt, asked);
  const answer = answerOf(response, responseAt, given);
  const usage = given.object('usage');
  return {
    context,
    answers: [answer],
    id: answer.id,
    model: asked.text('model'),
    version: given.text('model'),
    createdAt: given.time('created_at'),
    usage: usage && usageOf(usage),
    request: asked.rest(),
    response: given.rest(),
  };
}

/** The messages of a request alone, its `system` first. */
export function contextOf(request: JsonObject, at: string, asked: Taken): Message[] {
  if (!Array.isArray(request.messages)) return noPrompt(`${at}.messages`, 'log the request as well');
  asked.drop('messages', 'system');
  return [...systemOf(request.system, `${at}.system`), ...chatMessages(request.messages, `${at}.messages`)];
}

function systemOf(system: unknown, at: string): Message[] {
  if (system === undefined || system === null || system === '') return [];
  if (typeof system === 'string') return [bareMessage('system', system, null)];
  if (!Array.isArray(system)) return wrong(at, 'text or a list of blocks', system);
  const { text, parts, extra } = contentOf(system.map((part, index) => nativePart(part, `${at}[${index}]`)));
  const message = bareMessage('system', text, parts);
  if (extra) keep(message.metadata, 'text_part', extra);
  return [message];
}

function answerOf(response: JsonObject, at: string, given: Taken): Message {
  const { id, content, stop_reason, stop_sequence } = response;
  given.drop('id', 'type', 'role', 'content', 'stop_reason', 'stop_sequence');
  const [answer] = chatMessage({ role: 'assistant', id, content }, at);
  if (!answer) return noAnswer(at, null);
  if (typeof stop_reason === 'string') keep(answer.metadata, 'finish_reason', stop_reason);
  if (typeof stop_sequence === 'string') keep(answer.metadata, 'stop_sequence', stop_sequence);
  return answer;
}
