import type { Conversation, Message } from '../../../shared/domain/conversation.ts';

export const message = (text: string, more: Partial<Message> = {}): Message => ({
  role: 'user',
  text,
  parts: null,
  id: null,
  createdAt: null,
  model: null,
  latencyMs: null,
  usage: null,
  feedback: [],
  metadata: {},
  ...more,
});

export const conversation = (messages: Message[], candidates: Message[] = []): Conversation => ({
  externalId: null,
  createdAt: null,
  model: null,
  modelVersion: null,
  language: null,
  useCase: null,
  groups: {},
  metadata: {},
  messages,
  candidates,
});
