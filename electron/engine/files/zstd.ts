import { Decompress } from 'fzstd';
import { Fault } from '../../../shared/contract/errors.ts';
import type { RawBytes } from './bytes.ts';

/** What the `zstd` program itself takes without being told to: data further back than this would have to be held. */
const MAX_WINDOW = 128 * 1024 * 1024;
const MAGIC = 0xfd2fb528;
const LARGEST_BLOCK = 128 * 1024;

interface FrameHeader {
  /** Bytes of the header. */
  length: number;
  /** Bytes of the checksum behind the last block. */
  checksum: number;
  /** Size of what is packed, or null where the header does not say. */
  size: number | null;
}

const damaged = (what: string): Fault =>
  new Fault('ZSTD_DAMAGED', `The Zstandard data cannot be read to its end: ${what}.`);

/**
 * The bytes that Zstandard data stands for, all frames of it, a block at a time, so that no more than a block comes of any
 * step. Written after RFC 8878; the decompressor itself is fzstd.
 */
export async function* unzstd(raw: Pick<RawBytes, 'next'>): AsyncGenerator<Buffer> {
  const input = new Input(raw);
  while (await input.has(1)) {
    if (!(await input.has(4))) throw damaged('it ends within a frame');
    const magic = input.peek(4).readUInt32LE(0);
    if (magic === MAGIC) yield* frame(input);
    else if (Math.floor(magic / 16) === 0x184d2a5) await skip(input);
    else throw damaged('something else follows');
  }
}

async function skip(input: Input): Promise<void> {
  let left = (await input.take(8)).readUInt32LE(4);
  for (; left > 0; left -= Math.min(left, LARGEST_BLOCK)) await input.take(Math.min(left, LARGEST_BLOCK));
}

async function* frame(input: Input): AsyncGenerator<Buffer> {
  const { length, checksum, size } = await headerOf(input);
  let ready: Buffer[] = [];
  let written = 0;
  const decompress = new Decompress((bytes) => {
    written += bytes.length;
    if (bytes.length > 0) ready.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });
  const push = (bytes: Buffer, last = false): Buffer[] => {
    try {
      decompress.push(bytes, last);
    } catch (error) {
      throw damaged(error instanceof Error ? error.message : String(error));
    }
    const made = ready;
    ready = [];
    return made;
  };
  yield* push(await input.take(length));
  for (let last = false; !last; ) {
    const header = (await input.take(3)).readUIntLE(0, 3);
    last = (header & 1) === 1;
    const content = header >> 3;
    if (content > LARGEST_BLOCK) throw damaged('a block is too large');
    const isRun = ((header >> 1) & 3) === 1;
    const block = Buffer.alloc(3 + (isRun ? 1 : content));
    block.writeUIntLE(header, 0, 3);
    (await input.take(block.length - 3)).copy(block, 3);
    yield* push(block);
  }
  yield* push(await input.take(checksum), true);
  if (size !== null && written !== size) throw damaged('it does not hold what it says it holds');
}

async function headerOf(input: Input): Promise<FrameHeader> {
  if (!(await input.has(5))) throw damaged('it ends within a frame');
  const descriptor = input.peek(5)[4] ?? 0;
  const single = (descriptor >> 5) & 1;
  const windowBytes = 1 - single;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [single, 2, 4, 8][descriptor >> 6] ?? 0;
  const length = 5 + windowBytes + dictionaryBytes + sizeBytes;
  if (!(await input.has(length))) throw damaged('it ends within a frame');
  const header = input.peek(length);
  if (dictionaryBytes > 0 && header.readUIntLE(5 + windowBytes, dictionaryBytes) !== 0)
    throw damaged('it needs a dictionary that is not in the file');
  const size = sizeBytes === 0 ? null : sizeIn(header.subarray(length - sizeBytes));
  const window = single === 1 ? (size ?? 0) : windowOf(header[5] ?? 0);
  if (window > MAX_WINDOW)
    throw new Fault(
      'DECOMPRESSION_BOMB',
      `The Zstandard data would have to be held ${Math.round(window / 2 ** 20)} MB at a time; up to ${MAX_WINDOW / 2 ** 20} MB are.`,
    );
  return { length, checksum: ((descriptor >> 2) & 1) * 4, size };
}

const sizeIn = (bytes: Buffer): number => {
  if (bytes.length === 8) return Number(bytes.readBigUInt64LE(0));
  return bytes.readUIntLE(0, bytes.length) + (bytes.length === 2 ? 256 : 0);
};

const windowOf = (byte: number): number => 2 ** (10 + (byte >> 3)) * (1 + (byte & 7) / 8);

/** The bytes of a file, taken in stretches of any size. */
class Input {
  readonly #raw: Pick<RawBytes, 'next'>;
  #held = Buffer.alloc(0);
  #ended = false;

  constructor(raw: Pick<RawBytes, 'next'>) {
    this.#raw = raw;
  }

  /** True where so many bytes are left. */
  async has(count: number): Promise<boolean> {
    const pieces = [this.#held];
    let length = this.#held.length;
    while (length < count && !this.#ended) {
      const chunk = await this.#raw.next();
      if (chunk) pieces.push(Buffer.from(chunk));
      else this.#ended = true;
      length += chunk?.length ?? 0;
    }
    if (pieces.length > 1) this.#held = Buffer.concat(pieces);
    return length >= count;
  }

  /** The next bytes, which must be there, without taking them. */
  peek(count: number): Buffer {
    return this.#held.subarray(0, count);
  }

  async take(count: number): Promise<Buffer> {
    if (!(await this.has(count))) throw damaged('it is cut off');
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }
}
