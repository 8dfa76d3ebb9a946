import type { Conversation } from '../../shared/domain/conversation.ts';
import type { Adapter, ReadOutcome } from '../../shared/formats/adapter.ts';
import { adapterNamed } from '../../shared/formats/registry.ts';

/** What an adapter makes of the records of a file: containers unpacked, records of one conversation gathered. */
export function readAll(adapter: Adapter, records: readonly unknown[]): ReadOutcome[] {
  const inner = records.flatMap((record) => adapter.unpack?.(record)?.map((one) => one.record) ?? [record]);
  const groups = new Map<string, unknown[]>();
  const outcomes: ReadOutcome[] = [];
  for (const record of inner) {
    const key = adapter.gather?.key(record) ?? null;
    if (key === null) outcomes.push(adapter.read(record));
    else groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  for (const group of groups.values()) if (adapter.gather) outcomes.push(adapter.gather.read(group));
  return outcomes;
}

/** The conversations in the records; a record that is refused fails the test. */
export function conversationsIn(adapter: Adapter, ...records: unknown[]): Conversation[] {
  return readAll(adapter, records).flatMap((outcome) => {
    if (!outcome.ok) throw new Error(`${outcome.fault.path}: ${outcome.fault.reason}`);
    return outcome.conversations;
  });
}

export function conversationIn(adapter: Adapter, ...records: unknown[]): Conversation {
  const [conversation, ...others] = conversationsIn(adapter, ...records);
  if (!conversation || others.length > 0)
    throw new Error(`${others.length + 1} conversations instead of one`);
  return conversation;
}

/** Code, place and reason of why the records were refused, or `read`. */
export function faultIn(adapter: Adapter, ...records: unknown[]): string {
  const [outcome] = readAll(adapter, records);
  return !outcome || outcome.ok
    ? 'read'
    : `${outcome.fault.code} ${outcome.fault.path} ${outcome.fault.reason}`;
}

/** Role and text of each message, candidates after a bar. */
export const turns = ({ messages, candidates }: Conversation): string[] => [
  ...messages.map(({ role, text }) => `${role}: ${text}`),
  ...candidates.map(({ role, text }) => `| ${role}: ${text}`),
];

/** The adapter of this name. */
export function adapter(name: string) {
  const found = adapterNamed(name);
  if (!found) throw new Error(`no adapter ${name}`);
  return found;
}
