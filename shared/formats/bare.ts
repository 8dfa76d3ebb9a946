import type { Conversation, Message, Part, Role } from '../domain/conversation.ts';

/** A message with nothing but role and content, for an adapter to fill in what its format has. */
export const bareMessage = (role: Role, text: string, parts: Part[] | null): Message => ({
  role,
  text,
  parts,
  id: null,
  createdAt: null,
  model: null,
  latencyMs: null,
  usage: null,
  feedback: [],
  metadata: {},
});

/** A conversation with nothing but messages, for an adapter to fill in what its format has. */
export const bareConversation = (messages: Message[]): Conversation => ({
  externalId: null,
  createdAt: null,
  model: null,
  modelVersion: null,
  language: null,
  useCase: null,
  groups: {},
  metadata: {},
  messages,
  candidates: [],
});
