import type { Conversation, Message } from '../../shared/domain/conversation.ts';
import type { Adapter, ReadOutcome } from '../../shared/formats/adapter.ts';
import type { RecordFault } from '../../shared/formats/fault.ts';

function conversationsIn(outcome: ReadOutcome): Conversation[] {
  if (!outcome.ok) throw new Error(`${outcome.fault.path}: ${outcome.fault.reason}`);
  return outcome.conversations;
}

/** The conversations of a record, which must be readable. */
export const read = (adapter: Adapter, record: unknown): Conversation[] =>
  conversationsIn(adapter.read(record));

/** The conversations of records that belong together. */
export function gathered(adapter: Adapter, records: readonly unknown[]): Conversation[] {
  if (!adapter.gather) throw new Error(`${adapter.name} gathers nothing`);
  return conversationsIn(adapter.gather.read(records));
}

/** Why a record is refused, which it must be. */
export function faultOf(adapter: Adapter, record: unknown): RecordFault {
  const outcome = adapter.read(record);
  if (outcome.ok) throw new Error('it was read');
  return outcome.fault;
}

/** Role and text of messages, one line each. */
export const lines = (messages: readonly Message[]): string[] =>
  messages.map(({ role, text }) => `${role}: ${text}`);

/** The one message of this id among all candidates and messages. */
export function messageOf(conversations: readonly Conversation[], id: string): Message {
  for (const { messages, candidates } of conversations)
    for (const message of [...candidates, ...messages]) if (message.id === id) return message;
  throw new Error(`no message ${id}`);
}
