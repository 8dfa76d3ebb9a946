import {
  type FaultFrame,
  type Frame,
  type Framer,
  frameOf,
  isFaultFrame,
  MAX_RECORD_BYTES,
  Spread,
} from './frame.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE;

const endsWord = (byte: number): boolean =>
  isSpace(byte) || byte === COMMA || byte === CLOSE_LIST || byte === OPEN_OBJECT;

/** What the scanner is in: between records, in a bracketed record, in a bare word, or in a text of either kind. */
const BETWEEN = 0;
const BRACKETS = 1;
const WORD = 2;
const TEXT = 3;

/**
 * Values that may spread over lines: the elements of a top-level list, or objects one after the other. Records are cut
 * where brackets outside of texts close; whether one is JSON is for the parser to say. Commas are not insisted on.
 */
export function valueFramer(limit = MAX_RECORD_BYTES): Framer {
  const spread = new Spread(limit);
  let state = BETWEEN;
  let depth = 0;
  let escaped = false;
  let inList = false;
  let line = 1;
  let chunkOffset = 0;
  let recordLine = 1;
  let recordOffset = 0;

  /** The record that ends before `to`; `from` is where it began in this chunk, 0 where it began in an earlier one. */
  function cut(frames: Frame[], chunk: Buffer, from: number, to: number): void {
    state = BETWEEN;
    let frame: Frame | null;
    if (spread.size === 0 && to - from <= limit) frame = frameOf(chunk, from, to, recordLine, recordOffset);
    else {
      spread.add(chunk.subarray(from, to));
      frame = spread.take(recordLine, recordOffset);
    }
    if (frame) frames.push(frame);
  }

  /** Takes the first byte of what comes next; true where a record begins with it. */
  function begins(byte: number): boolean {
    if (isSpace(byte) || byte === COMMA) return false;
    if (byte === OPEN_LIST && !inList) {
      inList = true;
      return false;
    }
    if (byte === CLOSE_LIST && inList) {
      inList = false;
      return false;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) state = BRACKETS;
    else state = byte === QUOTE ? TEXT : WORD;
    depth = state === BRACKETS ? 1 : 0;
    return true;
  }

  /** Where the text that `at` lies in ends: the place of its closing quote, or the end of the chunk. */
  function skipText(chunk: Buffer, at: number): number {
    let place = at;
    let skip = escaped;
    let newlines = 0;
    for (; place < chunk.length; place++) {
      const byte = chunk[place];
      if (byte === NEWLINE) newlines++;
      if (skip) skip = false;
      else if (byte === QUOTE) break;
      else if (byte === BACKSLASH) skip = true;
    }
    escaped = skip;
    line += newlines;
    return place;
  }

  function push(chunk: Buffer): Frame[] {
    const frames: Frame[] = [];
    const { length } = chunk;
    let from = 0;
    let at = 0;
    while (at < length) {
      if (state === TEXT) {
        at = skipText(chunk, at);
        if (at === length) break;
        at++;
        if (depth > 0) state = BRACKETS;
        else cut(frames, chunk, from, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) line++;
      if (state === BRACKETS) {
        if (byte === QUOTE) state = TEXT;
        else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
          depth--;
          if (depth === 0) cut(frames, chunk, from, at + 1);
        }
      } else {
        if (state === WORD && endsWord(byte)) cut(frames, chunk, from, at);
        if (state === BETWEEN && begins(byte)) {
          from = at;
          recordLine = line;
          recordOffset = chunkOffset + at;
        }
      }
      at++;
    }
    if (state !== BETWEEN) spread.add(chunk.subarray(from));
    chunkOffset += length;
    return frames;
  }

  function end(): Frame[] {
    const wasOpen = state === BRACKETS || state === TEXT;
    const last = state === BETWEEN ? null : spread.take(recordLine, recordOffset);
    state = BETWEEN;
    if (last && wasOpen) return [isFaultFrame(last) ? last : cutOff(last.line, last.byteOffset, last.text)];
    const frames: Frame[] = last ? [last] : [];
    if (inList) frames.push(cutOff(line, chunkOffset, ''));
    return frames;
  }

  return { push, end };
}

const cutOff = (line: number, byteOffset: number, original: string): FaultFrame => ({
  line,
  byteOffset,
  fault: {
    code: 'NOT_JSON',
    path: '$',
    reason:
      original === ''
        ? 'The file ends before the list is closed; records may be missing.'
        : 'The file ends inside this record.',
  },
  original: original.slice(0, 4000),
});
