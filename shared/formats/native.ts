import { type Conversation, isRole, type Message, type Part, ROLES } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareMessage } from './bare.ts';
import { described, Reject, wrong } from './fault.ts';
import { readFeedback } from './feedback.ts';
import {
  collectMetadata,
  keep,
  optionalAmount,
  optionalId,
  optionalObject,
  optionalText,
  optionalTime,
} from './fields.ts';
import { hasRoles, nativeEvidence, openAiEvidence } from './messages-evidence.ts';
import { readParts, textOfParts } from './parts.ts';

const CONVERSATION_FIELDS = new Set([
  'id',
  'created_at',
  'model',
  'model_version',
  'language',
  'use_case',
  'groups',
  'messages',
  'candidates',
]);

const MESSAGE_FIELDS = new Set([
  'role',
  'id',
  'content',
  'created_at',
  'model',
  'latency_ms',
  'usage',
  'feedback',
]);

const isNamedOfConversation = (key: string): boolean => CONVERSATION_FIELDS.has(key);
const isNamedOfMessage = (key: string): boolean => MESSAGE_FIELDS.has(key);

/** Touchstone's own form, one conversation a record. */
export const native = defineAdapter({
  name: 'native',
  title: 'Touchstone transcripts',
  detect,
  convert: (record) => [readNative(record)],
});

function detect(record: unknown): Fit {
  if (!isObject(record) || !hasRoles(record.messages)) return NO_FIT;
  const own = nativeEvidence(record);
  if (own.length > 0) return { score: 0.98, because: `messages with ${own.join(', ')}` };
  const other = openAiEvidence(record);
  if (other.length > 0) return { score: 0.3, because: `messages, but with ${other.join(', ')}` };
  return 'id' in record
    ? { score: 0.8, because: 'messages with an id' }
    : { score: 0.5, because: 'messages, without any field that only native transcripts have' };
}

/** A record of this form; throws {@link Reject}. */
export function readNative(record: unknown): Conversation {
  if (!isObject(record)) return wrong('$', 'an object with messages', record);
  const candidates = record.candidates;
  const several = candidates !== undefined && candidates !== null;
  return {
    externalId: optionalId(record, 'id', '$'),
    createdAt: optionalTime(record, 'created_at', '$'),
    model: optionalText(record, 'model', '$'),
    modelVersion: optionalText(record, 'model_version', '$'),
    language: optionalText(record, 'language', '$'),
    useCase: optionalText(record, 'use_case', '$'),
    groups: readGroups(record.groups),
    metadata: collectMetadata(record, isNamedOfConversation, '$'),
    messages: readMessages(record.messages, 'messages'),
    candidates: several ? readCandidates(candidates) : [],
  };
}

/** Values of a group are kept as text; null and missing ones are not given. */
function readGroups(groups: unknown): Record<string, string> {
  const read: Record<string, string> = {};
  if (groups === undefined || groups === null) return read;
  if (!isObject(groups)) return wrong('$.groups', 'an object of names and values', groups);
  for (const key in groups) {
    const value = groups[key];
    if (value === null) continue;
    if (typeof value === 'object') wrong(`$.groups.${key}`, 'text, a number, true or false', value);
    keep(read, key, String(value));
  }
  return read;
}

function readMessages(list: unknown, name: string): Message[] {
  if (!Array.isArray(list)) return wrong(`$.${name}`, 'a list of messages', list);
  if (list.length === 0) throw new Reject(`$.${name}`, 'The list is empty; a conversation has messages.');
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index++) messages.push(readMessage(list[index], name, index));
  return messages;
}

function readCandidates(list: unknown): Message[] {
  const candidates = readMessages(list, 'candidates');
  candidates.forEach(({ role }, index) => {
    if (role !== 'assistant')
      throw new Reject(
        `$.candidates[${index}].role`,
        `It is ${described(role)}; a candidate is an assistant message.`,
      );
  });
  return candidates;
}

function readMessage(message: unknown, name: string, index: number): Message {
  if (!isObject(message))
    return wrong(`$.${name}[${index}]`, 'a message: an object with role and content', message);
  const { role, content } = message;
  if (!isRole(role)) return wrong(`$.${name}[${index}].role`, `one of ${ROLES.join(', ')}`, role);
  let text: string;
  let parts: Part[] | null = null;
  if (typeof content === 'string') text = content;
  else if (Array.isArray(content)) {
    parts = readParts(content, `$.${name}[${index}].content`);
    text = textOfParts(parts);
  } else return wrong(`$.${name}[${index}].content`, 'text or a list of parts', content);
  const read = bareMessage(role, text, parts);
  if (hasMore(message)) readRest(message, read, `$.${name}[${index}]`);
  return read;
}

/** True where a message has more than role and content; most have not, and are spared the look at every field. */
function hasMore(message: JsonObject): boolean {
  for (const key in message) if (key !== 'role' && key !== 'content') return true;
  return false;
}

function readRest(message: JsonObject, read: Message, at: string): void {
  read.id = optionalId(message, 'id', at);
  read.createdAt = optionalTime(message, 'created_at', at);
  read.model = optionalText(message, 'model', at);
  read.latencyMs = optionalAmount(message, 'latency_ms', at);
  read.usage = optionalObject(message, 'usage', at);
  read.metadata = collectMetadata(message, isNamedOfMessage, at);
  const { feedback } = message;
  if (feedback === undefined || feedback === null) return;
  const extra: JsonObject = {};
  read.feedback = readFeedback(feedback, `${at}.feedback`, extra);
  if (Object.keys(extra).length === 0) return;
  read.metadata = { ...read.metadata };
  keep(read.metadata, 'feedback_extra', extra);
}
