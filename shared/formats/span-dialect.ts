import type { Message } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Span } from './span.ts';

/** What was said in a span: the context, and alternative answers to it. */
export interface SpanTalk {
  context: Message[];
  answers: Message[];
}

/** One convention by which spans tell of calls of models. */
export interface SpanDialect {
  isOwn(span: Span): boolean;
  /** A call of a model, a step around such calls, or something else. */
  kind(span: Span): 'call' | 'step' | 'other';
  /** What was said, or null where the span does not hold it. */
  read(span: Span): SpanTalk | null;
  /** The model asked for. */
  model(span: Span): string | null;
  /** The model that answered, by its full name. */
  version(span: Span): string | null;
  usage(span: Span): JsonObject;
  /** True for attributes that the conversation has another place for. */
  used(key: string): boolean;
}
