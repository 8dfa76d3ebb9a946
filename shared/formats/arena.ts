import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { comparison, type Preference, type Side } from './comparison.ts';
import { datasetTurns, hasTurns, takeLanguage } from './dataset-turns.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { oneSpelling } from './moderation.ts';
import { listIn, plainRecord } from './plain.ts';
import { Taken } from './taken.ts';

/**
 * Chatbot Arena: `{question_id, model_a, model_b, winner, judge, conversation_a, conversation_b}`, and its later forms with
 * `id`, and with `prompt`, `response_a` and `response_b` as lists in JSON text and `winner_model_a`, `winner_model_b`, `winner_tie`.
 * Two answers to one context are its candidates; where the dialogues part earlier they are two conversations, as
 * {@link comparison} says. The vote (`winner`, `judge`) stays in the metadata of the conversation, and what it says of each
 * answer is the `preference` in the metadata of that answer.
 */
export const arena = defineAdapter({ name: 'arena', title: 'Chatbot Arena', detect, convert });

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const { conversation_a, conversation_b } = record;
  const voted = 'winner' in record || 'winner_model_a' in record;
  if (hasTurns(listIn(conversation_a)) && hasTurns(listIn(conversation_b)))
    return {
      score: voted ? 0.97 : 0.85,
      because: `conversation_a and conversation_b${voted ? ' with winner' : ''}`,
    };
  if ('response_a' in record && 'response_b' in record && 'prompt' in record)
    return { score: voted ? 0.95 : 0.6, because: `response_a and response_b${voted ? ' with winner' : ''}` };
  return NO_FIT;
}

type Vote = readonly [a: Preference, b: Preference];

const VOTES: Readonly<Record<string, Vote>> = {
  model_a: ['chosen', 'rejected'],
  model_b: ['rejected', 'chosen'],
  tie: ['tie', 'tie'],
  'tie (bothbad)': ['tie (bothbad)', 'tie (bothbad)'],
  both_bad: ['tie (bothbad)', 'tie (bothbad)'],
};
/** The fields of the form that has one for each outcome, 0 or 1. */
const OUTCOMES = ['model_a', 'model_b', 'tie'];

function voteOf(record: JsonObject): Vote | null {
  const outcome = OUTCOMES.find(
    (name) => record[`winner_${name}`] === 1 || record[`winner_${name}`] === true,
  );
  const winner = typeof record.winner === 'string' ? record.winner : (outcome ?? '');
  return Object.hasOwn(VOTES, winner) ? (VOTES[winner] ?? null) : null;
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with conversation_a and conversation_b', record);
  const fields = new Taken(record);
  const vote = voteOf(record);
  const side = (name: 'a' | 'b'): Side => ({
    name,
    model: fields.text(`model_${name}`),
    messages: datasetTurns(turnsOf(record, name, fields), `$.conversation_${name}`),
    preference: vote ? vote[name === 'a' ? 0 : 1] : null,
  });
  const sides = [side('a'), side('b')] as const;
  const conversations = comparison(fields.id('question_id', 'id'), sides);
  const [main] = conversations;
  if (main) takeLanguage(main, fields);
  const createdAt = fields.time('tstamp', 'timestamp', 'created_at');
  const metadata = fields.rest('$');
  if ('openai_moderation' in metadata) metadata.openai_moderation = oneSpelling(metadata.openai_moderation);
  conversations.forEach((conversation, index) => {
    conversation.createdAt = createdAt;
    conversation.language = main?.language ?? null;
    if (conversations.length > 1) conversation.model = sides[index]?.model ?? null;
    const own = conversation.metadata;
    conversation.metadata = { ...metadata };
    for (const [key, value] of Object.entries(own)) keep(conversation.metadata, key, value);
  });
  return conversations;
}

/** The turns of one side. In the form with prompts and responses each response follows its prompt. */
function turnsOf(record: JsonObject, name: 'a' | 'b', fields: Taken): unknown {
  const turns = record[`conversation_${name}`];
  if (turns !== undefined && turns !== null) {
    fields.drop(`conversation_${name}`);
    return turns;
  }
  const prompts = textsOf(record.prompt, '$.prompt');
  const answers = textsOf(record[`response_${name}`], `$.response_${name}`);
  fields.drop('prompt', `response_${name}`);
  return Array.from({ length: Math.max(prompts.length, answers.length) }, (_, index) => [
    ...(index < prompts.length ? [{ role: 'user', content: prompts[index] ?? '' }] : []),
    ...(index < answers.length ? [{ role: 'assistant', content: answers[index] ?? '' }] : []),
  ]).flat();
}

/** Texts, or a list of them in JSON text, or one text; null, where nothing was answered, is an empty one. */
function textsOf(value: unknown, at: string): readonly (string | null)[] {
  const list = listIn(value) ?? [value];
  return list.map((entry, index) =>
    entry === null || typeof entry === 'string' ? entry : wrong(`${at}[${index}]`, 'text', entry),
  );
}
