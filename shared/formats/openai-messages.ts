import {
  type Conversation,
  isRole,
  type Message,
  type Part,
  ROLES,
  type Role,
} from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation, bareMessage } from './bare.ts';
import { described, Reject, wrong } from './fault.ts';
import { checkDepth, collectMetadata, isoTime, keep, optionalId } from './fields.ts';
import { hasRoles, nativeEvidence, openAiEvidence } from './messages-evidence.ts';
import { readNative } from './native.ts';
import { readParts, textOfParts } from './parts.ts';

const CONVERSATION_FIELDS = new Set(['id', 'messages']);
const MESSAGE_FIELDS = new Set(['role', 'content', 'id', 'refusal', 'tool_calls', 'function_call']);
const isNamedOfMessage = (key: string): boolean => MESSAGE_FIELDS.has(key);

/** Chat records of the OpenAI shape: `{"messages":[{"role","content"}]}`, as sent to the API or used for fine-tuning. */
export const openAiMessages = defineAdapter({
  name: 'openai-messages',
  title: 'OpenAI messages',
  detect,
  convert: (record) => [holdsMore(record) ? readNative(record) : readConversation(record)],
});

/** In a file of plain records some may have what only native transcripts have: candidates, feedback. They are read as those. */
const holdsMore = (record: unknown): boolean =>
  isObject(record) && saysMore(record) && openAiEvidence(record).length === 0;

const saysMore = (record: JsonObject): boolean =>
  nativeEvidence(record).some((field) => field === 'candidates' || field.startsWith('messages[].'));

function detect(record: unknown): Fit {
  if (!isObject(record) || !hasRoles(record.messages)) return NO_FIT;
  const own = openAiEvidence(record);
  const other = nativeEvidence(record);
  if (own.length > 0 && other.length === 0)
    return { score: 0.95, because: `messages with ${own.join(', ')}` };
  if (other.length > 0) return { score: 0.3, because: `messages, but with ${other.join(', ')}` };
  return 'id' in record
    ? { score: 0.6, because: 'messages of role and content' }
    : { score: 0.9, because: 'messages of role and content, and no field that only native transcripts have' };
}

function readConversation(record: unknown): Conversation {
  if (!isObject(record)) return wrong('$', 'an object with messages', record);
  const list = record.messages;
  if (!Array.isArray(list)) return wrong('$.messages', 'a list of messages', list);
  if (list.length === 0) throw new Reject('$.messages', 'The list is empty; a conversation has messages.');
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index++) messages.push(readMessage(list[index], index));
  const model = record.model;
  const createdAt = readTime(record);
  // `model` and the times count as fields of the format only where they hold what they should.
  const isNamed = (key: string): boolean =>
    CONVERSATION_FIELDS.has(key) ||
    (key === 'model' && typeof model === 'string') ||
    (key === createdAt.field && createdAt.time !== null);
  const conversation = bareConversation(messages);
  conversation.externalId = optionalId(record, 'id', '$');
  conversation.createdAt = createdAt.time;
  conversation.model = textOr(model);
  conversation.metadata = collectMetadata(record, isNamed, '$');
  return conversation;
}

interface ReadTime {
  time: number | null;
  /** The field the time was taken from. */
  field: string;
}

const NO_TIME: ReadTime = { time: null, field: '' };
/** 1 January 2100 in seconds: a larger number is not seconds. */
const LAST_SECOND = 4_102_444_800;

/** `created` in Unix seconds, or `created_at` in either form. */
function readTime(record: JsonObject): ReadTime {
  for (const field of ['created', 'created_at']) {
    const value = record[field];
    if (typeof value === 'number' && value > 0 && value < LAST_SECOND)
      return { time: Math.round(value * 1000), field };
    const time = typeof value === 'string' ? isoTime(value) : Number.NaN;
    if (!Number.isNaN(time)) return { time, field };
  }
  return NO_TIME;
}

function readMessage(message: unknown, index: number): Message {
  const at = `$.messages[${index}]`;
  if (!isObject(message)) return wrong(at, 'a message: an object with role and content', message);
  const given = message.role;
  const role: Role | null = given === 'function' ? 'tool' : isRole(given) ? given : null;
  if (role === null) return wrong(`${at}.role`, `one of ${ROLES.join(', ')} or function`, given);
  const { text, parts } = readContent(message, at);
  const read = bareMessage(role, text, parts);
  read.id = optionalId(message, 'id', at);
  read.metadata = collectMetadata(message, isNamedOfMessage, at);
  if (given === 'function') {
    read.metadata = { ...read.metadata };
    keep(read.metadata, 'role', given);
  }
  return read;
}

/** The content and what stands beside it in fields of its own (refusal, tool calls), as one list of parts where there is more than text. */
function readContent(message: JsonObject, at: string): Pick<Message, 'text' | 'parts'> {
  const { content, refusal, tool_calls, function_call } = message;
  const more = [...refusalParts(refusal), ...callParts(tool_calls, function_call, at)];
  if (typeof content === 'string') {
    if (more.length === 0) return { text: content, parts: null };
    const parts = content === '' ? more : [{ type: 'text', text: content }, ...more];
    return { text: textOfParts(parts), parts };
  }
  if (Array.isArray(content)) {
    const parts = [...readParts(content, `${at}.content`), ...more];
    return { text: textOfParts(parts), parts };
  }
  if (content !== null && content !== undefined)
    return wrong(`${at}.content`, 'text, a list of parts or null', content);
  if (more.length === 0)
    throw new Reject(
      `${at}.content`,
      `It is ${described(content)}, and there is neither a tool call nor a refusal.`,
    );
  return { text: textOfParts(more), parts: more };
}

const refusalParts = (refusal: unknown): Part[] =>
  typeof refusal === 'string' && refusal !== '' ? [{ type: 'refusal', refusal }] : [];

function callParts(calls: unknown, single: unknown, at: string): Part[] {
  const parts: Part[] = [];
  if (isObject(single)) parts.push(callPart({ function: single }, `${at}.function_call`));
  if (calls === undefined || calls === null) return parts;
  if (!Array.isArray(calls)) return wrong(`${at}.tool_calls`, 'a list of tool calls', calls);
  calls.forEach((call, index) => {
    const place = `${at}.tool_calls[${index}]`;
    parts.push(isObject(call) ? callPart(call, place) : wrong(place, 'an object', call));
  });
  return parts;
}

/** Arguments are JSON text, as the API writes them, where a file has them as objects. */
const asText = (key: string, value: unknown): unknown =>
  key === 'arguments' && typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** `{id, type: "function", function: {name, arguments}}` as the native part `{type: "tool_call", id, name, arguments}`. */
function callPart(call: JsonObject, at: string): Part {
  checkDepth(call, at);
  const { type, function: called, ...others } = call;
  const part: Part = { type: 'tool_call' };
  for (const [key, value] of Object.entries(others)) keep(part, key, value);
  if (isObject(called))
    for (const [key, value] of Object.entries(called)) keep(part, key, asText(key, value));
  else if (called !== undefined) keep(part, 'function', called);
  if (type !== undefined && type !== 'function') keep(part, 'kind', type);
  return part;
}
