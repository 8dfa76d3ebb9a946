import type { Conversation, Message, Role } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareMessage } from './bare.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { plainRecord } from './plain.ts';
import { preferencePair } from './preference-pair.ts';
import { Taken } from './taken.ts';

/**
 * hh-rlhf: `{chosen, rejected}`, two dialogues as one text each, turns beginning with `Human:` or `Assistant:` after a blank
 * line. White space around a turn belongs to this framing and is left out; text before the first turn is kept under
 * `metadata.before_first_turn`. Where the dialogues differ only in the last answer, both answers are candidates; otherwise they
 * are two conversations, as {@link preferencePair} says.
 */
export const hhRlhf = defineAdapter({ name: 'hh-rlhf', title: 'hh-rlhf', detect, convert });

const TURN = /(?:^|\r?\n\r?\n)(Human|Assistant):/;
const SPEAKERS: Readonly<Record<string, Role>> = { Human: 'user', Assistant: 'assistant' };

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const { chosen, rejected } = record;
  if (typeof chosen !== 'string' || typeof rejected !== 'string') return NO_FIT;
  const fitting = [chosen, rejected].filter((text) => TURN.test(text)).length;
  return fitting === 0
    ? NO_FIT
    : { score: fitting === 2 ? 0.96 : 0.6, because: 'chosen and rejected with Human: and Assistant: turns' };
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with chosen and rejected', record);
  const chosen = dialogue(record.chosen, '$.chosen');
  const rejected = dialogue(record.rejected, '$.rejected');
  const fields = new Taken(record);
  fields.drop('chosen', 'rejected');
  const id = fields.id('id');
  const metadata = fields.rest('$');
  const before = { chosen: chosen.before, rejected: rejected.before };
  if (before.chosen !== '' || before.rejected !== '') keep(metadata, 'before_first_turn', before);
  return preferencePair({ id, chosen: chosen.messages, rejected: rejected.messages, metadata });
}

interface Dialogue {
  /** Text before the first turn. */
  before: string;
  messages: Message[];
}

function dialogue(text: unknown, at: string): Dialogue {
  if (typeof text !== 'string') return wrong(at, 'a dialogue as text', text);
  // Splitting by a pattern with a group gives the text before, then name and text of each turn.
  const [before = '', ...turns] = text.split(TURN);
  const messages: Message[] = [];
  for (let index = 0; index + 1 < turns.length; index += 2)
    messages.push(bareMessage(SPEAKERS[turns[index] ?? ''] ?? 'user', (turns[index + 1] ?? '').trim(), null));
  if (messages.length === 0)
    throw new Reject(at, 'No turn begins with Human: or Assistant: after a blank line.', 'NO_CONVERSATION');
  return { before: before.trim(), messages };
}
