import type { Conversation, Message, Part, Role } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareMessage } from './bare.ts';
import { contentOf, nativePart } from './chat-parts.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, keep } from './fields.ts';
import { plainRecord } from './plain.ts';
import { Taken, withoutNothing } from './taken.ts';
import { markRegenerated, treeConversations } from './tree.ts';
import { inTreeOrder, type Linked } from './tree-order.ts';

/**
 * The export of Claude's web application, `conversations.json`: `chat_messages` with a `sender` each.
 *
 * - What a message says are its `content` parts, or in older exports its `text`; a `text` that says something else is kept in
 *   its metadata. Attachments and files are parts of type `attachment` and `file`.
 * - Where messages name a `parent_message_uuid`, they are a tree: the path to `current_leaf_message_uuid`, else to the last
 *   message, is the conversation; the rule for all other branches is {@link treeConversations}. A parent that is none of the
 *   messages makes a first message; messages that name none follow the one before them.
 */
export const claudeExport = defineAdapter({ name: 'claude-export', title: 'Claude export', detect, convert });

const SENDERS: Readonly<Record<string, Role>> = {
  human: 'user',
  user: 'user',
  assistant: 'assistant',
  system: 'system',
  tool: 'tool',
};

function detect(record: unknown): Fit {
  if (!isObject(record) || !Array.isArray(record.chat_messages)) return NO_FIT;
  const list: readonly unknown[] = record.chat_messages;
  if (list.length === 0) return { score: 0.7, because: 'an empty list of chat_messages' };
  const fitting = list.filter((message) => isObject(message) && 'sender' in message).length;
  if (fitting === 0) return NO_FIT;
  return { score: fitting === list.length ? 0.97 : 0.8, because: 'chat_messages with sender' };
}

interface Entry extends Linked {
  message: Message;
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with chat_messages', record);
  const { chat_messages: list } = record;
  if (!Array.isArray(list)) return wrong('$.chat_messages', 'a list of messages', list);
  if (list.length === 0)
    throw new Reject('$.chat_messages', 'The list is empty; a conversation has messages.', 'NO_CONVERSATION');
  const entries: Entry[] = [];
  for (let index = 0; index < list.length; index++) entries.push(readEntry(list[index], index, entries));
  const fields = new Taken(record);
  fields.drop('chat_messages');
  const id = fields.id('uuid', 'id');
  const createdAt = fields.time('created_at');
  const model = fields.text('model');
  const ordered = inTreeOrder(entries);
  const nodes = ordered.map(({ item, parent }) => ({
    id: item.key,
    parent,
    messages: [item.message] satisfies [Message],
  }));
  const leaf = record.current_leaf_message_uuid;
  const named = nodes.findIndex((node) => node.id === leaf);
  const end = named >= 0 ? named : ordered.findIndex(({ item }) => item === entries.at(-1));
  const conversations = treeConversations({ id, nodes, end });
  const metadata = fields.rest();
  checkDepth(metadata, '$');
  conversations.forEach((conversation, index) => {
    Object.assign(conversation, { createdAt, model });
    if (index === 0) conversation.metadata = metadata;
    conversation.candidates = markRegenerated(conversation.candidates);
  });
  return conversations;
}

function readEntry(value: unknown, index: number, before: readonly Entry[]): Entry {
  const at = `$.chat_messages[${index}]`;
  if (!isObject(value)) return wrong(at, 'a message: an object with sender and text', value);
  const message = readMessage(value, at);
  const { parent_message_uuid: parent } = value;
  const follows = typeof parent === 'string' ? parent : (before.at(-1)?.key ?? null);
  // A message without id of its own is told from all others by its place.
  return {
    key: message.id ?? `[${index}]`,
    parent: follows,
    children: [],
    link: `${at}.parent_message_uuid`,
    message,
  };
}

function readMessage(value: JsonObject, at: string): Message {
  const { sender } = value;
  const role = typeof sender === 'string' && Object.hasOwn(SENDERS, sender) ? SENDERS[sender] : undefined;
  if (!role) return wrong(`${at}.sender`, `one of ${Object.keys(SENDERS).join(', ')}`, sender);
  const fields = new Taken(value);
  fields.drop('sender', 'content');
  const said = contentOf([...contentParts(value, fields, at), ...filesBeside(fields, at)]);
  const message = bareMessage(role, said.text, said.parts);
  message.id = fields.id('uuid', 'id');
  message.createdAt = fields.time('created_at');
  message.model = fields.text('model');
  if (value.text === said.text) fields.drop('text');
  message.metadata = fields.rest(at);
  if (said.extra) keep(message.metadata, 'text_part', said.extra);
  return message;
}

function contentParts({ content, text }: JsonObject, fields: Taken, at: string): Part[] {
  if (Array.isArray(content) && content.length > 0)
    return content.map((part, index) => nativePart(part, `${at}.content[${index}]`));
  if (content !== undefined && content !== null && !Array.isArray(content) && typeof content !== 'string')
    return wrong(`${at}.content`, 'a list of parts', content);
  const whole = typeof text === 'string' ? text : content;
  fields.drop('text');
  if (typeof whole === 'string') return whole === '' ? [] : [{ type: 'text', text: whole }];
  // Messages that only bring files have neither.
  if (text === undefined || text === null) return [];
  return wrong(`${at}.text`, 'text', text);
}

/** Names of the lists beside the content -> type of the parts their entries become. */
const BESIDE = [
  { names: ['attachments'], type: 'attachment' },
  { names: ['files', 'files_v2'], type: 'file' },
];

/** Files a message brings. Where two lists of them are given, the second, which repeats the first, stays in the metadata. */
function filesBeside(fields: Taken, at: string): Part[] {
  return BESIDE.flatMap(({ names, type }) => {
    const name = names.find((known) => !isEmpty(fields.peek(known)));
    const list = name === undefined ? null : fields.list(name);
    return (list ?? []).map((entry, index): Part => {
      if (typeof entry === 'string') return { type, file_name: entry };
      if (!isObject(entry)) return wrong(`${at}.${name}[${index}]`, 'an object', entry);
      return { ...withoutNothing(entry), type };
    });
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
