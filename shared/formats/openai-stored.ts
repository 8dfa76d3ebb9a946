import { type Conversation, type Message, messageFace } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, type InnerRecord, NO_FIT } from './adapter.ts';
import { type Call, conversationOfCall, conversationWith, noAnswer, noPrompt } from './call.ts';
import { chatMessage } from './chat-message.ts';
import { wrong } from './fault.ts';
import { choicesOf } from './openai-call.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { usageOf } from './usage.ts';

/**
 * Completions stored by OpenAI, as its list endpoint pages them: `{object: "list", data, first_id, last_id, has_more}`.
 * They hold no prompts. The prompts are in the listings of `.../{completion_id}/messages`, which are joined where they are
 * in the same file: their entries are named after the completion (`chatcmpl-X-0`), or their page has a `completion_id`.
 */
export const openAiStored = defineAdapter({
  name: 'openai-stored',
  title: 'OpenAI stored completions',
  detect,
  unpack,
  convert: (record) => readStored([record]),
  gather: { key: keyOf, convert: readStored },
});

const isCompletion = (record: unknown): record is JsonObject =>
  isObject(record) &&
  Array.isArray(record.choices) &&
  textOr(record.object, '')?.startsWith('chat.completion') === true;

const ENTRY = /^(.+)-(\d{1,6})$/;

/** An entry of a messages listing: a message with the id of its completion and its place. */
const isEntry = (record: unknown): record is JsonObject =>
  isObject(record) &&
  typeof record.role === 'string' &&
  (typeof record.completion_id === 'string' || ENTRY.test(textOr(record.id) ?? '')) &&
  'content' in record;

const isPage = (record: unknown): record is JsonObject & { data: unknown[] } =>
  isObject(record) && record.object === 'list' && Array.isArray(record.data);

function detect(record: unknown): Fit {
  if (isPage(record)) {
    const { data } = record;
    if (data.some(isCompletion)) return { score: 0.97, because: 'a page of stored completions' };
    if (data.some(isEntry)) return { score: 0.95, because: 'a page of messages of a stored completion' };
    return data.length === 0 ? { score: 0.6, because: 'an empty page' } : NO_FIT;
  }
  if (isCompletion(record) && !('messages' in record) && !('request' in record))
    return { score: 0.9, because: 'a completion without its prompt' };
  if (isEntry(record) && (textOr(record.id) ?? '').startsWith('chatcmpl-'))
    return { score: 0.8, because: 'a message of a stored completion' };
  return NO_FIT;
}

function unpack(record: unknown): InnerRecord[] | null {
  if (!isPage(record)) return null;
  const owner = textOr(record.completion_id);
  return record.data.map((entry, index) => ({
    path: `$.data[${index}]`,
    record: owner !== null && isObject(entry) ? { completion_id: owner, ...entry } : entry,
  }));
}

function keyOf(record: unknown): string | null {
  if (isCompletion(record)) return textOr(record.id);
  if (!isEntry(record)) return null;
  return textOr(record.completion_id) ?? ENTRY.exec(textOr(record.id) ?? '')?.[1] ?? null;
}

function readStored(given: readonly unknown[]): Conversation[] {
  const records = given.map(plainRecord);
  const completion = records.find(isCompletion);
  const entries = records.filter(isEntry);
  if (!completion && entries.length === 0) return wrong('$', 'a chat completion with choices', records[0]);
  const prompt = promptOf(completion, entries);
  if (completion) return [conversationOfCall(storedCall(completion, prompt))];
  const last = prompt.at(-1);
  if (last?.role !== 'assistant')
    return noAnswer('$', 'the completion these messages belong to is not in the file');
  const conversation = conversationWith(prompt.slice(0, -1), [last]);
  conversation.externalId = keyOf(entries[0]);
  return [conversation];
}

const placeOf = (entry: JsonObject): number => Number(ENTRY.exec(textOr(entry.id) ?? '')?.[2] ?? 0);

function promptOf(completion: JsonObject | undefined, entries: readonly JsonObject[]): Message[] {
  // Pages that overlap list an entry twice.
  const known = [...new Map(entries.map((entry, index) => [textOr(entry.id) ?? index, entry])).values()];
  const placed = known.sort((one, other) => placeOf(one) - placeOf(other));
  const listed = placed.flatMap(({ completion_id: _owner, content_parts, ...entry }, index) =>
    chatMessage({ ...entry, content: content_parts ?? entry.content }, `$[${index}]`),
  );
  const inside = completion && Array.isArray(completion.messages) ? completion.messages : [];
  const own = inside.flatMap((message, index) => chatMessage(message, `$.messages[${index}]`));
  return listed.length > 0 ? listed : own;
}

function storedCall(completion: JsonObject, listed: Message[]): Call {
  const given = new Taken(completion);
  const answers = choicesOf(given.list('choices') ?? [], '$.choices');
  const faces = answers.map((answer) => JSON.stringify(messageFace(answer)));
  const last = listed.at(-1);
  // A listing may end with the answer itself.
  const repeats = last?.role === 'assistant' && faces.includes(JSON.stringify(messageFace(last)));
  const context = repeats ? listed.slice(0, -1) : listed;
  if (context.length === 0)
    return noPrompt('$', 'add the listing of its messages (.../{completion_id}/messages) to the file');
  const usage = given.object('usage');
  given.drop('object', 'messages');
  const call = {
    context,
    answers,
    id: given.id('id'),
    model: null,
    version: given.text('model'),
    createdAt: given.time('created'),
    usage: usage && usageOf(usage),
    request: {},
    response: {},
  };
  return { ...call, response: given.rest() };
}
