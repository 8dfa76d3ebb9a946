import type { Conversation, Message } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation, bareMessage } from './bare.ts';
import type { Preference } from './comparison.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';

/**
 * PandaLM's test set: `{idx, cmp_key, instruction, input, response1, response2, annotator1, ...}`, two answers to one
 * instruction and the better one by each annotator (1, 2, or 0 for a tie). Instruction and input, with a blank line between,
 * are the user's message. `cmp_key` names the two models. What each annotator said stays in the metadata of the conversation,
 * and what it says of an answer is `preferences` in the metadata of that answer.
 */
export const pandaLm = defineAdapter({ name: 'pandalm', title: 'PandaLM', detect, convert });

/** A text; an answer such as "true" or "12" stands in the data as that value. Null where it is neither. */
function textIn(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : null;
}

const annotators = (record: JsonObject): string[] =>
  Object.keys(record).filter((key) => /^annotator\d+$/.test(key));

const PARTS = ['instruction', 'response1', 'response2'];

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  if (PARTS.some((name) => textIn(record[name]) === null)) return NO_FIT;
  const isOwn = 'cmp_key' in record || annotators(record).length > 0;
  const more = isOwn ? ' with annotators or cmp_key' : '';
  return { score: isOwn ? 0.97 : 0.85, because: `instruction, response1 and response2${more}` };
}

/** What a vote says of the first and of the second answer. */
const VOTES: readonly (readonly [Preference, Preference])[] = [
  ['tie', 'tie'],
  ['chosen', 'rejected'],
  ['rejected', 'chosen'],
];

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with instruction, response1 and response2', record);
  const instruction = textIn(record.instruction) ?? wrong('$.instruction', 'text', record.instruction);
  const input = textIn(record.input ?? '') ?? wrong('$.input', 'text', record.input);
  const models = textOr(record.cmp_key, '')?.split('_') ?? [];
  const prompt = input === '' ? instruction : `${instruction}\n\n${input}`;
  const conversation = bareConversation([bareMessage('user', prompt, null)]);
  conversation.candidates = [0, 1].map((index) => answerOf(record, index, models));
  const fields = new Taken(record);
  fields.drop('instruction', 'input', 'response1', 'response2');
  conversation.externalId = fields.id('idx', 'id');
  conversation.useCase = fields.text('motivation_app');
  conversation.metadata = fields.rest('$');
  return [conversation];
}

function answerOf(record: JsonObject, index: number, models: readonly string[]): Message {
  const name = `response${index + 1}`;
  const text = textIn(record[name]) ?? wrong(`$.${name}`, 'text', record[name]);
  const message = bareMessage('assistant', text, null);
  message.model = models.length === 2 ? (models[index] ?? null) : null;
  const preferences: JsonObject = {};
  for (const annotator of annotators(record)) {
    const vote = record[annotator];
    const said = typeof vote === 'number' ? VOTES[vote]?.[index] : undefined;
    if (said !== undefined) preferences[annotator] = said;
  }
  if (Object.keys(preferences).length > 0) keep(message.metadata, 'preferences', preferences);
  return message;
}
