import type { Transcoder } from './transcoder.ts';

/** Pieces of text are held for so long, so that a record that began in an earlier one is still found exactly. */
const HELD_BYTES = 72 * 1024 * 1024;
/** So many replaced characters are remembered; what lies beyond is told of as replaced, without what it was. */
const REMEMBERED = 100_000;

interface Piece {
  /** Offset of the piece in the UTF-8 text, and of its first character in the file. */
  start: number;
  fileStart: number;
  utf8: Buffer;
}

/** Where in a file the text that was made UTF-8 of it stands. */
export class Places {
  readonly #transcoder: Transcoder;
  #pieces: Piece[] = [];
  #held = 0;
  /** Offset in the file of the last line that begins in what is held no longer. */
  #lastLine: number | null = null;
  #end: { offset: number; fileOffset: number };
  readonly #replaced = new Map<number, number>();
  /** Offset of the last character that was replaced and is not remembered. */
  #lastForgotten = -1;

  /** The text begins at this offset of the file, after its byte order mark. */
  constructor(transcoder: Transcoder, fileOffset: number) {
    this.#transcoder = transcoder;
    this.#end = { offset: 0, fileOffset };
  }

  add(utf8: Buffer, replaced: ReadonlyMap<number, number>): void {
    const { offset, fileOffset } = this.#end;
    for (const [at, original] of replaced)
      if (this.#replaced.size < REMEMBERED) this.#replaced.set(offset + at, original);
      else this.#lastForgotten = offset + at;
    this.#pieces.push({ start: offset, fileStart: fileOffset, utf8 });
    this.#held += utf8.length;
    this.#end = {
      offset: offset + utf8.length,
      fileOffset: fileOffset + unitsIn(utf8, utf8.length) * this.#transcoder.unit,
    };
    while (this.#held > HELD_BYTES && this.#pieces.length > 1) this.#forgetFirst();
  }

  /** Offset in the file of an offset in the text. Those asked for only grow. */
  fileOffset(offset: number): number {
    while (this.#pieces[1] && this.#pieces[1].start <= offset) this.#dropFirst();
    const piece = this.#pieces[0];
    if (!piece) return this.#end.fileOffset;
    if (piece.start > offset) return this.#lastLine ?? piece.fileStart;
    this.#lastLine = null;
    const within = offset - piece.start;
    const fileStart = piece.fileStart + unitsIn(piece.utf8, within) * this.#transcoder.unit;
    this.#pieces[0] = { start: offset, fileStart, utf8: piece.utf8.subarray(within) };
    this.#held -= within;
    return fileStart;
  }

  /** True where characters of this stretch of the text were put in place of something else. */
  hasReplaced(from: number, to: number): boolean {
    if (this.#lastForgotten >= from) return true;
    for (const at of this.#replaced.keys()) {
      if (at >= to) return false;
      if (at >= from) return true;
      this.#replaced.delete(at);
    }
    return false;
  }

  /** The bytes in the file that a text, which begins at this offset, was made of. */
  bytesOf(text: string, offset: number): Buffer {
    return this.#transcoder.encode(text, (at) => this.#replaced.get(offset + at));
  }

  #dropFirst(): void {
    this.#held -= this.#pieces.shift()?.utf8.length ?? 0;
  }

  /** Of a piece that is held no longer, the beginning of its last line is noted: a record that is too long began there. */
  #forgetFirst(): void {
    const piece = this.#pieces[0];
    if (!piece) return;
    const lineStart = piece.utf8.lastIndexOf(0x0a) + 1;
    if (lineStart > 0 || this.#lastLine === null)
      this.#lastLine = piece.fileStart + unitsIn(piece.utf8, lineStart) * this.#transcoder.unit;
    this.#dropFirst();
  }
}

/** Code units that the first bytes of UTF-8 text stand for: one a character, two for one of four bytes. */
function unitsIn(utf8: Buffer, length: number): number {
  let units = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = utf8[index] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
