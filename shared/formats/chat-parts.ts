import type { Message, Part } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { textOfParts } from './parts.ts';
import { withoutNothing } from './taken.ts';

/** What a message says, and the fields of an only text part that are more than its text. */
export interface Content extends Pick<Message, 'text' | 'parts'> {
  extra: JsonObject | null;
}

type Convert = (part: JsonObject, type: string) => Part;

/** The native part: these fields first, then what else the source's part holds and was not used for them. */
function made(type: string, fields: JsonObject, part: JsonObject, used: readonly string[]): Part {
  const native: Part = { type };
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) keep(native, key, value);
  for (const [key, value] of Object.entries(withoutNothing(part)))
    if (key !== 'type' && !used.includes(key)) keep(native, key, value);
  return native;
}

/** The first of these fields that is there. */
function first(part: JsonObject, names: readonly string[]): [value: unknown, name: string] {
  const name = names.find((known) => part[known] !== undefined && part[known] !== null);
  return name === undefined ? [undefined, ''] : [part[name], name];
}

/** Arguments of a call as JSON text, the form most logs have them in. */
const jsonText = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

const textPart: Convert = (part) => {
  const [text, name] = first(part, ['text', 'content']);
  return typeof text === 'string' ? made('text', { text }, part, [name]) : made('text', {}, part, []);
};

const reasoning: Convert = (part) => {
  const [text, name] = first(part, ['text', 'thinking', 'content', 'reasoning']);
  return typeof text === 'string'
    ? made('reasoning', { text }, part, [name])
    : made('reasoning', {}, part, []);
};

const PLAIN_CALLS = ['tool_use', 'tool_call', 'tool-call', 'function_call', 'function'];

const call: Convert = (part, type) => {
  const inner = isObject(part.function) ? { ...part, ...part.function } : part;
  const [id, idName] = first(inner, ['call_id', 'tool_call_id', 'toolCallId', 'id']);
  const [input, inputName] = first(inner, ['arguments', 'input', 'args']);
  const [name, nameName] = first(inner, ['name', 'toolName']);
  const used = ['function', nameName, idName, inputName];
  const kind = PLAIN_CALLS.includes(type) ? undefined : type;
  return made('tool_call', { id, name, arguments: jsonText(input), kind }, inner, used);
};

const result: Convert = (part) => {
  const [id, idName] = first(part, ['tool_use_id', 'tool_call_id', 'toolCallId', 'call_id', 'id']);
  const [content, contentName] = first(part, ['content', 'response', 'result', 'output']);
  return made('tool_result', { tool_call_id: id, content }, part, [idName, contentName]);
};

/** Part types of the sources that have a native form; all others are kept as they came. */
const CONVERT: Readonly<Record<string, Convert>> = {
  text: textPart,
  input_text: textPart,
  output_text: textPart,
  thinking: reasoning,
  reasoning,
  tool_use: call,
  server_tool_use: call,
  mcp_tool_use: call,
  tool_call: call,
  'tool-call': call,
  function_call: call,
  function: call,
  tool_result: result,
  'tool-result': result,
  tool_call_response: result,
  function_call_output: result,
};

/** A part of any of the sources in the native form; a bare text, or an object with nothing but `text`, is a text part. */
export function nativePart(value: unknown, at: string): Part {
  if (typeof value === 'string') return { type: 'text', text: value };
  if (!isObject(value)) return wrong(at, 'a part: an object with a type', value);
  const type = textOr(value.type, typeof value.text === 'string' ? 'text' : null);
  if (type === null) return wrong(at, 'a part: an object with a type', value);
  const convert = Object.hasOwn(CONVERT, type) ? CONVERT[type] : undefined;
  return convert ? convert(value, type) : { ...value, type };
}

/** The content made of these parts: plain text where they are one text. */
export function contentOf(parts: Part[]): Content {
  const [only] = parts;
  if (!only) return { text: '', parts: null, extra: null };
  if (parts.length > 1 || only.type !== 'text' || typeof only.text !== 'string')
    return { text: textOfParts(parts), parts, extra: null };
  const { type: _type, text, ...extra } = only;
  return { text: only.text, parts: null, extra: Object.keys(extra).length > 0 ? extra : null };
}

/** The content of a tool's answer: text, parts, or a value that is shown as JSON. */
export function resultContent(value: unknown, at: string): Content {
  if (typeof value === 'string') return { text: value, parts: null, extra: null };
  if (value === undefined || value === null) return { text: '', parts: null, extra: null };
  if (Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry.type === 'string'))
    return contentOf(value.map((entry, index) => nativePart(entry, `${at}[${index}]`)));
  return { text: JSON.stringify(value), parts: null, extra: null };
}
