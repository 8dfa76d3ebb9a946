import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';

const BYTES = 32;

/** The content hashes of some conversations, in the order they were asked for. */
export interface Hashes {
  readonly count: number;
  readonly bytes: Buffer;
  hex(place: number): string;
}

/** Reads the content hashes of conversations, which are given in the order of their ids. */
export function readHashes(db: ReadConnection, conversations: ArrayLike<number>): Hashes {
  const count = conversations.length;
  const bytes = Buffer.alloc(count * BYTES);
  let place = 0;
  const rows = each<{ id: number; hash: string }>(
    db,
    'SELECT id, hex(content_hash) AS hash FROM conversation WHERE id BETWEEN ? AND ? ORDER BY id',
    conversations[0] ?? 0,
    conversations[count - 1] ?? -1,
  );
  for (const { id, hash } of rows) {
    if (id !== conversations[place]) continue;
    bytes.write(hash, place * BYTES, 'hex');
    place += 1;
  }
  return { count, bytes, hex: (at) => bytes.toString('hex', at * BYTES, (at + 1) * BYTES) };
}

/** The places of the conversations in the order of their hashes. */
export function byHash({ count, bytes }: Hashes): Uint32Array {
  const heads = Float64Array.from({ length: count }, (_, place) => bytes.readUIntBE(place * BYTES, 6));
  const whole = (place: number): Buffer => bytes.subarray(place * BYTES, (place + 1) * BYTES);
  return Uint32Array.from({ length: count }, (_, place) => place).sort(
    (a, b) => (heads[a] ?? 0) - (heads[b] ?? 0) || Buffer.compare(whole(a), whole(b)),
  );
}
