/** A statement slower than this, in milliseconds, is worth a look. */
const SLOW_MS = 20;
const KEPT = 200;

export interface SlowStatement {
  sql: string;
  ms: number;
}

const slow: SlowStatement[] = [];

/** Notes a statement that took long; the newest 200 are kept in memory, and printed where TOUCHSTONE_SLOW_LOG is set. */
export function noteDuration(sql: string, ms: number): void {
  if (ms < SLOW_MS) return;
  slow.push({ sql, ms });
  if (slow.length > KEPT) slow.shift();
  if (process.env.TOUCHSTONE_SLOW_LOG)
    process.stderr.write(`slow ${ms.toFixed(1)} ms: ${sql.replace(/\s+/g, ' ').slice(0, 200)}\n`);
}

export const slowStatements = (): readonly SlowStatement[] => slow;
