import type { Message, Part } from '../../domain/conversation.ts';
import { isObject } from '../../domain/json.ts';
import { parseRecord } from '../record.ts';

/** A message as TRL's conversational formats have it. */
export interface TrlMessage {
  role: string;
  content: string;
  tool_calls?: { type: 'function'; function: { name: string; arguments: unknown } }[];
}

/** Parts that can be written, or left out without loss to the trainer. */
const WRITABLE = new Set([
  'text',
  'input_text',
  'output_text',
  'refusal',
  'tool_call',
  'tool_result',
  'reasoning',
]);

/** The context as a list of TRL messages, or null where it holds content that is not text. */
export function trlMessages(context: readonly Message[]): TrlMessage[] | null {
  const isWritable = context.every(({ parts }) => parts?.every(({ type }) => WRITABLE.has(type)) ?? true);
  return isWritable ? context.map(trlMessage) : null;
}

export const answerMessage = (text: string): TrlMessage => ({ role: 'assistant', content: text });

function trlMessage({ role, text, parts }: Message): TrlMessage {
  const calls = (parts ?? []).filter(({ type }) => type === 'tool_call').map(toolCall);
  return {
    // `developer` is a name of one vendor for what chat templates call the system message.
    role: role === 'developer' ? 'system' : role,
    content: text === '' ? toolResults(parts ?? []) : text,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}

/** TRL wants the arguments as an object; logs often hold them as JSON text. */
function toolCall(part: Part): NonNullable<TrlMessage['tool_calls']>[number] {
  const given = part.arguments;
  const parsed = typeof given === 'string' ? parseRecord(given) : null;
  const meant = parsed?.ok && isObject(parsed.value) ? parsed.value : (given ?? {});
  return {
    type: 'function',
    function: { name: typeof part.name === 'string' ? part.name : '', arguments: meant },
  };
}

const toolResults = (parts: readonly Part[]): string =>
  parts
    .filter(({ type, content }) => type === 'tool_result' && content !== undefined)
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
    .join('\n\n');
