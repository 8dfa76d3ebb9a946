import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { keep } from './fields.ts';
import { withoutNothing } from './taken.ts';

/**
 * LangChain writes a message in several ways: `{lc: 1, id: [..., "HumanMessage"], kwargs}`, `{type: "human", data}` and
 * `{type: "human", content}`. This gives its fields with the speaker under `role`, or null where it is no such message.
 */
export function langChainFields(value: JsonObject): JsonObject | null {
  if (typeof value.role === 'string') return null;
  const { kwargs, data, id, type } = value;
  if (isObject(kwargs)) {
    const name = Array.isArray(id) ? textOr(id.at(-1)) : null;
    return fields(kwargs, name ?? textOr(kwargs.type) ?? '');
  }
  if (typeof type !== 'string') return null;
  if (isObject(data)) return fields(data, type);
  return 'content' in value && SPEAKERS.test(type) ? fields(value, type) : null;
}

const SPEAKERS = /^(?:human|ai|system|tool|function|chat|[a-z]*message(?:chunk)?)$/i;

/** `HumanMessage`, `AIMessageChunk`, `human` -> `human`, `ai`; a chat message names its speaker itself. */
function fields(given: JsonObject, kind: string): JsonObject {
  const speaker = kind.toLowerCase().replace(/message(?:chunk)?$/, '');
  const { type: _type, additional_kwargs, response_metadata, usage_metadata, tool_calls, ...others } = given;
  const read: JsonObject = withoutNothing(others);
  read.role = speaker === 'chat' ? (textOr(given.role) ?? 'user') : speaker;
  read.content = given.content;
  if (isObject(usage_metadata)) read.usage = usage_metadata;
  addCalls(read, tool_calls, isObject(additional_kwargs) ? additional_kwargs : {});
  if (isObject(response_metadata)) addResponse(read, response_metadata);
  return read;
}

/** The provider's own calls are preferred: LangChain's `tool_calls` are the same calls, parsed. */
function addCalls(read: JsonObject, calls: unknown, additional: JsonObject): void {
  const { tool_calls, function_call, refusal, reasoning_content, ...others } = additional;
  const given = Array.isArray(tool_calls) && tool_calls.length > 0 ? tool_calls : calls;
  if (Array.isArray(given) && given.length > 0 && !isObject(function_call)) read.tool_calls = given;
  if (isObject(function_call)) read.function_call = function_call;
  if (refusal) read.refusal = refusal;
  if (reasoning_content) read.reasoning_content = reasoning_content;
  if (Object.keys(others).length > 0) keep(read, 'additional_kwargs', others);
}

function addResponse(read: JsonObject, response: JsonObject): void {
  const { finish_reason, stop_reason, ...others } = response;
  const reason = finish_reason ?? stop_reason;
  if (reason !== undefined && reason !== null) keep(read, 'finish_reason', reason);
  const model = textOr(others.model_name) ?? textOr(others.model);
  if (model !== null) read.model = model;
  const rest = withoutNothing(others);
  if (Object.keys(rest).length > 0) keep(read, 'response_metadata', rest);
}
