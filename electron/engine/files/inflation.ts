import { Fault } from '../../../shared/contract/errors.ts';
import type { RawBytes } from './bytes.ts';

/** Packed data may unfold to so many bytes whatever its size ... */
const FREE_BYTES = 128 * 1024 * 1024;
/** ... and to so many times its size beyond that. Logs unfold five to thirty times. */
const MAX_RATIO = 300;

/** The unpacked chunks, as long as they are not out of all proportion to what was read of the file. */
export async function* inProportion(chunks: AsyncGenerator<Buffer>, raw: RawBytes): AsyncGenerator<Buffer> {
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > FREE_BYTES && unpacked > raw.total * MAX_RATIO)
      throw new Fault(
        'DECOMPRESSION_BOMB',
        `The file unfolds to more than ${MAX_RATIO} times its size, which no log does; the reading was stopped after ${Math.round(unpacked / 2 ** 20)} MB.`,
      );
    yield chunk;
  }
}
