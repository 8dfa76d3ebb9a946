import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How dear one try is: scrypt's N, r and p. 32 MiB, about a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const base64 = z.string().max(200);

/** A PIN as it is kept: never itself, only what it can be checked by, and the tries since it was last given rightly. */
export const storedPin = z.object({
  salt: base64,
  hash: base64,
  N: z
    .int()
    .min(2 ** 15)
    .max(2 ** 20),
  r: z.int().min(8).max(32),
  p: z.int().min(1).max(16),
  failed: z.int().min(0).default(0),
  /** Of the last wrong try, UTC. */
  triedAt: z.iso.datetime().nullable().default(null),
});
export type StoredPin = z.output<typeof storedPin>;

/** Stands for a PIN that can no longer be read: nothing opens it. */
export const UNREADABLE_PIN: StoredPin = { salt: '', hash: '', ...COST, failed: 0, triedAt: null };

function derive(pin: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export async function hashPin(pin: string): Promise<StoredPin> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(pin, salt, COST);
  return {
    salt: salt.toString('base64'),
    hash: key.toString('base64'),
    ...COST,
    failed: 0,
    triedAt: null,
  };
}

export async function isPin(tried: string, stored: StoredPin): Promise<boolean> {
  const hash = Buffer.from(stored.hash, 'base64');
  const key = await derive(tried, Buffer.from(stored.salt, 'base64'), stored);
  return hash.length === key.length && timingSafeEqual(hash, key);
}

/** Seconds to wait after so many wrong tries; the last holds for all that follow. */
const WAITS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600, 900];

/** When the next try is heard, or null for now. */
export function retryAt({ failed, triedAt }: StoredPin, now: Date): Date | null {
  if (triedAt === null) return null;
  const seconds = WAITS[Math.min(failed, WAITS.length - 1)] ?? 0;
  // A clock that was set back makes nobody wait longer than the table says.
  const since = Math.min(Date.parse(triedAt), now.getTime());
  const at = new Date(since + seconds * 1000);
  return at > now ? at : null;
}
