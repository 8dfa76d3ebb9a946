import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { isAnthropicResponse } from './anthropic-call.ts';
import { bareMessage } from './bare.ts';
import { chatMessage, chatMessages, roleOf } from './chat-message.ts';
import { keep } from './fields.ts';
import { generations } from './langchain-generations.ts';
import { langChainFields } from './langchain-message.ts';
import { choicesOf } from './openai-call.ts';
import { responseItems } from './openai-responses.ts';
import { fromCell } from './plain.ts';

/**
 * Tracing tools keep what went into a step and what came out as the program had it. These functions read the forms that
 * models and chains are known to use; null where a value is none of them.
 */

const LISTS = ['messages', 'input', 'chat_history', 'history', 'prompt'];
const QUESTIONS = [
  'input',
  'question',
  'query',
  'prompt',
  'user_input',
  'user_message',
  'text',
  'message',
  'content',
];
const ANSWERS = [
  'output',
  'answer',
  'response',
  'result',
  'text',
  'content',
  'completion',
  'generated_text',
  'message',
];

const isMessage = (value: unknown): boolean =>
  (isObject(value) && (roleOf(value.role) !== null || langChainFields(value) !== null)) ||
  (Array.isArray(value) && value.length === 2 && roleOf(value[0]) !== null);

const isMessageList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMessage);

/** LangChain calls a model with a list of conversations, which holds one. */
const unnested = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 && isMessageList(value[0]) ? value[0] : value;

/** Items of the Responses API stand among messages. */
const isItemList = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.some((item) => isObject(item) && 'type' in item) &&
  value.every((item) => isMessage(item) || (isObject(item) && typeof item.type === 'string'));

/** What was given to a step, as messages, and the fields used for them. */
export interface Given {
  messages: Message[];
  used: readonly string[];
}

const given = (messages: Message[], ...used: string[]): Given => ({ messages, used });

/** The messages in what went into a step, or null. */
export function readGiven(value: unknown, at: string): Given | null {
  const read = unnested(fromCell(value));
  if (typeof value === 'string' && value !== '' && (typeof read === 'string' || !hasForm(read)))
    return given([bareMessage('user', value, null)]);
  if (isMessageList(read)) return given(chatMessages(read, at));
  if (isItemList(read)) return given(responseItems(read, at));
  if (isMessage(read)) return given(chatMessage(read, at));
  return isObject(read) ? givenInFields(read, at) : null;
}

/** True where a value is of one of the known forms, so that text is JSON and not just text that looks like it. */
const hasForm = (value: unknown): boolean =>
  isMessageList(value) || isItemList(value) || isMessage(value) || isObject(value);

function givenInFields(value: JsonObject, at: string): Given | null {
  const system = systemIn(value);
  for (const name of LISTS) {
    const list = unnested(fromCell(value[name]));
    const place = `${at}.${name}`;
    const isOwn = isMessageList(list);
    if (!isOwn && !isItemList(list)) continue;
    const messages = [
      ...system.messages,
      ...(isOwn ? chatMessages(list, place) : responseItems(list, place)),
    ];
    // A chain keeps what was said before apart from what is asked now.
    const asked = name.endsWith('history') ? questionIn(value, at) : null;
    return given([...messages, ...(asked?.messages ?? [])], name, ...system.used, ...(asked?.used ?? []));
  }
  const prompts = fromCell(value.prompts);
  if (Array.isArray(prompts) && prompts.length > 0 && prompts.every((prompt) => typeof prompt === 'string'))
    return given(
      prompts.map((prompt) => bareMessage('user', prompt, null)),
      'prompts',
    );
  const asked = questionIn(value, at);
  if (asked) return given([...system.messages, ...asked.messages], ...asked.used, ...system.used);
  for (const name of ['input', 'inputs']) {
    const inner = fromCell(value[name]);
    const found = isObject(inner) ? givenInFields(inner, `${at}.${name}`) : null;
    if (found) return given(found.messages, name);
  }
  return null;
}

function systemIn(value: JsonObject): Given {
  for (const name of ['system', 'instructions', 'system_prompt']) {
    const text = value[name];
    if (typeof text === 'string' && text !== '') return given([bareMessage('system', text, null)], name);
    if (name === 'system' && Array.isArray(text) && text.length > 0)
      return given(chatMessage({ role: 'system', content: text }, `$.${name}`), name);
  }
  return given([]);
}

