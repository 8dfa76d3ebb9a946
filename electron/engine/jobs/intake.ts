import { Fault } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/events.ts';
import { parseRecord } from '../../../shared/formats/record.ts';
import { type Frame, isFaultFrame, type RecordFrame } from '../files/frame.ts';
import { readFrames } from '../files/framing.ts';
import type { Source } from '../files/source.ts';
import type { JobContext } from '../lanes.ts';
import type { NewFault } from '../store/batches.ts';

/** Records are handed to the writer in chunks of this size, each one transaction. */
const CHUNK = 500;
/** Or of this much text, so that a chunk of long records does not fill the memory. */
const CHUNK_LENGTH = 1024 * 1024;
/** Chunks under way to the writer while the next one is read. */
const AHEAD = 1;

/** What one record turned into. */
export type Taken<Row> = { rows: Row[] } | { fault: NewFault };

export interface IntakeOptions<Row> {
  phase: string;
  take(frame: RecordFrame): Taken<Row>;
  /** Hands one chunk to the writer. */
  put(rows: Row[], faults: NewFault[]): Promise<void>;
}

/** The fault of a frame, as it is kept in quarantine. */
export const faultOf = (
  frame: { line: number; byteOffset: number },
  original: string,
  { code, path, reason }: { code: string; path: string; reason: string },
): NewFault => ({ line: frame.line, byteOffset: frame.byteOffset, path, code, reason, original });

/**
 * Reads a file record by record in bounded memory: while the writer stores one chunk the next is read. Gives back the file's
 * SHA-256 and how many rows and faults were handed on. Throws CANCELLED at the next chunk after a cancel.
 */
export async function takeIn<Row>(
  { signal, progress }: JobContext,
  source: Source,
  { phase, take, put }: IntakeOptions<Row>,
): Promise<{ sha256: string; records: number }> {
  const unit: Progress['unit'] = 'bytes';
  const report = (done: number): void => progress({ phase, done, total: source.bytes, unit });
  let read = 0;
  const reader = readFrames(source, {
    signal,
    onBytes: (bytes) => {
      read = bytes;
    },
  });
  const chunk = new Chunk<Row>();
  const underWay: Promise<void>[] = [];
  let records = 0;
  const send = async (): Promise<void> => {
    if (chunk.isEmpty()) return;
    const { rows, faults } = chunk.take();
    records += rows.length + faults.length;
    const stored = put(rows, faults);
    // Its failure ends the intake where it is awaited; until then it must not count as one that nobody meets.
    stored.catch(() => undefined);
    underWay.push(stored);
    if (underWay.length > AHEAD) await underWay.shift();
    report(read);
  };
  try {
    for await (const frames of reader)
      for (const frame of frames) {
        chunk.add(takeFrame(frame, take), isFaultFrame(frame) ? frame.original.length : frame.text.length);
        if (chunk.isFull()) await send();
      }
    if (signal.aborted) throw new Fault('CANCELLED', 'The import was cancelled.');
    await send();
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
  report(source.bytes);
  return { sha256: reader.sha256 ?? '', records };
}

const takeFrame = <Row>(frame: Frame, take: (frame: RecordFrame) => Taken<Row>): Taken<Row> =>
  isFaultFrame(frame) ? { fault: faultOf(frame, frame.original, frame.fault) } : take(frame);

class Chunk<Row> {
  private rows: Row[] = [];
  private faults: NewFault[] = [];
  private length = 0;

  add(taken: Taken<Row>, length: number): void {
    if ('fault' in taken) this.faults.push(taken.fault);
    else this.rows.push(...taken.rows);
    this.length += length;
  }

  isEmpty(): boolean {
    return this.rows.length === 0 && this.faults.length === 0;
  }

  isFull(): boolean {
    return this.rows.length + this.faults.length >= CHUNK || this.length >= CHUNK_LENGTH;
  }

  take(): { rows: Row[]; faults: NewFault[] } {
    const { rows, faults } = this;
    this.rows = [];
    this.faults = [];
    this.length = 0;
    return { rows, faults };
  }
}

/** Parses a frame's text; the fault is ready for quarantine. */
export function parseFrame(frame: RecordFrame): { value: unknown } | { fault: NewFault } {
  const parsed = parseRecord(frame.text);
  return parsed.ok ? { value: parsed.value } : { fault: faultOf(frame, frame.text, parsed.fault) };
}
