import type { ShownMessage } from '../../../shared/contract/rating.ts';
import { isObject, textOr } from '../../../shared/domain/json.ts';
import type { readingText } from '../../catalogue/reading.ts';
import { bytes } from '../format.ts';

export type Part = NonNullable<ShownMessage['parts']>[number];
type Words = (typeof readingText)['en'];

/** A part as it is shown: folded under a line, or, where there is nothing to unfold, the line alone. */
export interface PartWords {
  title: string;
  /** The text under it; null for none. */
  text: string | null;
  /** Whether the text is what a person or the model wrote, or data. */
  isData: boolean;
}

/** A text in data that is longer and has no blank is a file, not words: characters. */
const LONGEST = 2_000;
const SHOWN_OF_FILE = 80;

const isText = ({ type }: Part): boolean =>
  type === 'text' || type === 'input_text' || type === 'output_text';
const CALL = /^(tool_use|tool_call|function_call|function|server_tool_use)$/;
const RESULT = /^(tool_result|function_call_output|tool_call_response|tool_response|web_search_tool_result)$/;
const REASONING = /^(reasoning|thinking|redacted_thinking|reasoning_text|summary_text)$/;
const IMAGE = /image/;

const shortened = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST && !/\s/.test(value)
    ? `${value.slice(0, SHOWN_OF_FILE)}… (${bytes(value.length)})`
    : value;

const asJson = (value: unknown): string => JSON.stringify(value, shortened, 2) ?? '';

/** The readable text of a part, or null where only its data says what it is. */
const readable = (part: Part): string | null =>
  textOr(part.text) ??
  textOr(part.thinking) ??
  textOr(part.reasoning) ??
  textOr(part.content) ??
  textOr(part.output);

/** Name of the tool that is called. */
function calledName(part: Part): string | null {
  const named = isObject(part.function) ? part.function.name : part.name;
  return textOr(named) ?? textOr(part.tool_name);
}

/** Data in a string, laid out where it is JSON. */
function laidOut(value: unknown): string {
  if (typeof value !== 'string') return asJson(value);
  try {
    return asJson(JSON.parse(value));
  } catch {
    return value;
  }
}

function calledWith(part: Part): string {
  const given = isObject(part.function)
    ? part.function.arguments
    : (part.arguments ?? part.input ?? part.args);
  return given === undefined ? asJson(part) : laidOut(given);
}

const DATA_URL = /^data:([^;,]{0,80})/;

/** What is known of a picture: its name, kind, size, address. */
function imageFacts(part: Part): string {
  const url = isObject(part.image_url) ? part.image_url.url : (part.image_url ?? part.url ?? part.uri);
  const source = isObject(part.source) ? part.source : {};
  const address = textOr(url) ?? textOr(source.url) ?? '';
  const data = DATA_URL.exec(address);
  const content = textOr(source.data) ?? textOr(part.data) ?? (data ? address : null);
  const facts = [
    textOr(part.alt) ?? textOr(part.name) ?? textOr(part.filename),
    data?.[1] ?? textOr(source.media_type) ?? textOr(part.mime_type) ?? textOr(part.media_type),
    content === null ? null : bytes(Math.floor((content.length * 3) / 4)),
    data || address === '' ? null : address.slice(0, 300),
  ];
  return facts.filter((fact) => fact !== null && fact !== '').join(', ');
}

/** The words for a part in the language of `t`. */
export function wordsOf(part: Part, t: Words): PartWords {
  const { type } = part;
  if (IMAGE.test(type)) {
    const facts = imageFacts(part);
    return { title: facts === '' ? t.parts.image : t.imageIs(facts), text: null, isData: false };
  }
  if (CALL.test(type))
    return { title: t.parts.toolCall(calledName(part)), text: calledWith(part), isData: true };
  const text = readable(part);
  if (RESULT.test(type)) {
    const result = text ?? asJson(part.content ?? part.output ?? part.result ?? part.response ?? part);
    return { title: t.parts.toolResult, text: text === null ? result : laidOut(text), isData: true };
  }
  const title = REASONING.test(type) ? t.parts.reasoning : t.parts.other(type.replaceAll('_', ' '));
  return text === null ? { title, text: asJson(part), isData: true } : { title, text, isData: false };
}

/** The parts of a message that are not its text. */
export const otherParts = (parts: readonly Part[] | null): readonly Part[] =>
  parts?.filter((part) => !isText(part)) ?? [];