function questionIn(value: JsonObject, at: string): Given | null {
  for (const name of QUESTIONS) {
    const question = fromCell(value[name]);
    if (isMessage(question)) return given(chatMessage(question, `${at}.${name}`), name);
    if (typeof value[name] === 'string' && value[name] !== '')
      return given([bareMessage('user', value[name], null)], name);
  }
  return null;
}

/** What came out of a step: alternatives, and what led to them; and the fields used. */
interface Answered {
  before: Message[];
  answers: Message[];
  used: readonly string[];
}

const answered = (answers: Message[], ...used: string[]): Answered => ({ before: [], answers, used });

const plainAnswer = (text: string): Message => bareMessage('assistant', text, null);

/** The answers in what came out of a step, or null. `context` is what went in, which some steps repeat. */
export function readAnswered(value: unknown, at: string, context: readonly Message[]): Answered | null {
  const read = unnested(fromCell(value));
  if (typeof value === 'string' && !(isObject(read) || Array.isArray(read)))
    return value === '' ? null : answered([plainAnswer(value)]);
  if (isMessageList(read)) return ofList(chatMessages(read, at), context);
  if (isItemList(read)) return ofList(responseItems(read, at), context);
  if (isObject(read)) return answeredInFields(read, at, context) ?? textual(value);
  return textual(value);
}

/** JSON that is no known form was the answer itself, where it came as text. */
const textual = (value: unknown): Answered | null =>
  typeof value === 'string' && value !== '' ? answered([plainAnswer(value)]) : null;

function answeredInFields(value: JsonObject, at: string, context: readonly Message[]): Answered | null {
  if (Array.isArray(value.choices) && value.choices.length > 0)
    return answered(choicesOf(value.choices, `${at}.choices`), 'choices', 'object');
  if (Array.isArray(value.generations)) {
    const answers = generations(value.generations, `${at}.generations`);
    if (answers.length > 0) return answered(answers, 'generations');
  }
  if (isAnthropicResponse(value)) return anthropicAnswer(value, at);
  if (isMessage(value)) return answered(assistantOnly(chatMessage(value, at)), ...Object.keys(value));
  for (const name of ['messages', 'output']) {
    const list = unnested(fromCell(value[name]));
    const isOwn = isMessageList(list);
    if (!isOwn && !isItemList(list)) continue;
    const messages = isOwn ? chatMessages(list, `${at}.${name}`) : responseItems(list, `${at}.${name}`);
    const found = ofList(messages, context);
    return found && { ...found, used: [name] };
  }
  const found = answerInFields(value, at);
  if (found) return found;
  for (const name of ['output', 'outputs', 'response']) {
    const outer = fromCell(value[name]);
    const inside = isObject(outer) ? answeredInFields(outer, `${at}.${name}`, context) : null;
    if (inside) return { ...inside, used: [name] };
  }
  return null;
}

function answerInFields(value: JsonObject, at: string): Answered | null {
  for (const name of ANSWERS) {
    const answer = fromCell(value[name]);
    if (isMessage(answer)) return answered(assistantOnly(chatMessage(answer, `${at}.${name}`)), name);
    if (typeof value[name] === 'string' && value[name] !== '')
      return answered([plainAnswer(value[name])], name);
  }
  return null;
}

function anthropicAnswer(value: JsonObject, at: string): Answered {
  const [answer] = chatMessage({ role: 'assistant', id: value.id, content: value.content }, at);
  if (answer && typeof value.stop_reason === 'string')
    keep(answer.metadata, 'finish_reason', value.stop_reason);
  return answered(answer ? [answer] : [], 'id', 'type', 'role', 'content', 'stop_reason');
}

const assistantOnly = (messages: Message[]): Message[] => messages.filter(({ role }) => role === 'assistant');

/** The last message of a list is the answer; what it repeats of the context is left out. */
function ofList(messages: Message[], context: readonly Message[]): Answered | null {
  const repeats =
    messages.length > context.length &&
    context.every(
      (message, index) => message.role === messages[index]?.role && message.text === messages[index]?.text,
    );
  const own = repeats ? messages.slice(context.length) : messages;
  const last = own.at(-1);
  if (last?.role !== 'assistant') return null;
  return { before: own.slice(0, -1), answers: [last], used: [] };
}
