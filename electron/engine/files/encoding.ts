import { Fault } from '../../../shared/contract/errors.ts';

/** Encodings of one byte a character, by the names of the WHATWG Encoding Standard, and the usual other names for them. */
const SINGLE_BYTE: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': ['cp1252', 'latin1', 'latin-1', 'iso-8859-1', 'ascii'],
  'windows-1250': ['cp1250'],
  'windows-1251': ['cp1251'],
  'windows-1253': ['cp1253'],
  'windows-1254': ['cp1254', 'iso-8859-9', 'latin5'],
  'windows-1255': ['cp1255'],
  'windows-1256': ['cp1256'],
  'windows-1257': ['cp1257'],
  'windows-1258': ['cp1258'],
  'iso-8859-2': ['latin2'],
  'iso-8859-5': [],
  'iso-8859-7': [],
  'iso-8859-15': ['latin9', 'latin-9'],
  'koi8-r': [],
  'koi8-u': [],
  macintosh: ['mac-roman', 'macroman'],
  ibm866: ['cp866'],
};
const UNICODE: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['utf8'],
  'utf-16le': ['utf16le', 'utf-16', 'utf16', 'ucs-2'],
  'utf-16be': ['utf16be'],
};

/** Names of all encodings that can be asked for; each is its standard name. */
export const ENCODINGS = [...Object.keys(UNICODE), ...Object.keys(SINGLE_BYTE)];

/** The standard name for what the user called an encoding. Throws USAGE for one that is not known. */
export function encodingNamed(given: string): string {
  const name = given.trim().toLowerCase().replaceAll('_', '-');
  for (const known of [UNICODE, SINGLE_BYTE])
    for (const [standard, others] of Object.entries(known))
      if (name === standard || others.includes(name)) return standard;
  throw new Fault(
    'USAGE',
    `There is no encoding "${given}" among those that can be read.`,
    undefined,
    `Use one of ${ENCODINGS.join(', ')}; without one, UTF-8 and UTF-16 are told apart by themselves.`,
  );
}

export interface Detected {
  encoding: string;
  /** Length of the byte order mark. */
  mark: number;
}

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** As much of the beginning is looked at for the zeros that UTF-16 leaves between plain letters. */
const LOOKED_AT = 512;

/**
 * The encoding of a file that begins so: `told` where the user said it, else what a byte order mark says, else UTF-16 where its
 * zeros stand in every other place, else UTF-8.
 */
export function detectEncoding(head: Buffer, told: string | null): Detected {
  const marked = MARKS.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  const isMarked = marked !== undefined && (told === null || told === marked[1]);
  if (isMarked) return { encoding: marked[1], mark: marked[0].length };
  return { encoding: told ?? byZeros(head.subarray(0, LOOKED_AT)), mark: 0 };
}

function byZeros(head: Buffer): string {
  const pairs = Math.floor(head.length / 2);
  let first = 0;
  let second = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) first += 1;
    if (head[index + 1] === 0) second += 1;
  }
  // The first character of a record or a table's header is a plain one; what follows may be of any script.
  if (head[0] !== 0 && head[1] === 0 && first <= second / 2) return 'utf-16le';
  if (head[0] === 0 && head[1] !== 0 && second <= first / 2) return 'utf-16be';
  return 'utf-8';
}
