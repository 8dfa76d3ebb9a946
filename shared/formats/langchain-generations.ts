import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { chatMessage } from './chat-message.ts';
import { keep } from './fields.ts';
import { withoutNothing } from './taken.ts';

/**
 * The generations of a LangChain model run: `[[{text, message, generation_info}]]`, a list of alternatives for each prompt,
 * of which a run has one; older ones are one list deep.
 */
export function generations(list: readonly unknown[], at: string): Message[] {
  const nested = Array.isArray(list[0]);
  const alternatives: readonly unknown[] = Array.isArray(list[0]) ? list[0] : list;
  return alternatives
    .filter(isObject)
    .map((one, index) => generation(one, `${at}${nested ? '[0]' : ''}[${index}]`));
}

function generation(given: JsonObject, at: string): Message {
  const { text, message, generation_info, generationInfo, type: _type, ...others } = given;
  const read = isObject(message)
    ? (chatMessage(message, `${at}.message`, 'assistant')[0] ?? bareMessage('assistant', '', null))
    : bareMessage('assistant', typeof text === 'string' ? text : '', null);
  const info = generation_info ?? generationInfo;
  for (const [key, value] of Object.entries(withoutNothing(isObject(info) ? info : {})))
    if (!Object.hasOwn(read.metadata, key)) keep(read.metadata, key, value);
  for (const [key, value] of Object.entries(withoutNothing(others))) keep(read.metadata, key, value);
  return read;
}
