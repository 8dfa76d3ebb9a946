import type { Adapter, InnerRecord, ReadOutcome } from './adapter.ts';
import { type RecordFault, Reject } from './fault.ts';

/** What one record, or a record found inside one, came to. */
export type Reading = InnerRecord &
  (
    | { outcome: ReadOutcome }
    /** Belongs to a conversation that is spread over several records: this is what they have in common. */
    | { key: string }
  );

const ALONE = { key: null };
const TOO_DEEP: RecordFault = {
  code: 'NESTED_TOO_DEEP',
  path: '$',
  reason: 'It is nested so deep that it cannot be read.',
};
const without = (reason: string): ReadOutcome => ({
  ok: false,
  fault: { code: 'NO_CONVERSATION', path: '$', reason },
});
const NOTHING = without('There is no conversation in it.');
const HOLDS_NOTHING = without('It is a list of records, and it is empty.');

/**
 * Reads one parsed record with an adapter: the records in it, one by one, or it itself. Each gives conversations, or a fault
 * whose path begins at the parsed record, or the key of the group it belongs to.
 */
export function readings(adapter: Adapter, record: unknown): Iterable<Reading> {
  // Most formats know neither; their records are spared what it takes to look through a list.
  return adapter.unpack ? unpacked(adapter, record) : [readOne(adapter, { path: '$', record })];
}

function* unpacked(adapter: Adapter, record: unknown): Generator<Reading> {
  const found = guarded(() => ({ inner: adapter.unpack?.(record) ?? null }));
  if ('fault' in found) yield { path: '$', record, outcome: { ok: false, fault: found.fault } };
  else if (found.inner === null) yield readOne(adapter, { path: '$', record });
  else if (found.inner.length === 0) yield { path: '$', record, outcome: HOLDS_NOTHING };
  else for (const one of found.inner) yield readOne(adapter, one);
}

/** Reads the records of one conversation, in the order they came in. */
export const readGroup = (adapter: Adapter, records: readonly unknown[]): ReadOutcome =>
  checked(() => adapter.gather?.read(records) ?? NOTHING);

function readOne(adapter: Adapter, { path, record }: InnerRecord): Reading {
  const { gather } = adapter;
  const found = gather ? guarded(() => ({ key: gather.key(record) })) : ALONE;
  if ('key' in found && found.key !== null) return { path, record, key: found.key };
  const outcome: ReadOutcome =
    'fault' in found ? { ok: false, fault: found.fault } : checked(() => adapter.read(record));
  return {
    path,
    record,
    outcome: outcome.ok || path === '$' ? outcome : { ok: false, fault: within(path, outcome.fault) },
  };
}

/** `$.messages[1]` of the record at `$.data[3]` is `$.data[3].messages[1]`. */
const within = (path: string, inner: RecordFault): RecordFault => ({
  ...inner,
  path: `${path}${inner.path.slice(1)}`,
});

function checked(read: () => ReadOutcome): ReadOutcome {
  const outcome = guarded(() => ({ read: read() }));
  if ('fault' in outcome) return { ok: false, fault: outcome.fault };
  return outcome.read.ok && outcome.read.conversations.length === 0 ? NOTHING : outcome.read;
}

/** A record that is refused, or nested deeper than the stack reaches, must not end the import. */
function guarded<Value extends object>(work: () => Value): Value | { fault: RecordFault } {
  try {
    return work();
  } catch (error) {
    if (error instanceof Reject) return { fault: error.fault };
    if (error instanceof RangeError) return { fault: TOO_DEEP };
    throw error;
  }
}
