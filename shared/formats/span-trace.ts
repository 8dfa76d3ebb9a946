import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { aiSdkDialect } from './ai-sdk-span.ts';
import { answersOf, conversationWith } from './call.ts';
import { withoutContinued } from './continuations.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { genAiDialect } from './genai-span.ts';
import { openInferenceDialect } from './openinference-span.ts';
import { plainRecord } from './plain.ts';
import { attributeIn, isSpan, type Span, spanOf, traceIn } from './span.ts';
import type { SpanDialect } from './span-dialect.ts';
import { addSpanFeedback } from './span-feedback.ts';
import { isGenAiLog, withLogsInSpans } from './span-logs.ts';
import { withoutNothing } from './taken.ts';
import { addToAnswers } from './trace-step.ts';
import { usageOf } from './usage.ts';

const DIALECTS: readonly SpanDialect[] = [openInferenceDialect, aiSdkDialect, genAiDialect];

const dialectOf = (span: Span): SpanDialect | undefined => DIALECTS.find((dialect) => dialect.isOwn(span));

/** Names of the conversation, of the whole of what one user and an application say to each other. */
const CONVERSATION = ['gen_ai.conversation.id', 'session.id'];

/** The conversation a span names, else its trace: all spans of one are read together. Null for what is no span. */
export function spanKey(record: unknown): string | null {
  if (!isSpan(record) && !isGenAiLog(record)) return null;
  for (const name of CONVERSATION) {
    const id = attributeIn(record, name);
    if (typeof id === 'string' && id !== '') return `conversation ${id}`;
  }
  const trace = traceIn(record);
  return trace === null ? null : `trace ${trace}`;
}

interface Known {
  span: Span;
  dialect: SpanDialect | undefined;
}

/**
 * The conversations in spans of one trace, or of one conversation. Each call of a model is one, unless another one
 * continues it. Where no call holds what was said, the first step around calls that does.
 */
export function readSpans(records: readonly unknown[]): Conversation[] {
  const plain = records.map(plainRecord);
  const whole = plain.every(isObject) ? withLogsInSpans(plain) : plain;
  const spans = whole.map((record, index) => knownSpan(record, whole.length === 1 ? '$' : `$[${index}]`));
  spans.sort((one, other) => (one.span.startedAt ?? 0) - (other.span.startedAt ?? 0));
  const calls = spans.filter(({ span, dialect }) => dialect?.kind(span) === 'call');
  const read = calls.map(readSpan).filter((conversation) => conversation !== null);
  if (read.length === 0) read.push(firstStep(spans, calls));
  const kept = withoutContinued(read);
  const others = spans.length - read.length;
  for (const { metadata } of others > 0 ? kept : []) keep(metadata, 'other_spans', others);
  return kept;
}

function knownSpan(record: unknown, at: string): Known {
  if (!isSpan(record)) return wrong(at, 'a span with attributes', record);
  const span = spanOf(record, at);
  return { span, dialect: dialectOf(span) };
}

function firstStep(spans: readonly Known[], calls: readonly Known[]): Conversation {
  for (const known of spans.filter(({ span, dialect }) => dialect?.kind(span) === 'step')) {
    const found = readSpan(known);
    if (found) return found;
  }
  const [call] = calls;
  if (!call)
    throw new Reject(
      '$',
      'There is no call of a model in the trace, and no step that holds what was said.',
      'NO_CONVERSATION',
    );
  throw new Reject(
    `${call.span.at}.attributes`,
    'The span holds no messages: recording of content was off in the program that wrote it.',
    'BODY_ABSENT',
  );
}

function readSpan({ span, dialect }: Known): Conversation | null {
  const talk = dialect?.read(span);
  if (!dialect || !talk) return null;
  const conversation = conversationWith(talk.context, talk.answers);
  conversation.externalId = span.id;
  conversation.createdAt = span.startedAt;
  conversation.model = dialect.model(span);
  const version = dialect.version(span);
  conversation.modelVersion = version === conversation.model ? null : version;
  const { startedAt, endedAt } = span;
  addToAnswers(conversation, {
    model: conversation.model,
    latencyMs: startedAt !== null && endedAt !== null && endedAt >= startedAt ? endedAt - startedAt : null,
    usage: usageOf(dialect.usage(span)),
  });
  conversation.metadata = { ...spanMetadata(span, dialect), ...conversation.metadata };
  const [answer, ...others] = answersOf(conversation);
  if (answer && others.length === 0) addSpanFeedback(answer, span);
  return conversation;
}

const MESSAGE_EVENT =
  /^gen_ai\.(?:(?:system|user|assistant|tool)\.message|choice|content\.(?:prompt|completion))$/;

function spanMetadata(span: Span, dialect: SpanDialect): JsonObject {
  const attributes: JsonObject = {};
  for (const [key, value] of Object.entries(span.attributes))
    if (!dialect.used(key)) keep(attributes, key, value);
  const events = span.events.filter(({ name }) => !MESSAGE_EVENT.test(name));
  return withoutNothing({
    trace_id: span.trace,
    parent_span_id: span.parent,
    span_name: span.name,
    attributes,
    events,
    resource: span.resource,
  });
}
