import type { Conversation } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation } from './bare.ts';
import { datasetTurns, hasTurns, spreadOver, takeLanguage } from './dataset-turns.ts';
import { wrong } from './fault.ts';
import { oneSpelling } from './moderation.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { isWildChat } from './wildchat.ts';

/**
 * LMSYS-Chat-1M: `{conversation_id, model, conversation: [{role, content}], turn, language, openai_moderation: [], redacted}`.
 * Moderation results, one a message, go to the messages; a language given by its English name becomes its code.
 */
export const lmsys = defineAdapter({ name: 'lmsys', title: 'LMSYS-Chat-1M', detect, convert });

const OWN = ['conversation_id', 'model', 'turn', 'openai_moderation', 'redacted'];

function detect(record: unknown): Fit {
  if (!isObject(record) || !hasTurns(record.conversation)) return NO_FIT;
  if ('conversation_hash' in record || isWildChat(record.conversation))
    return { score: 0.4, because: 'conversation of role and content, but with fields of WildChat' };
  const own = OWN.filter((key) => key in record);
  return own.length < 2
    ? { score: 0.5, because: 'conversation of role and content' }
    : { score: own.length > 2 ? 0.95 : 0.8, because: `conversation with ${own.join(', ')}` };
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with conversation', record);
  const fields = new Taken(record);
  const conversation = bareConversation(datasetTurns(record.conversation, '$.conversation'));
  fields.drop('conversation');
  conversation.externalId = fields.id('conversation_id', 'id');
  conversation.model = fields.text('model');
  conversation.createdAt = fields.time('tstamp', 'timestamp');
  takeLanguage(conversation, fields);
  spreadOver(conversation.messages, 'openai_moderation', fields, oneSpelling);
  conversation.metadata = fields.rest('$');
  return [conversation];
}
