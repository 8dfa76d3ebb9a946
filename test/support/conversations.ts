import type { Conversation, Message, Role } from '../../shared/domain/conversation.ts';
import { bareConversation, bareMessage } from '../../shared/formats/bare.ts';

/** A message of a role; everything else as it is where a source says nothing. */
export const message = (role: Role, text: string, more: Partial<Message> = {}): Message => ({
  ...bareMessage(role, text, null),
  ...more,
});

export const conversation = (messages: Message[], more: Partial<Conversation> = {}): Conversation => ({
  ...bareConversation(messages),
  ...more,
});
