import type { Conversation } from '../domain/conversation.ts';
import { type RecordFault, Reject } from './fault.ts';

/** How well a record fits a format: 0 not at all, 1 certainly; `because` says in words what speaks for it. */
export interface Fit {
  score: number;
  because: string;
}

export const NO_FIT: Fit = { score: 0, because: '' };

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
}

/**
 * Makes an adapter from a `convert` that throws {@link Reject} where a record does not hold; any other exception is a
 * programming error and passes through.
 */
export function defineAdapter(
  definition: Omit<Adapter, 'read'> & { convert(record: unknown): Conversation[] },
): Adapter {
  const { name, title, detect, convert } = definition;
  return {
    name,
    title,
    detect,
    read(record) {
      try {
        return { ok: true, conversations: convert(record) };
      } catch (error) {
        if (error instanceof Reject) return { ok: false, fault: error.fault };
        throw error;
      }
    },
  };
}
