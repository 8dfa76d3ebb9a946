import type { Message, Part, Role } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { type Content, contentOf, nativePart, resultContent } from './chat-parts.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { langChainFields } from './langchain-message.ts';
import { Taken } from './taken.ts';
import { usageOf } from './usage.ts';

/** Who speaks, by the names the APIs and libraries use. */
const SPEAKERS: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
};

export const roleOf = (value: unknown): Role | null => {
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  return Object.hasOwn(SPEAKERS, name) ? (SPEAKERS[name] ?? null) : null;
};

const NO_EXTRA: Content = { text: '', parts: null, extra: null };

/** A list of messages as any chat API or tracing tool writes them. An empty list is refused. */
export function chatMessages(list: unknown, at: string): Message[] {
  if (!Array.isArray(list)) return wrong(at, 'a list of messages', list);
  if (list.length === 0) throw new Reject(at, 'The list is empty; a conversation has messages.');
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index++) {
    const message: unknown = list[index];
    const plain = isObject(message) && isPlain(message) ? message : null;
    const role = plain && roleOf(plain.role);
    // Most messages are role and text; they are spared the look at every form.
    if (plain && role) messages.push(bareMessage(role, plain.content, null));
    else messages.push(...chatMessage(message, `${at}[${index}]`));
  }
  return messages;
}

/**
 * One message of any of these forms: role and content (text, parts or null), LangChain's, OpenTelemetry's role and parts,
 * a pair of role and text. What tools gave back within a user's message becomes tool messages of their own, before it.
 */
export function chatMessage(value: unknown, at: string, otherwise: Role | null = null): Message[] {
  if (Array.isArray(value) && value.length === 2 && roleOf(value[0]) !== null)
    return chatMessage({ role: value[0], content: value[1] }, at);
  if (!isObject(value)) return wrong(at, 'a message: an object with role and content', value);
  const message = langChainFields(value) ?? value;
  const role = roleOf(message.role) ?? (message.role === undefined ? otherwise : null);
  if (role === null) return wrong(`${at}.role`, `one of ${Object.keys(SPEAKERS).join(', ')}`, message.role);
  if (isPlain(message)) return [bareMessage(role, message.content, null)];
  return wholeMessage(message, role, at);
}

/** True for role and text and nothing more, which most messages are. */
function isPlain(message: JsonObject): message is JsonObject & { content: string } {
  for (const key in message) if (key !== 'role' && key !== 'content') return false;
  return typeof message.content === 'string';
}

function wholeMessage(message: JsonObject, role: Role, at: string): Message[] {
  const parts = [...thoughts(message), ...partsOf(message, role, at), ...partsBeside(message, at)];
  const isAnswered = (part: Part): boolean => part.type === 'tool_result' && role !== 'assistant';
  const results = parts.filter(isAnswered).map((part) => toolMessage(part, at));
  const own = parts.filter((part) => !isAnswered(part));
  if (results.length > 0 && own.length === 0) return withRest(results, message);
  const content = own.length === 0 ? NO_EXTRA : contentOf(own);
  const read = bareMessage(role, content.text, content.parts);
  addRest(read, message);
  if (content.extra) keep(read.metadata, 'text_part', content.extra);
  return [...results, read];
}

/** The content as parts; that of a tool, if not text, is shown as JSON. */
function partsOf(message: JsonObject, role: Role, at: string): Part[] {
  const { content, parts } = message;
  const list = content ?? parts;
  const name = content === undefined || content === null ? 'parts' : 'content';
  if (typeof list === 'string') return list === '' ? [] : [{ type: 'text', text: list }];
  if (Array.isArray(list)) {
    if (role !== 'tool' || list.every((entry) => isObject(entry) && typeof entry.type === 'string'))
      return list.map((entry, index) => nativePart(entry, `${at}.${name}[${index}]`));
    return [{ type: 'text', text: JSON.stringify(list) }];
  }
  if (isObject(list)) {
    const isPart = typeof list.type === 'string' || typeof list.text === 'string';
    return [isPart ? nativePart(list, `${at}.content`) : { type: 'text', text: JSON.stringify(list) }];
  }
  // An answer may be empty: all of it a tool call, cut off while reasoning, or filtered.
  if ((list === undefined || list === null) && (role === 'assistant' || role === 'tool')) return [];
  return wrong(`${at}.content`, 'text or a list of parts', content);
}

const thoughts = ({ reasoning_content: text }: JsonObject): Part[] =>
  typeof text === 'string' && text !== '' ? [{ type: 'reasoning', text }] : [];

/** What stands beside the content in fields of its own. */
function partsBeside(message: JsonObject, at: string): Part[] {
  const { refusal, tool_calls, function_call } = message;
  const parts: Part[] = [];
  if (typeof refusal === 'string' && refusal !== '') parts.push({ type: 'refusal', refusal });
  if (isObject(function_call)) parts.push(nativePart({ type: 'function', function: function_call }, at));
  if (tool_calls === undefined || tool_calls === null) return parts;
  if (!Array.isArray(tool_calls)) return wrong(`${at}.tool_calls`, 'a list of tool calls', tool_calls);
  const calls = tool_calls.map((given, index) => callPart(given, `${at}.tool_calls[${index}]`));
  return [...parts, ...withoutRepeatedCalls(message, calls)];
}

function callPart(given: unknown, at: string): Part {
  if (!isObject(given)) return wrong(at, 'an object', given);
  const type = isObject(given.function) ? 'function' : textOr(given.type, 'function');
  return nativePart({ ...given, type }, at);
}

/** Some libraries write a call both among the content's parts and beside it. */
function withoutRepeatedCalls({ content }: JsonObject, calls: Part[]): Part[] {
  if (!Array.isArray(content)) return calls;
  const ids = new Set(content.map((part) => (isObject(part) ? part.id : undefined)));
  return calls.filter(({ id }) => id === undefined || !ids.has(id));
}

/** What a tool gave back, as a message of its own. */
function toolMessage(part: Part, at: string): Message {
  const { type: _type, content, ...rest } = part;
  const read = resultContent(content, at);
  const message = bareMessage('tool', read.text, read.parts);
  message.metadata = rest;
  if (read.extra) keep(message.metadata, 'text_part', read.extra);
  return message;
}

/** Where nothing but results of tools was in it, the fields of the message go to the last of them. */
function withRest(results: Message[], message: JsonObject): Message[] {
  const last = results.at(-1);
  if (!last) return results;
  const { metadata } = last;
  addRest(last, message);
  for (const [key, value] of Object.entries(metadata)) keep(last.metadata, key, value);
  return results;
}

function addRest(read: Message, message: JsonObject): void {
  const fields = new Taken(message);
  read.id = fields.id('id');
  read.model = fields.text('model');
  const usage = fields.object('usage');
  read.usage = usage && usageOf(usage);
  fields.text('refusal');
  fields.text('reasoning_content');
  fields.object('function_call');
  fields.drop(
    'role',
    'tool_calls',
    message.content === undefined || message.content === null ? 'parts' : 'content',
  );
  read.metadata = fields.rest();
  if (message.role === 'function') keep(read.metadata, 'role', message.role);
}
