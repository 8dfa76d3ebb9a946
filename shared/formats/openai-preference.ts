import type { Conversation } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { hasRoles } from './messages-evidence.ts';
import { objectIn, plainRecord } from './plain.ts';
import { preferencePair } from './preference-pair.ts';
import { Taken } from './taken.ts';
import { answerIn, joined, promptIn } from './training-turns.ts';

/**
 * Preferences in the OpenAI shape: `{input: {messages, tools}, preferred_output: [message], non_preferred_output: [message]}`.
 * The two outputs become candidates of one context, as {@link preferencePair} says; what stands beside the messages of the
 * input goes to the metadata of the conversation.
 */
export const openAiPreference = defineAdapter({
  name: 'openai-preference',
  title: 'OpenAI preferences',
  detect,
  convert,
});

function detect(record: unknown): Fit {
  if (!isObject(record) || !('preferred_output' in record && 'non_preferred_output' in record)) return NO_FIT;
  return hasRoles(objectIn(record.input)?.messages)
    ? { score: 0.98, because: 'input messages with preferred_output and non_preferred_output' }
    : { score: 0.6, because: 'preferred_output and non_preferred_output' };
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with input and two outputs', record);
  const input = objectIn(record.input) ?? wrong('$.input', 'an object with messages', record.input);
  const prompt = promptIn(input.messages, '$.input.messages');
  const chosen = joined(prompt, answerIn(record.preferred_output, '$.preferred_output'));
  const rejected = joined(prompt, answerIn(record.non_preferred_output, '$.non_preferred_output'));
  const fields = new Taken(record);
  fields.drop('input', 'preferred_output', 'non_preferred_output');
  const id = fields.id('id');
  const metadata = fields.rest('$');
  for (const [key, value] of Object.entries(input)) if (key !== 'messages') keep(metadata, key, value);
  return preferencePair({ id, chosen, rejected, metadata });
}
