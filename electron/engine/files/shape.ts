import { Fault } from '../../../shared/contract/errors.ts';
import { isObject } from '../../../shared/domain/json.ts';
import { parseRecord } from '../../../shared/formats/record.ts';
import { tableShape } from './delimiter.ts';
import { type Framer, isFaultFrame } from './frame.ts';
import { lineFramer } from './line-framer.ts';
import { type TableFramer, tableFramer } from './table-framer.ts';
import { valueFramer } from './value-framer.ts';

/** How much of a file is looked at to tell how its records are laid out. */
export const HEAD_BYTES = 256 * 1024;

/** How the records of a text stand in it: one a line, JSON values over any number of lines, or rows of a table. */
export type Shape =
  | { framing: 'lines' | 'values'; framer: Framer }
  | { framing: 'table'; framer: TableFramer; delimiter: string };

const isJsonObject = (text: string): boolean => {
  const parsed = parseRecord(text);
  return parsed.ok && isObject(parsed.value);
};

/**
 * The shape of a text that begins with `head`, its byte order mark of `mark` bytes overwritten with blanks; `isWhole` where that is all
 * of it. Throws NOT_JSON where it is neither JSON nor a
 * table, and FILE_EMPTY where nothing but white space is there.
 */
export function shapeOf(head: Buffer, mark: number, isWhole: boolean, file: string): Shape {
  const start = head.findIndex((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (start === -1)
    throw new Fault('FILE_EMPTY', `There is nothing but white space in the file: ${file}`, { file });
  const first = head[start];
  if (first === 0x5b) return { framing: 'values', framer: valueFramer() };
  if (first === 0x7b)
    return isOneRecordALine(head.subarray(start))
      ? { framing: 'lines', framer: lineFramer() }
      : { framing: 'values', framer: valueFramer() };
  const kind = kindOf(head, start);
  if (kind === null && areMostlyObjects(head.toString('utf8', start)))
    return { framing: 'lines', framer: lineFramer() };
  const table = kind === null ? tableShape(head.toString('utf8', mark), isWhole) : null;
  if (!table) throw notJson(head, start, kind, file);
  return { framing: 'table', framer: tableFramer(table, mark), delimiter: table.delimiter };
}

/**
 * True for JSON Lines. An object that goes on over several lines is told apart from a first line that is cut off by
 * what follows: the object closes and parses, or else some later line is a whole object of its own.
 */
function isOneRecordALine(text: Buffer): boolean {
  const newline = text.indexOf(0x0a);
  if (isJsonObject(text.toString('utf8', 0, newline === -1 ? text.length : newline))) return true;
  const value = valueFramer().push(text)[0];
  if (value && !isFaultFrame(value) && isJsonObject(value.text)) return false;
  if (newline === -1) return true;
  const later = text.toString('utf8', newline + 1).split('\n');
  return later.some((line) => line.startsWith('{') && isJsonObject(line));
}

/** Lines looked at of a text that begins with no JSON. */
const LINES = 50;

/** True for JSON Lines that begin with lines that are none, such as a warning of the program that wrote them. */
function areMostlyObjects(text: string): boolean {
  const lines = text
    .split('\n', LINES)
    .slice(1)
    .filter((line) => line.trim() !== '');
  return 2 * lines.filter((line) => line.startsWith('{') && isJsonObject(line)).length > lines.length;
}

/** First bytes, in hexadecimal -> what a file that begins so is. */
const KINDS: readonly (readonly [magic: string, kind: string])[] = [
  ['1f8b', 'gzip data inside other packed data'],
  ['28b52ffd', 'Zstandard data inside other packed data'],
  ['425a68', 'bzip2-compressed data'],
  ['fd377a585a', 'xz-compressed data'],
  ['504b0304', 'a ZIP archive inside other packed data'],
  ['377abcaf', 'a 7-Zip archive'],
  ['50415231', 'a Parquet file inside packed data'],
  ['53514c69746520666f726d61742033', 'an SQLite database'],
  ['25504446', 'a PDF document'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['7f454c46', 'a program'],
  ['3c', 'XML or HTML'],
];

/** What the file is, where that is known and is no text; null else. */
function kindOf(head: Buffer, start: number): string | null {
  const opening = head.toString('hex', start, start + 16);
  const kind = KINDS.find(([magic]) => opening.startsWith(magic))?.[1];
  return kind ?? (isBinary(head.subarray(start, start + 400)) ? 'binary data' : null);
}

/** Controls that no text has, or more zeros than a slip would leave. */
function isBinary(bytes: Buffer): boolean {
  const zeros = bytes.filter((byte) => byte === 0).length;
  return zeros > bytes.length / 4 || bytes.some((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 27));
}

function notJson(head: Buffer, start: number, kind: string | null, file: string): Fault {
  const what = kind === null ? begun(head, start) : `it is ${kind}`;
  return new Fault('NOT_JSON', `The file is neither JSON nor a table: ${what}.`, {
    file,
    line: 1 + head.subarray(0, start).filter((byte) => byte === 0x0a).length,
  });
}

function begun(head: Buffer, start: number): string {
  const line = head.toString('utf8', start, start + 200).split(/\r?\n/, 1)[0] ?? '';
  return `it begins with ${JSON.stringify(line.length > 40 ? `${line.slice(0, 40)}...` : line)}`;
}
