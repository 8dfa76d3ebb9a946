import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { chatMessage } from './chat-message.ts';
import { nestedAt } from './dotted.ts';
import { keep } from './fields.ts';
import { readAnswered, readGiven } from './free-io.ts';
import type { Span } from './span.ts';
import type { SpanDialect, SpanTalk } from './span-dialect.ts';
import { amountOf, withoutNothing } from './taken.ts';

/**
 * Spans by the OpenInference conventions: `llm.input_messages.N.message.role` ... and `llm.output_messages`, one attribute
 * a field or as lists; else `input.value` and `output.value`.
 */
export const openInferenceDialect: SpanDialect = {
  isOwn: ({ attributes }) =>
    'openinference.span.kind' in attributes || Object.keys(attributes).some((key) => OWN.test(key)),
  kind: ({ attributes }) => {
    const name = textOr(attributes['openinference.span.kind'])?.toUpperCase();
    return name === undefined || name === 'LLM'
      ? 'call'
      : name === 'CHAIN' || name === 'AGENT'
        ? 'step'
        : 'other';
  },
  read,
  model: ({ attributes }) => textOr(attributes['llm.model_name']),
  version: () => null,
  usage,
  used: (key) => USED.test(key),
};

const OWN = /^llm\.(?:input_messages|output_messages)(?:\.|$)/;
const USED =
  /^llm\.(?:(?:input|output)_messages|token_count)(?:\.|$)|^llm\.model_name$|^(?:input|output)\.(?:value|mime_type)$/;

function read({ attributes, at }: Span): SpanTalk | null {
  const context = messagesIn(attributes, 'llm.input_messages', at);
  const given = context ?? readGiven(attributes['input.value'], `${at}.attributes["input.value"]`)?.messages;
  if (!given || given.length === 0) return null;
  const answers = messagesIn(attributes, 'llm.output_messages', at);
  const own = answers?.filter(({ role }) => role === 'assistant') ?? [];
  if (own.length > 0) return { context: given, answers: own };
  const gave = readAnswered(attributes['output.value'], `${at}.attributes["output.value"]`, given);
  return gave && { context: [...given, ...gave.before], answers: gave.answers };
}

function messagesIn(attributes: JsonObject, name: string, at: string): Message[] | null {
  const list = nestedAt(attributes, name);
  if (!Array.isArray(list) || list.length === 0) return null;
  return list.flatMap((entry, index) => {
    const place = `${at}.attributes["${name}"][${index}]`;
    const message = isObject(entry) && isObject(entry.message) ? entry.message : entry;
    return chatMessage(
      isObject(message) ? chatForm(message) : message,
      place,
      name.includes('output') ? 'assistant' : null,
    );
  });
}

/** The message in the form of the chat APIs. */
function chatForm(message: JsonObject): JsonObject {
  const { contents, tool_calls, function_call_name, function_call_arguments_json, ...others } = message;
  const form: JsonObject = { content: null, ...others };
  if (Array.isArray(contents) && contents.length > 0) form.content = contents.map(partOf);
  if (Array.isArray(tool_calls))
    form.tool_calls = tool_calls.map((call) =>
      isObject(call) && isObject(call.tool_call) ? call.tool_call : call,
    );
  if (typeof function_call_name === 'string')
    form.function_call = { name: function_call_name, arguments: function_call_arguments_json };
  return form;
}

function partOf(given: unknown): unknown {
  return isObject(given) && isObject(given.message_content) ? given.message_content : given;
}

function usage({ attributes }: Span): JsonObject {
  const counts: JsonObject = {
    prompt_tokens: amountOf(attributes['llm.token_count.prompt']),
    completion_tokens: amountOf(attributes['llm.token_count.completion']),
    total_tokens: amountOf(attributes['llm.token_count.total']),
  };
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith('llm.token_count.') && key.includes('_details.'))
      keep(counts, key.slice('llm.token_count.'.length), value);
  return withoutNothing(counts);
}
