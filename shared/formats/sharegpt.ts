import type { Conversation, Message, Part, Role } from '../domain/conversation.ts';
import { isObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation, bareMessage } from './bare.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, collectMetadata, keep, optionalId } from './fields.ts';
import { preferencePair } from './preference-pair.ts';
import { parseRecord } from './record.ts';

interface Speaker {
  role: Role;
  /** True where the name says which product answered. */
  product?: true;
}

/** Who speaks, by the names found in ShareGPT files. */
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  human: { role: 'user' },
  user: { role: 'user' },
  gpt: { role: 'assistant' },
  assistant: { role: 'assistant' },
  bing: { role: 'assistant', product: true },
  chatgpt: { role: 'assistant', product: true },
  bard: { role: 'assistant', product: true },
  system: { role: 'system' },
  tool: { role: 'tool' },
  observation: { role: 'tool' },
  function_call: { role: 'assistant' },
};

const TURN_FIELDS = new Set(['from', 'value']);
const isNamedOfTurn = (key: string): boolean => TURN_FIELDS.has(key);

/**
 * ShareGPT and LLaMA-Factory: `{"conversations":[{"from","value"}]}`, optionally with `system` beside it. Preference rows have
 * `chosen` and `rejected`, a turn each: candidates of one context, as {@link preferencePair} says. The `kto_tag` of a row is the
 * `label` in the metadata of its answer.
 */
export const shareGpt = defineAdapter({
  name: 'sharegpt',
  title: 'ShareGPT',
  detect,
  convert,
});

function detect(record: unknown): Fit {
  if (!isObject(record) || !Array.isArray(record.conversations)) return NO_FIT;
  const turns: unknown[] = record.conversations;
  if (turns.length === 0) return { score: 0.6, because: 'an empty list of conversations' };
  const fitting = turns.filter((turn) => isObject(turn) && 'from' in turn && 'value' in turn).length;
  if (fitting === 0) return NO_FIT;
  const isPair = isTurn(record.chosen) && isTurn(record.rejected);
  return {
    score: 0.95,
    because: `conversations of from and value${isPair ? ', with chosen and rejected' : ''}`,
  };
}

const isTurn = (value: unknown): boolean => isObject(value) && 'from' in value && 'value' in value;

function convert(record: unknown): Conversation[] {
  const conversation = readConversation(record);
  if (!isObject(record) || !isTurn(record.chosen) || !isTurn(record.rejected)) return [conversation];
  const { messages, externalId, model, metadata } = conversation;
  const { chosen: _chosen, rejected: _rejected, ...rest } = metadata;
  const pair = preferencePair({
    id: externalId,
    chosen: [...messages, readTurn(record.chosen, '$.chosen')],
    rejected: [...messages, readTurn(record.rejected, '$.rejected')],
    metadata: rest,
  });
  return pair.map((one) => ({ ...one, model }));
}

function readConversation(record: unknown): Conversation {
  if (!isObject(record)) return wrong('$', 'an object with conversations', record);
  const turns = record.conversations;
  if (!Array.isArray(turns)) return wrong('$.conversations', 'a list of turns', turns);
  if (turns.length === 0) throw new Reject('$.conversations', 'The list is empty; a conversation has turns.');
  const { system, model } = record;
  const messages: Message[] = [];
  const systemFirst = typeof system === 'string' && system !== '';
  if (systemFirst) messages.push(bareMessage('system', system, null));
  for (let index = 0; index < turns.length; index++)
    messages.push(readTurn(turns[index], `$.conversations[${index}]`));
  const answer = typeof record.kto_tag === 'boolean' ? (messages.at(-1) ?? null) : null;
  if (answer) keep(answer.metadata, 'label', record.kto_tag);
  const isNamed = (key: string): boolean =>
    key === 'id' ||
    key === 'conversations' ||
    (key === 'system' && systemFirst) ||
    (key === 'model' && typeof model === 'string') ||
    (key === 'kto_tag' && answer !== null);
  const conversation = bareConversation(messages);
  conversation.externalId = optionalId(record, 'id', '$');
  conversation.model = textOr(model);
  conversation.metadata = collectMetadata(record, isNamed, '$');
  return conversation;
}

function readTurn(turn: unknown, at: string): Message {
  if (!isObject(turn)) return wrong(at, 'a turn: an object with from and value', turn);
  const { from, value } = turn;
  const name = typeof from === 'string' ? from.toLowerCase() : '';
  const speaker = Object.hasOwn(SPEAKERS, name) ? SPEAKERS[name] : undefined;
  if (!speaker) return wrong(`${at}.from`, `one of ${Object.keys(SPEAKERS).join(', ')}`, from);
  if (typeof value !== 'string') return wrong(`${at}.value`, 'text', value);
  const call = name === 'function_call' ? [callPart(value, `${at}.value`)] : null;
  const read = bareMessage(speaker.role, call ? '' : value, call);
  if (speaker.product) read.model = name;
  read.metadata = collectMetadata(turn, isNamedOfTurn, at);
  return read;
}

/** A function call is JSON text; where it is not, the text itself is kept in the part. */
function callPart(value: string, at: string): Part {
  const parsed = parseRecord(value);
  const part: Part = { type: 'tool_call' };
  if (!parsed.ok || !isObject(parsed.value)) return { ...part, value };
  checkDepth(parsed.value, at);
  for (const [key, entry] of Object.entries(parsed.value)) keep(part, key, entry);
  return part;
}
