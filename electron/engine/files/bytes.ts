import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const CHUNK_BYTES = 512 * 1024;

/** A file's bytes in order, digested and counted as they are read, the next chunk fetched while one is worked on. */
export interface RawBytes {
  /** The next chunk, valid until the next but one call, or null at the end. */
  next(): Promise<Buffer | null>;
  /** SHA-256 of all bytes; only after `next` has given null. */
  digest(): string;
  /** Bytes given so far. */
  readonly total: number;
  close(): Promise<void>;
}

/** Reads a file of about `size` bytes; a small one takes no more memory than it needs. */
export function rawBytes(handle: FileHandle, size = CHUNK_BYTES, onBytes?: (read: number) => void): RawBytes {
  const hash = createHash('sha256');
  const chunkBytes = Math.min(CHUNK_BYTES, size + 1);
  const buffers = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)] as const;
  let turn: 0 | 1 = 0;
  let total = 0;
  const fetch = () => {
    const reading = handle.read(buffers[turn], 0, chunkBytes, null);
    // A failure is seen where the chunk is asked for; it must not count as unhandled before.
    reading.catch(() => undefined);
    return reading;
  };
  let pending = fetch();
  const take = async (): Promise<Buffer | null> => {
    const { bytesRead } = await pending;
    if (bytesRead === 0) return null;
    const chunk = buffers[turn].subarray(0, bytesRead);
    turn = turn === 0 ? 1 : 0;
    pending = fetch();
    hash.update(chunk);
    total += bytesRead;
    onBytes?.(total);
    return chunk;
  };
  let last: Promise<Buffer | null> = Promise.resolve(null);
  return {
    next() {
      // One after the other, even where a caller does not wait.
      last = last.then(take);
      return last;
    },
    digest: () => hash.digest('hex'),
    get total() {
      return total;
    },
    async close() {
      await pending.catch(() => undefined);
      await handle.close();
    },
  };
}

/** The bytes as they are. */
export async function* plain(raw: RawBytes): AsyncGenerator<Buffer> {
  for (let chunk = await raw.next(); chunk; chunk = await raw.next()) yield chunk;
}

/** The bytes that gzip data stands for, all members of it. Damage surfaces as a zlib error. */
export async function* gunzipped(raw: RawBytes, size = CHUNK_BYTES): AsyncGenerator<Buffer> {
  const input = new Readable({
    read() {
      raw.next().then(
        // The decompressor works on the chunk while the next ones are fetched, so it gets a copy.
        (chunk) => this.push(chunk && Buffer.from(chunk)),
        (error: Error) => this.destroy(error),
      );
    },
  });
  const gunzip = createGunzip({ chunkSize: Math.max(4096, Math.min(CHUNK_BYTES, size * 8)) });
  input.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip)) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    input.destroy();
  }
  // What stands behind the last member is not data, but belongs to the file's digest.
  while (await raw.next());
}
