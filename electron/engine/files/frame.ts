import { isUtf8 } from 'node:buffer';
import type { RecordFault } from '../../../shared/formats/fault.ts';

/** A record larger than this is refused, and skipped without being held in memory. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** How much of a refused record is kept, in bytes. */
const KEPT_BYTES = 16 * 1024;

interface Place {
  /** Line of the record's first character in the decompressed file, counted from 1; of a Parquet file, the row. */
  line: number;
  /** Its offset in the decompressed file, counted from 0; of a Parquet file, that of its row group. */
  byteOffset: number;
}

interface Original extends Place {
  /** Bytes that stood in the file, where they are not the UTF-8 of the text. */
  bytes?: () => Buffer;
}

/** One record as it stands in the file, not yet parsed. `repaired`: bytes that are no text became U+FFFD. */
export interface RecordFrame extends Original {
  text: string;
  repaired: boolean;
  /** Of a table, the row as an object; then the text is not JSON, or is written only when it is asked for. */
  row?: object;
}

/** A stretch of the file that cannot be a record. */
export interface FaultFrame extends Original {
  fault: RecordFault;
  /** What stands there, or its beginning where it is too large. */
  original: string;
  /** Size of what stands there, where the original is only its beginning. */
  size?: number;
}

export type Frame = RecordFrame | FaultFrame;

export const isFaultFrame = (frame: Frame): frame is FaultFrame => 'fault' in frame;

/** Cuts a stream of bytes into records. A chunk may be reused by its owner once `push` has returned. */
export interface Framer {
  push(chunk: Buffer): Frame[];
  /** The last record, where nothing in the bytes marks its end. */
  end(): Frame[];
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The frame for `bytes[from, to)`, which begins at this place; null where it is blank. White space at both ends is left out. */
export function frameOf(
  bytes: Buffer,
  from: number,
  to: number,
  line: number,
  offset: number,
): RecordFrame | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(bytes[start])) start++;
  while (end > start && isBlank(bytes[end - 1])) end--;
  if (start === end) return null;
  const text = bytes.toString('utf8', start, end);
  const byteOffset = offset + start - from;
  if (!text.includes('\ufffd') || isUtf8(bytes.subarray(start, end)))
    return { line, byteOffset, text, repaired: false };
  const original = Buffer.from(bytes.subarray(start, end));
  return { line, byteOffset, text, repaired: true, bytes: () => original };
}

/** Collects a record that is spread over several chunks, up to the limit; past it, only counts. */
export class Spread {
  readonly #limit: number;
  #pieces: Buffer[] = [];
  #size = 0;
  #kept = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size <= this.#limit) {
      this.#pieces.push(Buffer.from(piece));
      this.#kept += piece.length;
    } else if (this.#kept > KEPT_BYTES || this.#pieces.length === 0) {
      const head = Buffer.concat([...this.#pieces, piece.subarray(0, KEPT_BYTES)]).subarray(0, KEPT_BYTES);
      this.#pieces = [Buffer.from(head)];
      this.#kept = head.length;
    }
  }

  /** The whole record as a frame, or the fault where it was too large; null where it is blank. Starts anew. */
  take(line: number, offset: number): Frame | null {
    const size = this.#size;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#size = 0;
    this.#kept = 0;
    return size > this.#limit ? tooLarge(bytes, size, line, offset) : frameOf(bytes, 0, size, line, offset);
  }
}

/** The fault for a record of `size` bytes that begins with these. */
export function tooLarge(bytes: Buffer, size: number, line: number, offset: number): FaultFrame {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return {
    line,
    byteOffset: offset,
    fault: {
      code: 'RECORD_TOO_LARGE',
      path: '$',
      reason: `The record has ${megabytes} MB; up to ${MAX_RECORD_BYTES / 1024 / 1024} MB are read.`,
    },
    original: bytes.toString('utf8', 0, Math.min(bytes.length, KEPT_BYTES)),
    size,
  };
}
