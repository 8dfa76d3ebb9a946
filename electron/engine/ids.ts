import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Where time and ids come from; fixed in tests. */
export interface Source {
  /** UTC milliseconds since 1970. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
}

const RANDOM_BYTES = 16;
const pool = new Uint8Array(RANDOM_BYTES * 256);
let used = pool.length;

/** Random bytes for one id, drawn from the system 256 ids at a time: asking for each costs more than storing a row. */
function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}

export const systemSource: Source = { now: () => Date.now(), newId: () => v7({ random: randomBytes() }) };

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
