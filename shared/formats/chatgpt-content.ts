import type { Part } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { wrong } from './fault.ts';
import { withoutNothing } from './taken.ts';

/** What a message of a ChatGPT export says, and the fields of its content that are not what it says. */
export interface ChatGptContent {
  parts: Part[];
  extra: JsonObject;
}

interface Reading {
  /** Fields of the content that are read, in order; each holds text, or a list of texts and objects. */
  fields: readonly string[];
  /** Type of the part a text becomes. */
  as: 'text' | 'reasoning';
}

const TEXT: Reading = { fields: ['parts'], as: 'text' };

/** `content_type` -> where its content stands. */
const READINGS: Readonly<Record<string, Reading>> = {
  text: TEXT,
  multimodal_text: TEXT,
  code: { fields: ['text'], as: 'text' },
  execution_output: { fields: ['text'], as: 'text' },
  system_error: { fields: ['text'], as: 'text' },
  tether_quote: { fields: ['text'], as: 'text' },
  tether_browsing_display: { fields: ['result', 'summary'], as: 'text' },
  thoughts: { fields: ['thoughts'], as: 'reasoning' },
  reasoning_recap: { fields: ['content'], as: 'reasoning' },
  user_editable_context: { fields: ['user_profile', 'user_instructions'], as: 'text' },
  model_editable_context: { fields: ['model_set_context'], as: 'text' },
};
/** For types of content not known yet. */
const UNKNOWN: Reading = { fields: ['parts', 'text', 'content', 'result'], as: 'text' };

/** `content_type` of an object within the parts -> the native part type. */
const ASSETS: Readonly<Record<string, string>> = {
  image_asset_pointer: 'image',
  audio_asset_pointer: 'audio',
  real_time_user_audio_video_asset_pointer: 'audio',
  video_container_asset_pointer: 'video',
  audio_transcription: 'text',
};

/** Content types that carry the user's or model's standing instructions, whoever the export names as author. */
export const INSTRUCTIONS: ReadonlySet<string> = new Set(['user_editable_context', 'model_editable_context']);

/** Reads the `content` of a message; `tool` is the tool the message calls, or null. */
export function chatGptContent(content: unknown, tool: string | null, at: string): ChatGptContent {
  if (typeof content === 'string') return { parts: partOf(content, 'text', tool), extra: {} };
  if (content === null || content === undefined) return { parts: [], extra: {} };
  if (!isObject(content)) return wrong(at, 'an object with content_type and parts', content);
  const type = textOr(content.content_type, 'text') ?? 'text';
  const reading = (Object.hasOwn(READINGS, type) ? READINGS[type] : undefined) ?? UNKNOWN;
  const { content_type: _type, ...extra } = withoutNothing(content);
  const parts: Part[] = [];
  for (const field of reading.fields) {
    const value = content[field];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every(isReadable)) continue;
    delete extra[field];
    for (const entry of list) parts.push(...partOf(entry, reading.as, tool));
  }
  if (reading !== TEXT) extra.content_type = type;
  return { parts, extra };
}

const isReadable = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'string' || isObject(value);

function partOf(value: unknown, as: Reading['as'], tool: string | null): Part[] {
  if (typeof value === 'string') {
    if (value === '') return [];
    return [tool === null ? { type: as, text: value } : { type: 'tool_call', name: tool, arguments: value }];
  }
  if (!isObject(value)) return [];
  if (as === 'reasoning') return [thought(value)];
  const type = textOr(value.content_type, textOr(value.type)) ?? 'object';
  return [{ ...value, type: Object.hasOwn(ASSETS, type) ? (ASSETS[type] ?? type) : type }];
}

/** `{summary, content}`: the content, with the summary beside it; the summary alone where it is all there is. */
function thought(value: JsonObject): Part {
  const { content, summary, ...rest } = withoutNothing(value);
  if (typeof content !== 'string')
    return {
      ...withoutNothing({ summary: null, ...rest, content }),
      type: 'reasoning',
      text: textOr(summary, ''),
    };
  return { ...rest, type: 'reasoning', text: content, ...(summary === undefined ? {} : { summary }) };
}
