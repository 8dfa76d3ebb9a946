import type { Message, Role } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { wrong } from './fault.ts';
import { checkDepth } from './fields.ts';
import { Taken } from './taken.ts';

export const OASST_ROLES: Readonly<Record<string, Role>> = {
  prompter: 'user',
  user: 'user',
  assistant: 'assistant',
  system: 'system',
};

/** A message of OASST together with what places it in its tree. */
export interface OasstMessage {
  id: string;
  parent: string | null;
  /** The tree a flat row names, else null. */
  tree: string | null;
  lang: string | null;
  /** 0 for the best of the answers to one message, null where they were not ranked. */
  rank: number | null;
  message: Message;
}

/** Reads a message of a tree, or a flat row. Rank, labels, emojis, review and language stay in its metadata. */
export function oasstMessage(value: JsonObject, at: string): OasstMessage {
  const { role: given, text, rank, lang } = value;
  const role =
    typeof given === 'string' && Object.hasOwn(OASST_ROLES, given) ? OASST_ROLES[given] : undefined;
  if (!role) return wrong(`${at}.role`, `one of ${Object.keys(OASST_ROLES).join(', ')}`, given);
  if (typeof text !== 'string') return wrong(`${at}.text`, 'text', text);
  const fields = new Taken(value);
  fields.drop('text', 'role', 'replies');
  const tree = fields.id('message_tree_id');
  const message = bareMessage(role, text, null);
  message.id = fields.id('message_id');
  message.createdAt = fields.time('created_date');
  message.model = fields.text('model_name');
  const parent = fields.id('parent_id');
  message.metadata = fields.rest();
  checkDepth(message.metadata, at);
  return {
    id: message.id ?? '',
    parent,
    tree,
    lang: typeof lang === 'string' && lang !== '' ? lang : null,
    rank: typeof rank === 'number' ? rank : null,
    message,
  };
}

/** Order of siblings: by id, so that it is the same in every form of the data and tells nothing about their rank. */
export const byId = (one: OasstMessage, other: OasstMessage): number =>
  one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
