import type { Conversation } from '../domain/conversation.ts';
import { type RecordFault, Reject } from './fault.ts';

/** How well a record fits a format: 0 not at all, 1 certainly; `because` says in words what speaks for it. */
export interface Fit {
  score: number;
  because: string;
}

export const NO_FIT: Fit = { score: 0, because: '' };

/** A record found inside another, and the JSON path of its place there, such as `$.data[3]`. */
export interface InnerRecord {
  path: string;
  record: unknown;
}

export type ReadOutcome = { ok: true; conversations: Conversation[] } | { ok: false; fault: RecordFault };

/** One format transcripts come in: how to recognise a record of it, and how to read one. */
export interface Adapter {
  /** Name on the command line and in the project. */
  name: string;
  /** Name on the screen. */
  title: string;
  /** Looks at one parsed record. */
  detect(record: unknown): Fit;
  /** Reads one parsed record. The record is not changed, but parts of it may be shared with the result. */
  read(record: unknown): ReadOutcome;
  /** Only for formats in which one record may hold many: those in it, in order; null where this one is itself a record. */
  unpack?(record: unknown): InnerRecord[] | null;
  /** Only for formats that spread one conversation over several records. */
  gather?: Gather;
}

/** How the records of one conversation find each other, wherever in a file they stand. */
export interface Gather {
  /** What the records of one conversation have in common; null where a record stands alone and is read by itself. */
  key(record: unknown): string | null;
  /** Reads the records of one key, in the order they came in. */
  read(records: readonly unknown[]): ReadOutcome;
}

/**
 * Makes an adapter from a `convert` that throws {@link Reject} where a record does not hold; any other exception is a
 * programming error and passes through.
 */
export function defineAdapter({ convert, gather, ...definition }: Definition): Adapter {
  return {
    ...definition,
    read: (record) => outcomeOf(() => convert(record)),
    ...(gather && {
      gather: { key: gather.key, read: (records) => outcomeOf(() => gather.convert(records)) },
    }),
  };
}

interface Definition extends Omit<Adapter, 'read' | 'gather'> {
  convert(record: unknown): Conversation[];
  gather?: { key: Gather['key']; convert(records: readonly unknown[]): Conversation[] };
}

function outcomeOf(convert: () => Conversation[]): ReadOutcome {
  try {
    return { ok: true, conversations: convert() };
  } catch (error) {
    if (error instanceof Reject) return { ok: false, fault: error.fault };
    throw error;
  }
}
