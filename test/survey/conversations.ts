import type { Conversation, Feedback, Message, Role } from '../../shared/domain/conversation.ts';

/** A message of a role; everything else as it is where a source says nothing. */
export const message = (role: Role, text: string, more: Partial<Message> = {}): Message => ({
  role,
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

export const user = (text: string, more?: Partial<Message>): Message => message('user', text, more);
export const answer = (text: string, more?: Partial<Message>): Message => message('assistant', text, more);

export const conversation = (messages: Message[], more: Partial<Conversation> = {}): Conversation => ({
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
  ...more,
});

export const signal = (
  name: Feedback['signal'],
  value: number | null = null,
  text: string | null = null,
): Feedback => ({
  kind: name === 'thumb' || name === 'stars' || name === 'comment' ? 'explicit' : 'implicit',
  signal: name,
  value,
  text,
  comment: null,
});
