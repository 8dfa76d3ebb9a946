import type { Conversation, Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { bareConversation } from './bare.ts';
import { described, Reject } from './fault.ts';
import { keep } from './fields.ts';
import type { Taken } from './taken.ts';
import { looseFeedback } from './user-feedback.ts';

/** One call of a model: what it was given, and what it answered. */
export interface Call {
  context: Message[];
  /** Alternatives, in the order they were made. */
  answers: Message[];
  id: string | null;
  /** As the caller asked for it. */
  model: string | null;
  /** As the provider said it was. */
  version: string | null;
  createdAt: number | null;
  usage: JsonObject | null;
  /** Fields of the request and of the response that have no place elsewhere. */
  request: JsonObject;
  response: JsonObject;
}

/** The conversation of these messages: an only answer ends it, several are candidates to what came before. */
export function conversationWith(context: Message[], answers: Message[]): Conversation {
  const [only, ...others] = answers;
  if (!only || others.length === 0) return bareConversation(only ? [...context, only] : context);
  return { ...bareConversation(context), candidates: answers };
}

/**
 * The conversation of a call. Its model is the one asked for, the version the one that answered where that is another
 * name. Token counts belong to the answer, or where there are several to the whole.
 */
export function conversationOfCall(call: Call): Conversation {
  const conversation = conversationWith(call.context, call.answers);
  const { metadata } = conversation;
  conversation.externalId = call.id;
  conversation.createdAt = call.createdAt;
  conversation.model = call.model ?? call.version;
  conversation.modelVersion = call.version === conversation.model ? null : call.version;
  for (const answer of call.answers) answer.model ??= conversation.model;
  const [only, ...others] = call.answers;
  if (call.usage && only && others.length === 0) only.usage = call.usage;
  else if (call.usage) keep(metadata, 'usage', call.usage);
  if (Object.keys(call.request).length > 0) keep(metadata, 'request', call.request);
  if (Object.keys(call.response).length > 0) keep(metadata, 'response', call.response);
  return conversation;
}

/** All answers of a conversation to its last question. */
export function answersOf({ messages, candidates }: Conversation): Message[] {
  if (candidates.length > 0) return candidates;
  const last = messages.at(-1);
  return last?.role === 'assistant' ? [last] : [];
}

const FEEDBACK = ['feedback', 'user_feedback', 'userFeedback', 'user_rating', 'thumbs'];
const MILLISECONDS = [
  'latency_ms',
  'latencyMs',
  'duration_ms',
  'durationMs',
  'elapsed_ms',
  'response_time_ms',
];

/** Adds what a log says of a call beside the call itself. */
export function addLogged(conversation: Conversation, log: Taken): void {
  conversation.externalId =
    log.id('id', 'request_id', 'requestId', 'custom_id', 'log_id') ?? conversation.externalId;
  conversation.createdAt =
    log.time(
      'created_at',
      'createdAt',
      'timestamp',
      'time',
      'ts',
      'start_time',
      'startTime',
      'request_time',
    ) ?? conversation.createdAt;
  conversation.useCase = log.text('use_case', 'useCase');
  conversation.language = log.text('language');
  conversation.modelVersion = log.text('model_version') ?? conversation.modelVersion;
  conversation.model ??= log.text('model');
  const groups = log.object('groups');
  for (const [key, value] of Object.entries(groups ?? {}))
    if (value !== null && typeof value !== 'object') keep(conversation.groups, key, String(value));
  const answers = answersOf(conversation);
  const latency = log.amount(...MILLISECONDS);
  for (const answer of answers) answer.latencyMs ??= latency;
  addFeedback(conversation, log);
}

/** Feedback on several candidates at once says nothing about one of them and stays where it is. */
function addFeedback(conversation: Conversation, log: Taken): void {
  const [answer, ...others] = answersOf(conversation);
  if (!answer || others.length > 0) return;
  for (const name of FEEDBACK) {
    if (!log.has(name)) continue;
    const read = looseFeedback(log.peek(name));
    if (read.length === 0) continue;
    answer.feedback.push(...read);
    // What a list or object says beyond the signal is not lost.
    if (!isObject(log.peek(name)) && !Array.isArray(log.peek(name))) log.drop(name);
  }
}

/** Puts the rest of a log's fields in front of what the call left over. */
export function keepRest(conversation: Conversation, rest: JsonObject): void {
  for (const [key, value] of Object.entries(conversation.metadata)) keep(rest, key, value);
  conversation.metadata = rest;
}

/** Refuses a call that gave no answer, with what was said of the reason. */
export function noAnswer(at: string, error: unknown): never {
  const given = isObject(error) ? (error.message ?? error.type ?? error.code) : error;
  const why = typeof given === 'string' && given !== '' ? `; the error was ${described(given)}` : '';
  throw new Reject(at, `The log holds a request, but no answer to it${why}.`, 'NO_ANSWER');
}

export function noPrompt(at: string, advice: string): never {
  throw new Reject(
    at,
    `The log holds an answer, but not the messages it answers; ${advice}.`,
    'PROMPT_ABSENT',
  );
}
