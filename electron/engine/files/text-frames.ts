import { detectEncoding } from './encoding.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './framing.ts';
import { Places } from './places.ts';
import { HEAD_BYTES, type Shape, shapeOf } from './shape.ts';
import { type Decoded, type Transcoder, transcoderFor } from './transcoder.ts';

/** Enough to tell the encoding. */
const ENCODING_BYTES = 512;

/** The records in a stream of bytes of text, whatever its encoding and its shape. */
export class TextFrames implements AsyncIterable<Frame[]> {
  readonly #chunks: AsyncIterable<Buffer>;
  readonly #file: string;
  readonly #told: string | null;
  #encoding: string | null = null;
  #shape: Shape | null = null;

  /** `told` is the encoding the user gave, or null to find it out. */
  constructor(chunks: AsyncIterable<Buffer>, file: string, told: string | null) {
    this.#chunks = chunks;
    this.#file = file;
    this.#told = told;
  }

  get layout(): Layout | null {
    const shape = this.#shape;
    if (!shape) return null;
    const isTable = shape.framing === 'table';
    return {
      framing: shape.framing,
      encoding: this.#encoding,
      delimiter: isTable ? shape.delimiter : null,
      header: isTable ? shape.framer.header : null,
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame[]> {
    const chunks = headFirst(this.#chunks, ENCODING_BYTES);
    const first = await chunks.next();
    const head = first.done ? Buffer.alloc(0) : first.value;
    const { encoding, mark } = detectEncoding(head, this.#told);
    this.#encoding = encoding;
    const all = joined(head, chunks);
    if (encoding === 'utf-8') yield* this.#frames(withoutMark(all, mark), mark);
    else yield* this.#foreign(all, mark, transcoderFor(encoding));
  }

  async *#frames(chunks: AsyncIterable<Buffer>, mark: number): AsyncGenerator<Frame[]> {
    let last: Buffer = Buffer.alloc(0);
    for await (const chunk of headFirst(chunks, HEAD_BYTES)) {
      this.#shape ??= shapeOf(chunk, mark, chunk.length < HEAD_BYTES, this.#file);
      yield this.#shape.framer.push(chunk);
      last = chunk;
    }
    this.#shape ??= shapeOf(last, mark, true, this.#file);
    yield this.#shape.framer.end();
  }

  /** Text of another encoding is made UTF-8 on the way; what is told of places and bytes is of the file as it is. */
  async *#foreign(
    chunks: AsyncIterable<Buffer>,
    mark: number,
    transcoder: Transcoder,
  ): AsyncGenerator<Frame[]> {
    const places = new Places(transcoder, mark);
    for await (const frames of this.#frames(decoded(chunks, mark, transcoder, places), 0))
      yield frames.map((frame) => inFile(frame, places));
  }
}

/** The frame as it lies in the file that its text was made of. */
function inFile(frame: Frame, places: Places): Frame {
  const { byteOffset: offset } = frame;
  const text = 'text' in frame ? frame.text : frame.original;
  const bytes = places.bytesOf(text, offset);
  const byteOffset = places.fileOffset(offset);
  const isReplaced = text.includes('\ufffd') && places.hasReplaced(offset, offset + Buffer.byteLength(text));
  const own = { ...frame, byteOffset, bytes: () => bytes };
  return 'repaired' in own ? { ...own, repaired: own.repaired || isReplaced } : own;
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  mark: number,
  transcoder: Transcoder,
  places: Places,
): AsyncGenerator<Buffer> {
  const noted = ({ utf8, replaced }: Decoded): Buffer => {
    places.add(utf8, replaced);
    return utf8;
  };
  let left = mark;
  for await (const chunk of chunks) {
    yield noted(transcoder.decode(chunk.subarray(left)));
    left = 0;
  }
  yield noted(transcoder.end());
}

/** The same bytes, the first chunk having at least so many, where there are. A chunk is valid until the next. */
async function* headFirst(chunks: AsyncIterable<Buffer>, least: number): AsyncGenerator<Buffer> {
  let head: Buffer[] | null = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head.push(Buffer.from(chunk));
    length += chunk.length;
    if (length < least) continue;
    yield Buffer.concat(head);
    head = null;
  }
  if (head !== null && length > 0) yield Buffer.concat(head);
}

async function* joined(head: Buffer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* chunks;
}

/** A byte order mark is overwritten with blanks, so that every offset stays what it is in the file. */
async function* withoutMark(chunks: AsyncIterable<Buffer>, mark: number): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) chunk.fill(0x20, 0, mark);
    isFirst = false;
    yield chunk;
  }
}
