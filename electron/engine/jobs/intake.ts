import { Fault } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/events.ts';
import { parseRecord } from '../../../shared/formats/record.ts';
import { type Frame, isFaultFrame, type RecordFrame } from '../files/frame.ts';
import { type FrameReader, readFrames } from '../files/framing.ts';
import type { Source } from '../files/source.ts';
import type { JobContext } from '../lanes.ts';
import type { NewFault } from '../store/quarantine.ts';
import { Chunks } from './chunks.ts';
import { faultOf, lengthOf } from './fault-of.ts';

/** What one record turned into. */
export type Taken<Row> = { row: Row } | { fault: NewFault };

export interface IntakeOptions<Row> {
  phase: string;
  encoding?: string | null;
  /** What comes of a record; one may hold many, or give nothing by itself. */
  take(frame: RecordFrame): Iterable<Taken<Row>>;
  /** Rows a row will become in the project, so that a chunk does not hold up the writer; one unless given. */
  weigh?(row: Row): number;
  /** Hands one chunk to the writer. */
  put(rows: Row[], faults: NewFault[]): Promise<void>;
}

/** A file that could not be read to its end; what went wrong elsewhere comes as it is. */
export class BrokenFile extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The same, with what is wrong with the file as an error like any other. */
export async function unbroken<Value>(taking: Promise<Value>): Promise<Value> {
  try {
    return await taking;
  } catch (error) {
    throw error instanceof BrokenFile ? error.fault : error;
  }
}

/**
 * Reads a file record by record in bounded memory: while the writer stores one chunk the next is read. Gives back the file's
 * SHA-256, how it was laid out, and how many rows and faults were handed on. Throws CANCELLED at the next chunk after a cancel,
 * and BrokenFile where the file cannot be read to its end.
 */
export async function takeIn<Row>(
  { signal, progress }: JobContext,
  source: Source,
  options: IntakeOptions<Row>,
): Promise<{ sha256: string; records: number; layout: FrameReader['layout'] }> {
  const unit: Progress['unit'] = 'bytes';
  const report = (done: number): void => progress({ phase: options.phase, done, total: source.bytes, unit });
  let read = 0;
  const reader = readFrames(source, {
    signal,
    encoding: options.encoding,
    onBytes: (bytes) => {
      read = bytes;
    },
  });
  const chunks = new Chunks<Row>(options.put, options.weigh ?? (() => 1), () => report(read));
  try {
    for await (const frames of whole(reader))
      for (const frame of frames) {
        const length = lengthOf(frame);
        for (const taken of takeFrame(frame, options.take)) {
          chunks.add(taken, length);
          if (chunks.isFull()) await chunks.send();
        }
      }
    if (signal.aborted) throw new Fault('CANCELLED', 'The import was cancelled.');
    await chunks.send();
  } finally {
    await chunks.end();
  }
  chunks.rethrow();
  report(source.bytes);
  return { sha256: reader.sha256 ?? '', records: chunks.total, layout: reader.layout };
}

/** What is wrong with the file itself is told apart from what goes wrong with what was read of it. */
async function* whole(reader: FrameReader): AsyncGenerator<Frame[]> {
  try {
    yield* reader;
  } catch (error) {
    if (error instanceof Fault && error.failure.code !== 'CANCELLED') throw new BrokenFile(error);
    throw error;
  }
}

const takeFrame = <Row>(
  frame: Frame,
  take: (frame: RecordFrame) => Iterable<Taken<Row>>,
): Iterable<Taken<Row>> => (isFaultFrame(frame) ? [{ fault: faultOf(frame, frame.fault) }] : take(frame));

/** The record in a frame; the fault is ready for quarantine. */
export function parseFrame(frame: RecordFrame): { value: unknown; repaired: boolean } | { fault: NewFault } {
  if (frame.row) return { value: frame.row, repaired: false };
  const parsed = parseRecord(frame.text);
  return parsed.ok
    ? { value: parsed.value, repaired: parsed.repaired }
    : { fault: faultOf(frame, parsed.fault) };
}
