import type { Message, Part } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { chatMessage } from './chat-message.ts';
import { contentOf, nativePart, resultContent } from './chat-parts.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { withoutNothing } from './taken.ts';

/**
 * Items of the Responses API as messages. Reasoning and calls of tools are items of their own there; what the model does
 * between two messages of others becomes one message of the assistant.
 */
export function responseItems(list: unknown, at: string): Message[] {
  if (!Array.isArray(list)) return wrong(at, 'a list of items', list);
  const messages: Message[] = [];
  let pending: Part[] = [];
  const flush = (): void => {
    if (pending.length > 0) messages.push(assistant(pending));
    pending = [];
  };
  for (let index = 0; index < list.length; index++) {
    const item: unknown = list[index];
    const place = `${at}[${index}]`;
    if (!isObject(item)) return wrong(place, 'an item: an object with a type or role', item);
    if (isOwnPart(item)) pending.push(itemPart(item, place));
    else if (item.role === 'assistant' && pending.length > 0) {
      messages.push(joined(pending, item, place));
      pending = [];
    } else {
      flush();
      messages.push(...(isOutput(item) ? [toolMessage(item, place)] : chatMessage(withoutType(item), place)));
    }
  }
  flush();
  return messages;
}

const isOutput = (item: JsonObject): boolean =>
  typeof item.type === 'string' && item.type.endsWith('_call_output');

/** Reasoning, a call, or the work of a tool the provider runs itself. */
const isOwnPart = (item: JsonObject): boolean => typeof item.role !== 'string' && !isOutput(item);

function itemPart(item: JsonObject, at: string): Part {
  if (item.type !== 'reasoning') return nativePart(item, at);
  const { summary, content, ...others } = item;
  const parts = [summary, content].flatMap((list) => (Array.isArray(list) ? list : []));
  const texts = parts.map((part) => (isObject(part) ? part.text : undefined));
  const text = texts.filter((one) => typeof one === 'string').join('\n\n');
  return nativePart(text === '' ? others : { ...others, text }, at);
}

function assistant(parts: Part[]): Message {
  const { text, parts: several, extra } = contentOf(parts);
  const message = bareMessage('assistant', text, several);
  if (extra) keep(message.metadata, 'text_part', extra);
  return message;
}

function joined(before: Part[], item: JsonObject, at: string): Message {
  const { content } = item;
  const list = typeof content === 'string' ? [content] : Array.isArray(content) ? content : [];
  const parts = list.map((part, index) => nativePart(part, `${at}.content[${index}]`));
  const [message] = chatMessage({ ...withoutType(item), content: '' }, at);
  const read = assistant([...before, ...parts]);
  return message ? { ...message, text: read.text, parts: read.parts } : read;
}

/** Every item of the kind has this type; it says nothing. */
function withoutType({ type, ...item }: JsonObject): JsonObject {
  return type === 'message' || type === undefined ? item : { ...item, type };
}

function toolMessage(item: JsonObject, at: string): Message {
  const { type: _type, output, call_id, ...others } = item;
  const { text, parts } = resultContent(output, `${at}.output`);
  const message = bareMessage('tool', text, parts);
  message.metadata = withoutNothing({ tool_call_id: call_id, ...others });
  return message;
}
