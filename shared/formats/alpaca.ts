import type { Conversation, Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation, bareMessage } from './bare.ts';
import { Reject, wrong } from './fault.ts';
import { keep, optionalText } from './fields.ts';
import { listIn, plainRecord } from './plain.ts';
import { preferencePair } from './preference-pair.ts';
import { Taken } from './taken.ts';

/**
 * Alpaca: `{instruction, input, output}`, with `system` and `history` (pairs of question and answer) in LLaMA-Factory's form, and
 * `chosen` and `rejected` in place of `output` in its preference form. Instruction and input, with a blank line between, are the
 * user's message. A `kto_tag` is in the metadata of its answer.
 */
export const alpaca = defineAdapter({ name: 'alpaca', title: 'Alpaca', detect, convert });

const TURNS = ['instruction', 'input', 'output', 'system', 'history', 'chosen', 'rejected'];
const OWN = new Set([...TURNS, 'kto_tag', 'id', 'text', 'metadata']);

function detect(record: unknown): Fit {
  if (!isObject(record) || typeof record.instruction !== 'string') return NO_FIT;
  const isPair = isAnswer(record.chosen) && isAnswer(record.rejected);
  if (!isPair && !isAnswer(record.output)) return NO_FIT;
  const answers = isPair ? 'chosen and rejected' : 'output';
  if (isPair || Object.keys(record).every((key) => OWN.has(key)))
    return { score: 'input' in record ? 0.94 : 0.88, because: `instruction with ${answers}` };
  // Tables of questions and answers have such columns too, and others that a mapping makes more of.
  return { score: 0.35, because: 'instruction with output, among fields that Alpaca does not have' };
}

const isAnswer = (value: unknown): boolean => typeof value === 'string';

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with instruction and output', record);
  const context = contextOf(record);
  const fields = new Taken(record);
  const id = fields.id('id');
  if ('chosen' in record || 'rejected' in record) {
    const chosen = [...context, answerIn(record, 'chosen')];
    const rejected = [...context, answerIn(record, 'rejected')];
    fields.drop(...TURNS.filter((name) => name !== 'output'));
    return preferencePair({ id, chosen, rejected, metadata: fields.rest('$') });
  }
  const answer = answerIn(record, 'output');
  fields.drop(...TURNS, 'kto_tag');
  const conversation = bareConversation([...context, answer]);
  conversation.externalId = id;
  conversation.metadata = fields.rest('$');
  if ((record.kto_tag ?? null) !== null) keep(answer.metadata, 'kto_tag', record.kto_tag);
  return [conversation];
}

function answerIn(record: JsonObject, name: string): Message {
  const text = optionalText(record, name, '$');
  if (text === null) throw new Reject(`$.${name}`, 'There is no answer.', 'NO_ANSWER');
  return bareMessage('assistant', text, null);
}

/** All that stands before the answer. */
function contextOf(record: JsonObject): Message[] {
  const system = optionalText(record, 'system', '$') ?? '';
  const texts = ['instruction', 'input'].map((name) => optionalText(record, name, '$') ?? '');
  const prompt = texts.filter((text) => text !== '').join('\n\n');
  if (prompt === '')
    throw new Reject('$.instruction', 'There is no prompt before the answer.', 'PROMPT_ABSENT');
  return [
    ...(system === '' ? [] : [bareMessage('system', system, null)]),
    ...historyOf(record.history),
    bareMessage('user', prompt, null),
  ];
}

/** Earlier turns, a pair of texts each: what was asked, what was answered. */
function historyOf(value: unknown): Message[] {
  if (value === undefined || value === null || value === '') return [];
  const list = listIn(value) ?? wrong('$.history', 'a list of pairs of question and answer', value);
  return list.flatMap((pair, index) => {
    const [asked, answered, ...others]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof asked !== 'string' || typeof answered !== 'string' || others.length > 0)
      return wrong(`$.history[${index}]`, 'a pair of texts, question and answer', pair);
    return [bareMessage('user', asked, null), bareMessage('assistant', answered, null)];
  });
}
