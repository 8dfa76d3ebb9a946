import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation } from './bare.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { plainRecord } from './plain.ts';
import { preferencePair } from './preference-pair.ts';
import { Taken } from './taken.ts';
import { answerIn, joined, kindOf, promptIn } from './training-turns.ts';

/**
 * Rows of training sets as TRL takes them: `{prompt, completion}`, with `label` for KTO, and `{prompt, chosen, rejected}`, each
 * a text or a list of messages; also `{chosen, rejected}` with the prompt in both, and Axolotl's `{messages, chosen, rejected}`.
 * Chosen and rejected become candidates of one context, as {@link preferencePair} says; a `label` is in the metadata of its answer.
 * `{messages}` alone is `openai-messages`.
 */
export const trl = defineAdapter({ name: 'trl', title: 'TRL training rows', detect, convert });

const OWN = new Set(['id', 'prompt', 'completion', 'label', 'chosen', 'rejected', 'metadata']);

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const isOwn = Object.keys(record).every((key) => OWN.has(key));
  return pairFit(record, isOwn) ?? completionFit(record, isOwn) ?? NO_FIT;
}

function pairFit(record: JsonObject, isOwn: boolean): Fit | null {
  const chosen = kindOf(record.chosen);
  if (chosen === null || chosen !== kindOf(record.rejected)) return null;
  const prompt = kindOf(promptOf(record).value);
  if (chosen === 'messages')
    return {
      score: prompt === null ? 0.9 : 0.97,
      because: `${prompt === null ? '' : 'a prompt with '}chosen and rejected messages`,
    };
  if (prompt === null) return null;
  return { score: isOwn ? 0.93 : 0.85, because: 'a prompt with a chosen and a rejected text' };
}

function completionFit(record: JsonObject, isOwn: boolean): Fit | null {
  const kinds = [kindOf(record.prompt), kindOf(record.completion)];
  if (kinds.includes(null)) return null;
  if (kinds.includes('messages'))
    return { score: kinds.includes('text') ? 0.85 : 0.97, because: 'a prompt with completion messages' };
  // Tables of questions and answers have such columns too, and others that a mapping makes more of.
  return isOwn
    ? { score: 0.9, because: 'a prompt with its completion' }
    : { score: 0.35, because: 'a prompt with its completion, among fields that training rows do not have' };
}

/** Where the prompt stands. In Axolotl's form chosen and rejected are one message each, and the prompt is `messages`. */
function promptOf(record: JsonObject): { value: unknown; name: string } {
  const name = (record.prompt ?? null) === null && isObject(record.chosen) ? 'messages' : 'prompt';
  return { value: record[name], name };
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with a prompt and what follows it', record);
  return 'chosen' in record || 'rejected' in record ? convertPair(record) : [convertCompletion(record)];
}

function convertPair(record: JsonObject): Conversation[] {
  const { value, name } = promptOf(record);
  const chosen = answerIn(record.chosen, '$.chosen');
  const rejected = answerIn(record.rejected, '$.rejected');
  const isWithin = [chosen, rejected].every((messages) => messages.length > 1);
  const prompt = isWithin && (value ?? null) === null ? [] : promptIn(value, `$.${name}`);
  const fields = new Taken(record);
  fields.drop(name, 'chosen', 'rejected');
  return preferencePair({
    id: fields.id('id', 'prompt_id'),
    chosen: joined(prompt, chosen),
    rejected: joined(prompt, rejected),
    metadata: fields.rest('$'),
  });
}

function convertCompletion(record: JsonObject): Conversation {
  const answer = answerIn(record.completion, '$.completion');
  const prompt = promptIn(record.prompt, '$.prompt');
  const fields = new Taken(record);
  fields.drop('prompt', 'completion', 'label');
  const conversation = bareConversation(joined(prompt, answer));
  conversation.externalId = fields.id('id');
  conversation.metadata = fields.rest('$');
  const [last] = answer.slice(-1);
  if (last && (record.label ?? null) !== null) keep(last.metadata, 'label', record.label);
  return conversation;
}
