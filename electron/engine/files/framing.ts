import { open } from 'node:fs/promises';
import { Fault } from '../../../shared/contract/errors.ts';
import { gunzipped, plain, type RawBytes, rawBytes } from './bytes.ts';
import { fileFault } from './file-fault.ts';
import type { Frame } from './frame.ts';
import { inProportion } from './inflation.ts';
import type { Source } from './source.ts';
import { TextFrames } from './text-frames.ts';
import { unzstd } from './zstd.ts';

export interface FrameOptions {
  /** Called with the number of bytes of the file read so far; compare with `source.bytes`. */
  onBytes?: ((read: number) => void) | undefined;
  /** Stops the reading with the Fault CANCELLED. */
  signal?: AbortSignal | undefined;
  /** The file's encoding, by its standard name, where the user told it; else it is found out. */
  encoding?: string | null | undefined;
}

/** How a file's records stand in it. */
export interface Layout {
  framing: 'lines' | 'values' | 'table' | 'parquet';
  encoding: string | null;
  /** Of a table: what stands between its cells, and its header as it is in the file. */
  delimiter: string | null;
  header: string | null;
}

/**
 * The records of a file in order, some for each chunk read: `for await (const frames of reader) ...`.
 * Holds no more than a chunk and the record being read. Throws a Fault where the file as a whole cannot be read.
 */
export interface FrameReader extends AsyncIterable<Frame[]> {
  /** SHA-256 of the file's bytes as they are on disk, or null before its end was reached. */
  readonly sha256: string | null;
  /** Null before the first records were read. */
  readonly layout: Layout | null;
}

export function readFrames(source: Source, options: FrameOptions = {}): FrameReader {
  let sha256: string | null = null;
  let layout: Layout | null = null;
  async function* run(): AsyncGenerator<Frame[]> {
    let raw: RawBytes | null = null;
    const handle = await open(source.path, 'r').catch((error: unknown) => {
      throw fileFault(error, source.path);
    });
    try {
      if (source.parquet) {
        layout = { framing: 'parquet', encoding: null, delimiter: null, header: null };
        // Loaded when there is such a file: few have one, and all would wait for it.
        const { parquetFrames } = await import('./parquet.ts');
        for await (const frames of parquetFrames(handle, source.bytes, options.onBytes))
          yield watched(frames, source, options);
      }
      raw = rawBytes(handle, source.bytes, source.parquet ? undefined : options.onBytes);
      if (source.parquet) while (await raw.next()) stopIf(options, source);
      else {
        const text = new TextFrames(unpacked(source, raw), source.path, options.encoding ?? null);
        for await (const frames of text) {
          layout = text.layout;
          yield watched(frames, source, options);
        }
        layout = text.layout;
      }
      sha256 = raw.digest();
    } catch (error) {
      throw fileFault(error, source.path);
    } finally {
      await (raw ?? handle).close();
    }
  }
  return {
    [Symbol.asyncIterator]: run,
    get sha256() {
      return sha256;
    },
    get layout() {
      return layout;
    },
  };
}

function unpacked({ packed, bytes }: Source, raw: RawBytes): AsyncGenerator<Buffer> {
  if (packed === 'plain') return plain(raw);
  return inProportion(packed === 'gzip' ? gunzipped(raw, bytes) : unzstd(raw), raw);
}

function watched(frames: Frame[], source: Source, options: FrameOptions): Frame[] {
  stopIf(options, source);
  return frames;
}

function stopIf({ signal }: FrameOptions, { path }: Source): void {
  if (signal?.aborted) throw new Fault('CANCELLED', 'The reading was cancelled.', { file: path });
}
