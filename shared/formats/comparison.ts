import type { Conversation, Message } from '../domain/conversation.ts';
import { messageFace } from '../domain/conversation.ts';
import { bareConversation } from './bare.ts';
import { keep } from './fields.ts';

/** What a person said of one of two answers, as kept under `metadata.preference`. */
export type Preference = 'chosen' | 'rejected' | 'tie' | 'tie (bothbad)';

/** One of the two dialogues that were compared. */
export interface Side {
  /** What the two are told apart by in ids: `ID#name`. */
  name: string;
  model: string | null;
  messages: Message[];
  /** Null where nobody said which is better. */
  preference: Preference | null;
}

/**
 * Two dialogues that a person compared. Where they differ in nothing but the last answer, they are one context with two
 * candidates, in the order given. Otherwise they are two conversations, `ID#name` each, and each says in its metadata which the
 * other is (`counterpart`) and at which message they part (`parts_at`, counted from 0). What the person said is the
 * `preference` in the metadata of the last answer of each.
 */
export function comparison(id: string | null, sides: readonly [Side, Side]): Conversation[] {
  const [one, other] = sides;
  const answers = sides.map(answerOf);
  const differsAt = firstDifference(one.messages, other.messages);
  const last = one.messages.length - 1;
  if (
    one.messages.length === other.messages.length &&
    differsAt >= last &&
    last > 0 &&
    sides.every(isAnswered)
  ) {
    const conversation = bareConversation(one.messages.slice(0, -1));
    conversation.externalId = id;
    conversation.candidates = answers;
    return [conversation];
  }
  const idOf = ({ name }: Side): string | null => (id === null ? null : `${id}#${name}`);
  return sides.map((side, index) => {
    const answer = answers[index];
    const conversation = bareConversation([...side.messages.slice(0, -1), ...(answer ? [answer] : [])]);
    conversation.externalId = idOf(side);
    conversation.metadata = {
      counterpart: idOf(side === one ? other : one) ?? (side === one ? other : one).name,
      parts_at: differsAt,
    };
    return conversation;
  });
}

const isAnswered = ({ messages }: Side): boolean => messages.at(-1)?.role === 'assistant';

/** The last message of a side, with its model and what was said of it. */
function answerOf({ messages, model, preference }: Side): Message {
  const [last] = messages.slice(-1);
  if (!last) throw new RangeError('a side of a comparison has messages');
  const metadata = { ...last.metadata };
  if (preference !== null) keep(metadata, 'preference', preference);
  return { ...last, model: last.role === 'assistant' ? (last.model ?? model) : last.model, metadata };
}

/** Index of the first message in which they differ; their length where they do not. */
function firstDifference(one: readonly Message[], other: readonly Message[]): number {
  const at = one.findIndex((message, index) => {
    const counterpart = other[index];
    return !counterpart || JSON.stringify(messageFace(message)) !== JSON.stringify(messageFace(counterpart));
  });
  return at < 0 ? one.length : at;
}
