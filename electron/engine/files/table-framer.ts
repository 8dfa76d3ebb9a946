import { isUtf8 } from 'node:buffer';
import { Parser } from 'csv-parse';
import { keep } from '../../../shared/formats/fields.ts';
import { mendText } from '../../../shared/formats/record.ts';
import type { TableShape } from './delimiter.ts';
import { type FaultFrame, type Frame, type Framer, MAX_RECORD_BYTES, tooLarge } from './frame.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** More than the parser looks ahead. */
const ENDING = Buffer.from('\n'.repeat(32));

interface Row {
  cells: string[];
  /** Offset behind it, in what its parser was given. */
  end: number;
}

export interface TableFramer extends Framer {
  /** The header as it stands in the file, once it was read. */
  readonly header: string | null;
}

/**
 * The rows of CSV and its kin, each an object of its columns' names. Rows with more or fewer cells than the header are faults. The
 * table begins after a byte order mark of `mark` bytes.
 */
export function tableFramer(
  { delimiter, preamble }: TableShape,
  mark = 0,
  limit = MAX_RECORD_BYTES,
): TableFramer {
  let names: string[] | null = null;
  let header: string | null = null;
  let rows: Row[] = [];
  let parser = newParser();
  /** Offset at which the parser began; offset and line of the row being read; the bytes from there on. */
  let base = mark + preamble;
  let rowStart = base;
  let line = preamble > 0 ? 2 : 1;
  let pieces: Buffer[] = [];
  let skipping = false;
  let total = 0;

  function newParser(): Parser {
    const made = new Parser({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: limit,
      on_record: (cells: string[], { bytes }: { bytes: number }) => {
        rows.push({ cells, end: bytes });
        return null;
      },
    });
    // What went wrong is seen on the parser itself when `write` returns.
    made.on('error', () => undefined);
    return made;
  }

  /** Takes the bytes of the row that ends at this offset; line and offset move on to the next. */
  function take(bytes: Buffer, { cells }: Row): Frame | null {
    const lines = linesIn(bytes);
    let start = 0;
    let ownLine = line;
    while (bytes[start] === NEWLINE || bytes[start] === RETURN) start++;
    ownLine += linesIn(bytes.subarray(0, start));
    let end = bytes.length;
    while (end > start && (bytes[end - 1] === NEWLINE || bytes[end - 1] === RETURN)) end--;
    const own = bytes.subarray(start, end);
    const frame = names ? frameOfRow(own, cells, names, ownLine, rowStart + start) : null;
    if (!names) {
      names = uniqueNames(cells);
      header = own.toString('utf8');
    }
    line += lines;
    rowStart += bytes.length;
    return frame;
  }

  function push(given: Buffer): Frame[] {
    // The parser goes on looking at its bytes.
    const chunk = Buffer.from(given);
    const frames: Frame[] = [];
    total += chunk.length;
    if (skipping) skipLine(chunk, frames);
    else feed(chunk, frames);
    return frames;
  }

  function feed(chunk: Buffer, frames: Frame[]): void {
    parser.write(chunk);
    const done = rows;
    rows = [];
    if (done.length > 0) {
      const held = Buffer.concat([...pieces, chunk]);
      const from = rowStart;
      for (const row of done) {
        const end = Math.min(base + row.end, total);
        const frame = take(held.subarray(rowStart - from, end - from), row);
        if (frame) frames.push(frame);
      }
      pieces = [held.subarray(rowStart - from)];
    } else pieces.push(chunk);
    if (parser.errored) skipRow(frames);
  }

  /** The row is too long: what comes after it begins at the first line behind the limit. */
  function skipRow(frames: Frame[]): void {
    const held = Buffer.concat(pieces);
    const behind = held.subarray(Math.min(limit, held.length));
    pieces = [Buffer.from(held.subarray(0, Math.min(limit, held.length)))];
    skipping = true;
    skipLine(behind, frames);
  }

  function skipLine(chunk: Buffer, frames: Frame[]): void {
    const at = chunk.indexOf(NEWLINE);
    const skipped = at === -1 ? chunk.length : at + 1;
    const [first = Buffer.alloc(0)] = pieces;
    if (at === -1) {
      line += linesIn(chunk);
      return;
    }
    const start = total - chunk.length + skipped;
    frames.push(tooLarge(first, start - rowStart, line, rowStart));
    line += linesIn(first) + 1;
    rowStart = start;
    base = start;
    pieces = [];
    skipping = false;
    parser = newParser();
    feed(chunk.subarray(skipped), frames);
  }

  function end(): Frame[] {
    const frames: Frame[] = [];
    const [first = Buffer.alloc(0)] = pieces;
    if (skipping) return [tooLarge(first, total - rowStart, line, rowStart)];
    feed(ENDING, frames);
    const rest = Buffer.concat(pieces).subarray(0, Math.max(total - rowStart, 0));
    if (rest.some((byte) => byte !== NEWLINE && byte !== RETURN))
      frames.push(notClosed(rest, line, rowStart));
    pieces = [];
    return frames;
  }

  let ahead = base;
  return {
    push(chunk) {
      const skipped = Math.min(ahead, chunk.length);
      ahead -= skipped;
      total += skipped;
      return push(chunk.subarray(skipped));
    },
    end,
    get header() {
      return header;
    },
  };
}

/** Line breaks: LF, CRLF, or CR alone. */
function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  if (lines > 0) return lines;
  for (let at = bytes.indexOf(RETURN); at !== -1; at = bytes.indexOf(RETURN, at + 1)) lines++;
  return lines;
}

/** Names of columns, each once: an empty one is called after its place, one that was there before gets a `_`. */
function uniqueNames(cells: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    let name = mendText(cell.trim()) || `column_${index + 1}`;
    while (names.has(name)) name = `_${name}`;
    names.add(name);
  }
  return [...names];
}

function frameOfRow(
  bytes: Buffer,
  cells: readonly string[],
  names: readonly string[],
  line: number,
  byteOffset: number,
): Frame {
  const text = bytes.toString('utf8');
  const isBroken = (text.includes('\ufffd') && !isUtf8(bytes)) || text.includes('\0');
  const original = isBroken ? Buffer.from(bytes) : null;
  const place = { line, byteOffset, ...(original && { bytes: () => original }) };
  if (cells.length !== names.length) return wrongCount(place, text, cells.length, names.length);
  const row = {};
  names.forEach((name, index) => {
    const cell = cells[index] ?? '';
    keep(row, name, isBroken ? mendText(cell) : cell);
  });
  return { ...place, text, repaired: isBroken, row };
}

const wrongCount = (
  place: { line: number; byteOffset: number },
  original: string,
  cells: number,
  columns: number,
): FaultFrame => ({
  ...place,
  fault: {
    code: 'WRONG_CELL_COUNT',
    path: '$',
    reason: `It has ${cells} cell${cells === 1 ? '' : 's'}; the header has ${columns}.`,
  },
  original,
});

const notClosed = (rest: Buffer, line: number, byteOffset: number): FaultFrame => ({
  line,
  byteOffset,
  fault: {
    code: 'QUOTE_NOT_CLOSED',
    path: '$',
    reason: 'The file ends inside a cell in quotes; rows may have been swallowed by it.',
  },
  original: rest.toString('utf8'),
});
