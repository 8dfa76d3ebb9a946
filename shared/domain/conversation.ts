import type { JsonObject } from './json.ts';

export const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** A piece of a message that is not, or not only, plain text (a tool call, an image, reasoning ...), kept as it came. */
export interface Part extends JsonObject {
  type: string;
}

/** What a user of the product did with an answer. */
export interface Feedback {
  kind: 'explicit' | 'implicit';
  signal:
    | 'thumb'
    | 'stars'
    | 'comment'
    | 'sent_unmodified'
    | 'copied'
    | 'edited'
    | 'regenerated'
    | 'abandoned';
  /** thumb: -1 or 1; stars: 1-5; else null. */
  value: number | null;
  /** What the user sent instead (edited), else null. */
  text: string | null;
  comment: string | null;
}

export interface Message {
  role: Role;
  /** The readable text: the content itself, or its text parts joined by blank lines. */
  text: string;
  /** All parts as they came when the content was a list; null when it was a string. */
  parts: Part[] | null;
  id: string | null;
  /** UTC milliseconds, or null where the source gives no time. */
  createdAt: number | null;
  model: string | null;
  latencyMs: number | null;
  usage: JsonObject | null;
  feedback: Feedback[];
  /** Fields the format does not name, kept as they came. */
  metadata: JsonObject;
}

/** A conversation in the one form that every import adapter produces. */
export interface Conversation {
  /** The id in the source, or null. */
  externalId: string | null;
  createdAt: number | null;
  model: string | null;
  modelVersion: string | null;
  language: string | null;
  useCase: string | null;
  groups: Record<string, string>;
  metadata: JsonObject;
  messages: Message[];
  /** Alternative assistant answers to `messages` as context; empty when the last message is the only answer. */
  candidates: Message[];
}

/** Where a message stands: `position` counts from 0; `candidate` is 0 for an only message, 1.. for alternatives. */
export interface MessagePlace {
  position: number;
  candidate: number;
}

/** All messages of a conversation with their places; candidates share the position after the context. */
export function placedMessages(conversation: Conversation): (MessagePlace & { message: Message })[] {
  const { messages, candidates } = conversation;
  return [
    ...messages.map((message, position) => ({ position, candidate: 0, message })),
    ...candidates.map((message, index) => ({
      position: messages.length,
      candidate: index + 1,
      message,
    })),
  ];
}

/**
 * The content that makes a conversation the same conversation, whatever file or format it came in:
 * role and text or parts of each message in order, and of each candidate. Digested with SHA-256.
 */
export function contentKey(conversation: Conversation): string {
  return JSON.stringify([conversation.messages.map(messageFace), conversation.candidates.map(messageFace)]);
}

/** What counts of a message when conversations are compared. */
export const messageFace = ({ role, text, parts }: Pick<Message, 'role' | 'text' | 'parts'>): unknown[] =>
  parts === null ? [role, text] : [role, text, parts];

/** True for an answer a rater can judge: an assistant message with readable text. */
export const isJudgeable = (message: Pick<Message, 'role' | 'text'>): boolean =>
  message.role === 'assistant' && message.text.trim() !== '';
