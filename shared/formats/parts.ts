import type { Part } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { wrong } from './fault.ts';
import { checkDepth } from './fields.ts';

const isPart = (value: unknown): value is Part => isObject(value) && typeof value.type === 'string';

/** Part type -> the field that holds text a person reads. */
const READABLE: Readonly<Record<string, string>> = {
  text: 'text',
  input_text: 'text',
  output_text: 'text',
  refusal: 'refusal',
};

/** The readable text of a list of parts: its text parts (a refusal is one) joined by a blank line. */
export function textOfParts(parts: readonly Part[]): string {
  const texts: string[] = [];
  for (const part of parts) {
    const field = Object.hasOwn(READABLE, part.type) ? READABLE[part.type] : undefined;
    const text = field === undefined ? undefined : part[field];
    if (typeof text === 'string' && text !== '') texts.push(text);
  }
  return texts.join('\n\n');
}

/** A list of parts, checked; a bare text in it counts as a text part. */
export function readParts(list: readonly unknown[], at: string): Part[] {
  return list.map((entry, index) => {
    if (typeof entry === 'string') return { type: 'text', text: entry };
    if (!isPart(entry)) return wrong(`${at}[${index}]`, 'a part: an object with a type', entry);
    checkDepth(entry, `${at}[${index}]`);
    return entry;
  });
}
