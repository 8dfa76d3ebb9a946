import type { Conversation } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation } from './bare.ts';
import { datasetTurns, hasTurns, spreadOver, takeLanguage } from './dataset-turns.ts';
import { wrong } from './fault.ts';
import { oneSpelling } from './moderation.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';

/**
 * WildChat: `{conversation_hash, model, timestamp, conversation: [{role, content, language, redacted, toxic, ...}], turn,
 * language, openai_moderation: []}`. Moderation results, one a message, go to the messages, each category once; country and
 * state are groups; a language given by its English name becomes its code.
 */
export const wildChat = defineAdapter({ name: 'wildchat', title: 'WildChat', detect, convert });

/** What WildChat says of each turn and other data sets do not. */
const OF_TURN = ['redacted', 'toxic', 'turn_identifier', 'hashed_ip'];

/** True for turns that say of themselves what only WildChat does. */
export const isWildChat = (conversation: readonly unknown[]): boolean =>
  conversation.some((turn) => isObject(turn) && OF_TURN.some((key) => key in turn));

function detect(record: unknown): Fit {
  if (!isObject(record) || !hasTurns(record.conversation)) return NO_FIT;
  const isOwn = isWildChat(record.conversation);
  if ('conversation_hash' in record)
    return { score: isOwn ? 0.98 : 0.93, because: 'conversation with conversation_hash' };
  return isOwn ? { score: 0.93, because: 'conversation of turns with redacted and toxic' } : NO_FIT;
}

const GROUPS = ['country', 'state'];

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with conversation', record);
  const fields = new Taken(record);
  const conversation = bareConversation(datasetTurns(record.conversation, '$.conversation'));
  fields.drop('conversation');
  conversation.externalId = fields.id('conversation_hash', 'conversation_id');
  conversation.model = fields.text('model');
  conversation.createdAt = fields.time('timestamp');
  takeLanguage(conversation, fields);
  for (const name of GROUPS) {
    const value = fields.text(name);
    if (value !== null) conversation.groups[name] = value;
  }
  spreadOver(conversation.messages, 'openai_moderation', fields, oneSpelling);
  spreadOver(conversation.messages, 'detoxify_moderation', fields);
  conversation.metadata = fields.rest('$');
  return [conversation];
}
