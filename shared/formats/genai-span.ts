import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { chatMessage, chatMessages } from './chat-message.ts';
import { nestedAt } from './dotted.ts';
import { keep } from './fields.ts';
import { readAnswered, readGiven } from './free-io.ts';
import { fromCell } from './plain.ts';
import type { Span, SpanEvent } from './span.ts';
import type { SpanDialect, SpanTalk } from './span-dialect.ts';
import { amountOf } from './taken.ts';

/**
 * Spans by OpenTelemetry's conventions for generative AI: `gen_ai.input.messages`, `gen_ai.output.messages` and
 * `gen_ai.system_instructions`, structured or as JSON text; and the older forms, messages as events of the span,
 * `gen_ai.prompt.0.content` one attribute a field, and `gen_ai.prompt` as a whole.
 */
export const genAiDialect: SpanDialect = {
  isOwn: ({ attributes, events }) =>
    Object.keys(attributes).some((key) => key.startsWith('gen_ai.')) ||
    events.some(({ name }) => name.startsWith('gen_ai.')),
  kind,
  read,
  model: ({ attributes }) =>
    textOr(attributes['gen_ai.request.model']) ?? textOr(attributes['gen_ai.response.model']),
  version: ({ attributes }) => textOr(attributes['gen_ai.response.model']),
  usage,
  used: (key) => USED.test(key),
};

const CALLS = ['chat', 'generate_content', 'text_completion', 'completion', 'responses', 'message'];
const STEPS = ['invoke_agent', 'create_agent', 'invoke_workflow'];
const USED =
  /^gen_ai\.(?:input\.messages|output\.messages|system_instructions|prompt|completion)(?:\.\d|$)|^gen_ai\.(?:request|response)\.model$|^gen_ai\.usage\./;

function kind({ attributes }: Span): 'call' | 'step' | 'other' {
  const operation = textOr(attributes['gen_ai.operation.name']) ?? textOr(attributes['llm.request.type']);
  if (operation !== null)
    return CALLS.includes(operation) ? 'call' : STEPS.includes(operation) ? 'step' : 'other';
  const traceloop = textOr(attributes['traceloop.span.kind']);
  if (traceloop !== null) return traceloop === 'tool' ? 'other' : 'step';
  if ('gen_ai.tool.name' in attributes || 'gen_ai.tool.call.id' in attributes) return 'other';
  return 'call';
}

function read(span: Span): SpanTalk | null {
  const sources = [span.attributes, ...span.events.filter(isDetails).map(({ attributes }) => attributes)];
  for (const attributes of sources) {
    const talk = fromMessages(attributes, span.at) ?? fromPrompt(attributes, span.at);
    if (talk) return withReasons(talk, span.attributes);
  }
  const talk = fromEvents(span.events, span.at);
  return talk && withReasons(talk, span.attributes);
}

const isDetails = ({ name }: SpanEvent): boolean =>
  name.endsWith('gen_ai.client.inference.operation.details');

function fromMessages(attributes: JsonObject, at: string): SpanTalk | null {
  const input = fromCell(attributes['gen_ai.input.messages']);
  const output = fromCell(attributes['gen_ai.output.messages']);
  if (!Array.isArray(input) || !Array.isArray(output) || input.length === 0 || output.length === 0)
    return null;
  const context = chatMessages(input, `${at}.attributes["gen_ai.input.messages"]`);
  const system = systemOf(attributes['gen_ai.system_instructions'], at);
  const isRepeated = context.some(({ role, text }) => role === 'system' && text === system[0]?.text);
  const said = chatMessages(output, `${at}.attributes["gen_ai.output.messages"]`);
  return talkOf(isRepeated ? context : [...system, ...context], said);
}

/** All of the assistant are alternatives; else they are one after the other, and the last is the answer. */
function talkOf(context: Message[], said: Message[]): SpanTalk | null {
  if (said.every(({ role }) => role === 'assistant')) return { context, answers: said };
  const last = said.at(-1);
  return last?.role === 'assistant' ? { context: [...context, ...said.slice(0, -1)], answers: [last] } : null;
}

function systemOf(given: unknown, at: string): Message[] {
  const value = fromCell(given);
  if (value === undefined || value === null || value === '') return [];
  const content = isObject(value) ? (value.parts ?? value.content ?? [value]) : value;
  return chatMessage({ role: 'system', content }, `${at}.attributes["gen_ai.system_instructions"]`);
}

