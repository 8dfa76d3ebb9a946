import type { Message, Part } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { type Call, noAnswer, noPrompt } from './call.ts';
import type { CallBodies } from './call-bodies.ts';
import { chatMessage } from './chat-message.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { Taken } from './taken.ts';
import { usageOf } from './usage.ts';

const hasParts = (content: unknown): boolean => isObject(content) && Array.isArray(content.parts);

export const isGeminiRequest = (body: JsonObject): boolean =>
  Array.isArray(body.contents) ? body.contents.some(hasParts) : hasParts(body.contents);

export const isGeminiResponse = (body: JsonObject): boolean =>
  (Array.isArray(body.candidates) &&
    body.candidates.some(
      (one) => isObject(one) && (hasParts(one.content) || 'finishReason' in one || 'finish_reason' in one),
    )) ||
  isObject(body.promptFeedback);

/** The one response that a streamed one comes to: the parts of each candidate one after the other, all else as it was last. */
export function streamed(pieces: readonly unknown[]): JsonObject {
  const whole = new Map<string, unknown>();
  const candidates = new Map<number, JsonObject>();
  for (const piece of pieces.filter(isObject)) {
    const { candidates: given, ...rest } = piece;
    for (const [key, value] of Object.entries(rest)) whole.set(key, value);
    for (const [place, one] of (Array.isArray(given) ? given : []).entries()) {
      if (!isObject(one)) continue;
      const index = typeof one.index === 'number' ? one.index : place;
      const before = candidates.get(index) ?? {};
      const parts = [...partsOf(before.content), ...partsOf(one.content)];
      candidates.set(index, { ...before, ...one, content: { role: 'model', parts: joinedTexts(parts) } });
    }
  }
  if (candidates.size > 0) whole.set('candidates', [...candidates.values()]);
  return Object.fromEntries(whole);
}

const partsOf = (content: unknown): unknown[] =>
  isObject(content) && Array.isArray(content.parts) ? content.parts : [];

/** A text that came in pieces is one text. */
function joinedTexts(parts: readonly unknown[]): unknown[] {
  const joined: unknown[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (isText(part) && isText(last)) joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

const isText = (part: unknown): part is JsonObject & { text: string } =>
  isObject(part) && typeof part.text === 'string' && part.thought !== true && Object.keys(part).length === 1;

/** A call of Gemini; rows to tune it by have the answer as the last of their contents. */
export function readGeminiCall({ request, requestAt, response, responseAt }: CallBodies): Call {
  if (!request || !isGeminiRequest(request))
    return response
      ? noPrompt(requestAt, 'log the request as well')
      : wrong(requestAt, 'a request with contents', request);
  const asked = new Taken(request);
  const given = new Taken(response ?? {});
  const context = contextOf(request, requestAt);
  asked.drop('contents', 'systemInstruction', 'system_instruction');
  const last = context.at(-1);
  const isWhole = response === null && last?.role === 'assistant';
  const answers = isWhole ? context.splice(-1) : answersIn(response, responseAt);
  const usage = given.object('usageMetadata', 'usage_metadata');
  given.drop('candidates');
  return {
    context,
    answers,
    id: given.id('responseId', 'response_id'),
    model: bareName(asked.text('model')),
    version: bareName(given.text('modelVersion', 'model_version')),
    createdAt: given.time('createTime', 'create_time'),
    usage: usage && usageOf(usage),
    request: asked.rest(),
    response: response === request ? {} : given.rest(),
  };
}

/** `gemini-2.5-flash` of `publishers/google/models/gemini-2.5-flash`. */
export const bareName = (model: string | null): string | null =>
  model?.replace(/^(?:.*\/)?models\//, '') ?? null;

function contextOf(request: JsonObject, at: string): Message[] {
  const system = request.systemInstruction ?? request.system_instruction;
  const first = isObject(system)
    ? chatMessage(
        { role: 'system', parts: partsIn(system, `${at}.systemInstruction`) },
        `${at}.systemInstruction`,
      )
    : typeof system === 'string' && system !== ''
      ? chatMessage({ role: 'system', content: system }, at)
      : [];
  const contents: unknown[] = Array.isArray(request.contents) ? request.contents : [request.contents];
  return [...first, ...contents.flatMap((content, index) => turnOf(content, `${at}.contents[${index}]`))];
}

/** A turn of the user, the model, or a function; a turn without a role is the user's. */
function turnOf(content: unknown, at: string): Message[] {
  if (!isObject(content)) return wrong(at, 'an object with role and parts', content);
  const { role, parts: _parts, ...rest } = content;
  return chatMessage({ ...rest, role: textOr(role) ?? 'user', parts: partsIn(content, at) }, at);
}

function answersIn(response: JsonObject | null, at: string): Message[] {
  const candidates: unknown[] = Array.isArray(response?.candidates) ? response.candidates : [];
  if (candidates.length === 0) return noAnswer(`${at}.candidates`, blocked(response));
  return candidates.flatMap((candidate, index) => {
    const place = `${at}.candidates[${index}]`;
    if (!isObject(candidate)) return wrong(place, 'a candidate: an object with content', candidate);
    const { content, finishReason, finish_reason, index: _index, ...rest } = candidate;
    const message = isObject(content) ? content : {};
    const [answer] = chatMessage({ role: 'model', parts: partsIn(message, place) }, place);
    if (!answer) return [];
    const reason = textOr(finishReason) ?? textOr(finish_reason);
    if (reason !== null) keep(answer.metadata, 'finish_reason', reason);
    for (const [key, value] of Object.entries(rest)) keep(answer.metadata, key, value);
    return [answer];
  });
}

/** Why there is no candidate: an error, or a prompt that was blocked. */
function blocked(response: JsonObject | null): unknown {
  const feedback = response?.promptFeedback;
  return isObject(feedback)
    ? `the prompt was blocked: ${textOr(feedback.blockReason) ?? ''}`
    : (response?.error ?? response);
}

const partsIn = (content: JsonObject, at: string): Part[] => {
  const { parts } = content;
  if (parts === undefined || parts === null) return [];
  if (!Array.isArray(parts)) return wrong(`${at}.parts`, 'a list of parts', parts);
  return parts.map((part, index) => nativeForm(part, `${at}.parts[${index}]`));
};

/** A part as other sources write it: Gemini's parts say by the name of their field what they are. */
function nativeForm(part: unknown, at: string): Part {
  if (!isObject(part)) return wrong(at, 'a part: an object', part);
  const { text, thought, functionCall, function_call, functionResponse, function_response, ...rest } = part;
  const call = functionCall ?? function_call;
  const response = functionResponse ?? function_response;
  if (isObject(call)) return { ...rest, ...call, type: 'function_call' };
  if (isObject(response)) return { ...rest, ...response, type: 'tool_result' };
  if (typeof text === 'string') return { ...rest, type: thought === true ? 'reasoning' : 'text', text };
  const [name = 'unknown'] = Object.keys(rest);
  const inner = rest[name];
  const mime = isObject(inner) ? (textOr(inner.mimeType) ?? textOr(inner.mime_type)) : null;
  return { ...rest, type: mime?.startsWith('image/') ? 'image' : snake(name) };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
