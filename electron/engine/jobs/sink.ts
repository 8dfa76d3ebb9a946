import type { ReadConnection } from '../db/connection.ts';
import { count } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import type { Additions } from '../store/additions.ts';
import type { PackedConversations } from '../store/packed.ts';
import type { NewFault } from '../store/quarantine.ts';

/** Where what an import takes in goes: to the writer, or nowhere. */
export interface Sink {
  /** False where nothing is stored, and row ids are made up. */
  readonly stores: boolean;
  /** True for the row id of a conversation that is really there. */
  holds(id: number): boolean;
  /** Gives back the first conversation's row id; those of the others follow it. */
  conversations(batch: number, pack: PackedConversations, faults: NewFault[]): Promise<number>;
  aliases(batch: number, aliases: { name: string; conversation: number }[]): Promise<void>;
  additions(batch: number, additions: Additions): Promise<void>;
  index(hashes: Uint8Array, ids: number[]): Promise<void>;
}

export const writing = ({ act }: JobContext): Sink => ({
  stores: true,
  holds: () => true,
  conversations: (batch, pack, faults) =>
    act('batch.conversations', { batch, pack, faults }, [pack.text.buffer, pack.places.buffer]),
  aliases: async (batch, aliases) => {
    await act('batch.aliases', { batch, aliases });
  },
  additions: async (batch, additions) => {
    await act('batch.additions', { batch, ...additions });
  },
  index: async (hashes, ids) => {
    await act('batch.index', { hashes, ids });
  },
});

/** Counts, and stores nothing. */
export function trying(db: ReadConnection): Sink {
  const first = firstMadeUp(db);
  let next = first;
  return {
    stores: false,
    holds: (id) => id < first,
    conversations: async (_batch, { hashes }) => {
      next += hashes.length / 32;
      return next - hashes.length / 32;
    },
    aliases: async () => undefined,
    additions: async () => undefined,
    index: async () => undefined,
  };
}

/** The least row id that no conversation has. */
const firstMadeUp = (db: ReadConnection): number =>
  count(db, 'SELECT coalesce(max(id), 0) + 1 AS n FROM conversation');
