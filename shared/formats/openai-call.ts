import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { type Call, noAnswer, noPrompt } from './call.ts';
import { chatMessage, chatMessages } from './chat-message.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { responseItems } from './openai-responses.ts';
import { Taken, withoutNothing } from './taken.ts';
import { usageOf } from './usage.ts';

/** A chat completion, text completion or response of the OpenAI API, or of one that answers in its form. */
export const isOpenAiResponse = (body: JsonObject): boolean =>
  Array.isArray(body.choices) || (body.object === 'response' && Array.isArray(body.output));

/** A call of the OpenAI API; the response may be null where the log has none. */
export function readOpenAiCall(
  request: JsonObject,
  requestAt: string,
  response: JsonObject | null,
  responseAt: string,
): Call {
  if (!response || !isOpenAiResponse(response)) return noAnswer(responseAt, response?.error ?? response);
  const asked = new Taken(request);
  const given = new Taken(response);
  const context = contextOf(request, requestAt, asked);
  const { before, answers } = answersIn(response, responseAt, given);
  const usage = given.object('usage');
  given.drop('object');
  return {
    context: [...context, ...before],
    answers,
    id: given.id('id'),
    model: asked.text('model'),
    version: given.text('model'),
    createdAt: given.time('created', 'created_at'),
    usage: usage && usageOf(usage),
    request: asked.rest(),
    response: given.rest(),
  };
}

function contextOf(request: JsonObject, at: string, asked: Taken): Message[] {
  if (request.messages !== undefined) {
    asked.drop('messages');
    return chatMessages(request.messages, `${at}.messages`);
  }
  if (typeof request.prompt === 'string') {
    asked.drop('prompt');
    return [bareMessage('user', request.prompt, null)];
  }
  const { input, instructions } = request;
  const first = typeof instructions === 'string' && instructions !== '';
  const system = first ? [bareMessage('system', instructions, null)] : [];
  if (first) asked.drop('instructions');
  asked.drop('input');
  if (typeof input === 'string') return [...system, bareMessage('user', input, null)];
  if (Array.isArray(input)) return [...system, ...responseItems(input, `${at}.input`)];
  return noPrompt(`${at}.messages`, 'log the request as well');
}

interface Answers {
  /** What the model did before it answered: calls of tools, and what they gave back. */
  before: Message[];
  answers: Message[];
}

function answersIn(response: JsonObject, at: string, given: Taken): Answers {
  if (Array.isArray(response.choices)) {
    given.drop('choices');
    return { before: [], answers: choicesOf(response.choices, `${at}.choices`) };
  }
  given.drop('output', 'output_text');
  const messages = responseItems(response.output, `${at}.output`);
  const last = messages.at(-1);
  if (last?.role !== 'assistant') return noAnswer(`${at}.output`, response.error);
  const incomplete = isObject(response.incomplete_details) ? response.incomplete_details.reason : undefined;
  const reason = incomplete ?? response.status;
  if (typeof reason === 'string') keep(last.metadata, 'finish_reason', reason);
  return { before: messages.slice(0, -1), answers: [last] };
}

/** The choices of a completion in the order of their index; each says why it ended in `metadata.finish_reason`. */
export function choicesOf(choices: readonly unknown[], at: string): Message[] {
  if (choices.length === 0) return noAnswer(at, null);
  const placed = choices.map((choice, index) => {
    if (!isObject(choice)) return wrong(`${at}[${index}]`, 'a choice: an object with a message', choice);
    const place = typeof choice.index === 'number' ? choice.index : index;
    return { place, message: choiceMessage(choice, `${at}[${index}]`) };
  });
  return placed.sort((one, other) => one.place - other.place).map(({ message }) => message);
}

function choiceMessage(choice: JsonObject, at: string): Message {
  const { message, text, index: _index, ...others } = choice;
  const given = message ?? (typeof text === 'string' ? { content: text } : message);
  const [read] = chatMessage(given, `${at}.message`, 'assistant');
  if (read?.role !== 'assistant') return wrong(`${at}.message.role`, 'assistant', read?.role);
  for (const [key, value] of Object.entries(withoutNothing(others))) keep(read.metadata, key, value);
  return read;
}
