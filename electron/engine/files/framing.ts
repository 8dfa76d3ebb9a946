import { open } from 'node:fs/promises';
import { Fault } from '../../../shared/contract/errors.ts';
import { gunzipped, plain, type RawBytes, rawBytes } from './bytes.ts';
import { fileFault } from './file-fault.ts';
import type { Frame, Framer } from './frame.ts';
import { framerFor, HEAD_BYTES } from './shape.ts';
import type { Source } from './source.ts';

export interface FrameOptions {
  /** Called with the number of bytes of the file read so far; compare with `source.bytes`. */
  onBytes?: ((read: number) => void) | undefined;
  /** Stops the reading with the Fault CANCELLED. */
  signal?: AbortSignal | undefined;
}

/**
 * The records of a file in order, some for each chunk read: `for await (const frames of reader) ...`.
 * Holds no more than a chunk and the record being read. Throws a Fault where the file as a whole cannot be read.
 */
export interface FrameReader extends AsyncIterable<Frame[]> {
  /** SHA-256 of the file's bytes as they are on disk, or null before its end was reached. */
  readonly sha256: string | null;
}

export function readFrames(source: Source, options: FrameOptions = {}): FrameReader {
  let sha256: string | null = null;
  async function* run(): AsyncGenerator<Frame[]> {
    let raw: RawBytes | null = null;
    try {
      raw = rawBytes(await open(source.path, 'r'), options.onBytes ?? (() => undefined));
      yield* framed(source.compressed ? gunzipped(raw) : plain(raw), source.path, options.signal);
      sha256 = raw.digest();
    } catch (error) {
      throw fileFault(error, source.path);
    } finally {
      await raw?.close();
    }
  }
  return {
    [Symbol.asyncIterator]: run,
    get sha256() {
      return sha256;
    },
  };
}

async function* framed(
  chunks: AsyncGenerator<Buffer>,
  file: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Frame[]> {
  let framer: Framer | null = null;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new Fault('CANCELLED', 'The reading was cancelled.', { file });
    if (framer) {
      yield framer.push(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    framer = begin(head, file);
    yield framer.push(head);
  }
  if (!framer) {
    framer = begin(head, file);
    yield framer.push(head);
  }
  yield framer.end();
}

/** A byte order mark is overwritten with blanks, so that every offset stays what it is in the file. */
function begin(head: Buffer, file: string): Framer {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) head.fill(0x20, 0, 3);
  return framerFor(head, file);
}
