import type { Conversation, Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { chatMessages } from './chat-message.ts';
import { keep } from './fields.ts';
import { languageCode } from './languages.ts';
import { listIn } from './plain.ts';
import { type Taken, timeOf } from './taken.ts';

/** True for a list in which every entry has a role and content. */
export const hasTurns = (list: unknown): list is readonly JsonObject[] =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.every((turn) => isObject(turn) && 'role' in turn && 'content' in turn);

/** The turns of a published data set, `[{role, content}]` or that as JSON text; a `timestamp` is the message's time. */
export function datasetTurns(list: unknown, at: string): Message[] {
  const messages = chatMessages(listIn(list) ?? list, at);
  for (const message of messages) {
    const time = timeOf(message.metadata.timestamp);
    if (time === null) continue;
    message.createdAt = time;
    delete message.metadata.timestamp;
  }
  return messages;
}

/** Takes `language`, in most data sets an English name, as its code; what is neither name nor code stays in the metadata. */
export function takeLanguage(conversation: Conversation, fields: Taken): void {
  const given = fields.peek('language');
  conversation.language = typeof given === 'string' ? languageCode(given) : null;
  if (conversation.language !== null) fields.drop('language');
}

/** Puts a list with one entry a message into the metadata of the messages; leaves alone one of another length. */
export function spreadOver(messages: readonly Message[], name: string, fields: Taken, read = same): void {
  const list = listIn(fields.peek(name));
  if (list === null || list.length !== messages.length) return;
  fields.drop(name);
  messages.forEach(({ metadata }, index) => {
    const value = list[index];
    if (value !== null && value !== undefined) keep(metadata, name, read(value));
  });
}

const same = (value: unknown): unknown => value;
