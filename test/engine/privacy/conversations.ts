import type { Conversation, Message } from '../../../shared/domain/conversation.ts';
import * as plain from '../../support/conversations.ts';

/** A user says so, unless told. */
export const message = (text: string, more: Partial<Message> = {}): Message =>
  plain.message('user', text, more);

export const conversation = (messages: Message[], candidates: Message[] = []): Conversation =>
  plain.conversation(messages, { candidates });
