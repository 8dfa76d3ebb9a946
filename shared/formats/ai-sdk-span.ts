import type { Message, Part } from '../domain/conversation.ts';
import { type JsonObject, textOr } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { contentOf, nativePart } from './chat-parts.ts';
import { keep } from './fields.ts';
import { readGiven } from './free-io.ts';
import { listIn } from './plain.ts';
import type { Span } from './span.ts';
import type { SpanDialect, SpanTalk } from './span-dialect.ts';
import { amountOf, withoutNothing } from './taken.ts';

/** Spans of the Vercel AI SDK: `ai.prompt.messages` as JSON text, `ai.response.text`, `ai.response.toolCalls`. */
export const aiSdkDialect: SpanDialect = {
  isOwn: ({ attributes }) => 'ai.operationId' in attributes,
  kind: ({ attributes }) => {
    const operation = textOr(attributes['ai.operationId']) ?? '';
    if (/\.do(?:Generate|Stream)$/.test(operation)) return 'call';
    return /^ai\.(?:generate|stream)(?:Text|Object)$/.test(operation) ? 'step' : 'other';
  },
  read,
  model: ({ attributes }) => textOr(attributes['ai.model.id']) ?? textOr(attributes['gen_ai.request.model']),
  version: ({ attributes }) => textOr(attributes['ai.response.model']),
  usage,
  used: (key) => USED.test(key),
};

const USED =
  /^ai\.(?:prompt(?:\.messages)?|response\.(?:text|object|toolCalls|reasoning|finishReason|model)|usage\..*|model\.id)$/;

function read({ attributes, at }: Span): SpanTalk | null {
  const name = 'ai.prompt.messages' in attributes ? 'ai.prompt.messages' : 'ai.prompt';
  const context = readGiven(attributes[name], `${at}.attributes["${name}"]`);
  const answer = answerIn(attributes, at);
  return context && answer && { context: context.messages, answers: [answer] };
}

function answerIn(attributes: JsonObject, at: string): Message | null {
  const thought = textOr(attributes['ai.response.reasoning']);
  const text = textOr(attributes['ai.response.text']) ?? textOr(attributes['ai.response.object']);
  const calls = listIn(attributes['ai.response.toolCalls']) ?? [];
  if (text === null && calls.length === 0) return null;
  const parts: Part[] = [
    ...(thought ? [{ type: 'reasoning', text: thought }] : []),
    ...(text ? [{ type: 'text', text }] : []),
    ...calls.map((call, index) => nativePart(call, `${at}.attributes["ai.response.toolCalls"][${index}]`)),
  ];
  const content = contentOf(parts);
  const answer = bareMessage('assistant', content.text, content.parts);
  const reason = textOr(attributes['ai.response.finishReason']);
  if (reason !== null) keep(answer.metadata, 'finish_reason', reason);
  return answer;
}

function usage({ attributes }: Span): JsonObject {
  const counts: JsonObject = {};
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith('ai.usage.')) keep(counts, key.slice('ai.usage.'.length), amountOf(value) ?? value);
  return withoutNothing(counts);
}