/** `gen_ai.prompt.N.*` and `gen_ai.completion.N.*`, or both as a whole. */
function fromPrompt(attributes: JsonObject, at: string): SpanTalk | null {
  const prompt = nestedAt(attributes, 'gen_ai.prompt');
  const completion = nestedAt(attributes, 'gen_ai.completion');
  if (prompt === undefined || completion === undefined) return null;
  const context = readGiven(listed(prompt), `${at}.attributes["gen_ai.prompt"]`);
  if (!context) return null;
  const place = `${at}.attributes["gen_ai.completion"]`;
  const choices = listed(completion);
  if (Array.isArray(choices) && choices.every(isObject)) {
    const said = choices.flatMap((choice, index) => chatMessage(choice, `${place}[${index}]`, 'assistant'));
    return said.length > 0 ? talkOf(context.messages, said) : null;
  }
  const answer = readAnswered(choices, place, context.messages);
  return answer && { context: [...context.messages, ...answer.before], answers: answer.answers };
}

/** Messages with their calls as lists, and content that is JSON text of parts as parts. */
const listed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((entry) => {
        if (!isObject(entry)) return entry;
        const content = typeof entry.content === 'string' && /^\[\s*\{\s*"type"/.test(entry.content);
        return content ? { ...entry, content: fromCell(entry.content) } : entry;
      })
    : value;

const EVENT = /^gen_ai\.(system|user|assistant|tool)\.message$/;

function fromEvents(events: readonly SpanEvent[], at: string): SpanTalk | null {
  const context: Message[] = [];
  const answers: Message[] = [];
  for (const [index, { name, attributes }] of events.entries()) {
    const place = `${at}.events[${index}]`;
    const role = EVENT.exec(name)?.[1];
    if (role !== undefined) {
      const message = eventMessage(attributes, role);
      // Without content, where recording it was off, the event tells only that there was a message.
      if ('content' in message || 'tool_calls' in message) context.push(...chatMessage(message, place));
    } else if (name === 'gen_ai.choice') answers.push(...choice(attributes, place));
    else if (name === 'gen_ai.content.prompt')
      context.push(...(readGiven(attributes['gen_ai.prompt'], place)?.messages ?? []));
    else if (name === 'gen_ai.content.completion')
      answers.push(...(readAnswered(attributes['gen_ai.completion'], place, [])?.answers ?? []));
  }
  return context.length > 0 && answers.length > 0 ? { context, answers } : null;
}

function eventMessage(attributes: JsonObject, otherwise: string): JsonObject {
  const { role, content, tool_calls, id } = nestedEvent(attributes);
  const message: JsonObject = { role: textOr(role) ?? otherwise };
  if (content !== undefined) message.content = fromCell(content);
  if (tool_calls !== undefined) message.tool_calls = fromCell(tool_calls);
  if (id !== undefined && otherwise === 'tool') message.tool_call_id = id;
  return message;
}

/** The body of an event, whether its fields are attributes of their own or together in one. */
function nestedEvent(attributes: JsonObject): JsonObject {
  const body = fromCell(attributes['event.body'] ?? attributes.body);
  return isObject(body) ? { ...attributes, ...body } : attributes;
}

function choice(attributes: JsonObject, at: string): Message[] {
  const body = nestedEvent(attributes);
  const message = fromCell(body.message) ?? nestedAt(attributes, 'message');
  const given = isObject(message)
    ? message
    : { ...eventMessage(attributes, 'assistant'), ...(message === undefined ? {} : { content: message }) };
  const read = chatMessage(given, at, 'assistant');
  const reason = textOr(body.finish_reason);
  for (const { metadata } of reason === null ? [] : read)
    if (!('finish_reason' in metadata)) keep(metadata, 'finish_reason', reason);
  return read;
}

/** Why each answer ended, from the span where the answer does not say. */
function withReasons(talk: SpanTalk, attributes: JsonObject): SpanTalk {
  const reasons = fromCell(attributes['gen_ai.response.finish_reasons']);
  if (!Array.isArray(reasons)) return talk;
  for (const [index, { metadata }] of talk.answers.entries())
    if (typeof reasons[index] === 'string' && !('finish_reason' in metadata))
      keep(metadata, 'finish_reason', reasons[index]);
  return talk;
}

function usage({ attributes }: Span): JsonObject {
  const counts: JsonObject = {};
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith('gen_ai.usage.'))
      keep(counts, key.slice('gen_ai.usage.'.length), amountOf(value) ?? value);
  return counts;
}
