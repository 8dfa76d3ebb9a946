import { setImmediate as breath } from 'node:timers/promises';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count, eachList, type Parameter } from '../db/statements.ts';

/** Conversations read at a stretch; between two of them others are let in, and a cancel is seen. */
const STRETCH = 50_000;

/** Who waits for a look at all conversations. */
export interface Waiting {
  signal: AbortSignal;
  /** Told how many conversations were looked at, and of how many. */
  tick(done: number, total: number): void;
}

/** Nobody: what is read is small, or nothing can be told. */
export const NOBODY: Waiting = { signal: new AbortController().signal, tick: () => undefined };

/**
 * Rows of a query over conversations, in the order of their ids, stretch by stretch. The last two parameters of the query are the first
 * and last row id of a stretch. @throws Fault CANCELLED
 */
export async function eachInStretches<Row extends readonly unknown[]>(
  db: ReadConnection,
  { sql, parameters }: { sql: string; parameters: readonly Parameter[] },
  { signal, tick }: Waiting,
  take: (row: Row) => void,
): Promise<void> {
  const last = count(db, 'SELECT coalesce(max(id), 0) AS n FROM conversation');
  for (let from = 1; from <= last; from += STRETCH) {
    const to = Math.min(last, from + STRETCH - 1);
    for (const row of eachList<Row>(db, sql, ...parameters, from, to)) take(row);
    tick(to, last);
    await breath();
    if (signal.aborted) throw new Fault('CANCELLED', 'The counting of the answers was cancelled.');
  }
}
