import { Fault } from '../../../shared/contract/errors.ts';
import { isObject } from '../../../shared/domain/json.ts';
import { parseRecord } from '../../../shared/formats/record.ts';
import { type Framer, isFaultFrame } from './frame.ts';
import { lineFramer } from './line-framer.ts';
import { valueFramer } from './value-framer.ts';

/** How much of a file is looked at to tell how its records are laid out. */
export const HEAD_BYTES = 256 * 1024;

const isJsonObject = (text: string): boolean => {
  const parsed = parseRecord(text);
  return parsed.ok && isObject(parsed.value);
};

/**
 * The framer for a file that begins with `head`. Throws NOT_JSON where it begins with neither an object nor a list, and
 * FILE_EMPTY where nothing but white space is there.
 */
export function framerFor(head: Buffer, file: string): Framer {
  const start = head.findIndex((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (start === -1)
    throw new Fault('FILE_EMPTY', `There is nothing but white space in the file: ${file}`, { file });
  const first = head[start];
  if (first === 0x5b) return valueFramer();
  if (first !== 0x7b) throw notJson(head, start, file);
  return isOneRecordALine(head.subarray(start)) ? lineFramer() : valueFramer();
}

/**
 * True for JSON Lines. An object that goes on over several lines is told apart from a first line that is cut off by
 * what follows: the object closes and parses, or else some later line is a whole object of its own.
 */
function isOneRecordALine(text: Buffer): boolean {
  const newline = text.indexOf(0x0a);
  if (newline === -1 || isJsonObject(text.toString('utf8', 0, newline))) return true;
  const value = valueFramer().push(text)[0];
  if (value && !isFaultFrame(value) && isJsonObject(value.text)) return false;
  const later = text.toString('utf8', newline + 1).split('\n');
  return later.some((line) => line.startsWith('{') && isJsonObject(line));
}

/** First bytes, in hexadecimal -> what a file that begins so is. */
const KINDS: readonly (readonly [magic: string, kind: string])[] = [
  ['1f8b', 'gzip data inside gzip'],
  ['28b52ffd', 'Zstandard-compressed data'],
  ['425a68', 'bzip2-compressed data'],
  ['fd377a585a', 'xz-compressed data'],
  ['504b0304', 'a ZIP archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['50415231', 'a Parquet file'],
  ['53514c69746520666f726d61742033', 'an SQLite database'],
  ['25504446', 'a PDF document'],
  ['89504e47', 'a PNG image'],
  ['7f454c46', 'a program'],
  ['fffe', 'UTF-16 text'],
  ['feff', 'UTF-16 text'],
  ['3c', 'XML or HTML'],
];

function notJson(head: Buffer, start: number, file: string): Fault {
  const opening = head.toString('hex', start, start + 16);
  const kind = KINDS.find(([magic]) => opening.startsWith(magic))?.[1];
  return new Fault('NOT_JSON', `The file is not JSON: ${kind ? `it is ${kind}` : begun(head, start)}.`, {
    file,
    line: 1 + head.subarray(0, start).filter((byte) => byte === 0x0a).length,
  });
}

function begun(head: Buffer, start: number): string {
  const line = head.toString('utf8', start, start + 200).split(/\r?\n/, 1)[0] ?? '';
  if (head.subarray(start, start + 200).includes(0)) return 'it is binary data';
  return `it begins with ${JSON.stringify(line.length > 40 ? `${line.slice(0, 40)}...` : line)}`;
}
