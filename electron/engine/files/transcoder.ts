/** Text in UTF-8, and which of its characters stand for bytes that were none in the file's encoding. */
export interface Decoded {
  utf8: Buffer;
  /** Offset in `utf8` of each U+FFFD that was put in place of something -> that, as a number. */
  replaced: ReadonlyMap<number, number>;
}

/** Turns bytes of one encoding into UTF-8 and back. */
export interface Transcoder {
  /** Bytes of one code unit. */
  unit: 1 | 2;
  decode(chunk: Buffer): Decoded;
  /** What is left when there are no more bytes. */
  end(): Decoded;
  /** The bytes that a text stood for; `original` gives the number that the U+FFFD at an offset of its UTF-8 was put in place of. */
  encode(text: string, original: (offset: number) => number | undefined): Buffer;
}

const REPLACEMENT = 0xfffd;
const NONE: ReadonlyMap<number, number> = new Map();

export const transcoderFor = (encoding: string): Transcoder =>
  encoding.startsWith('utf-16') ? utf16(encoding === 'utf-16be') : singleByte(encoding);

/** UTF-8 bytes of a code unit; a surrogate counts for half of its pair. */
const utf8Length = (unit: number): number =>
  unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;

function utf16(bigEndian: boolean): Transcoder {
  /** Half a unit, or half a pair, that waits for its other half. */
  let held = Buffer.alloc(0);
  return {
    unit: 2,
    decode(chunk) {
      const bytes = Buffer.concat([held, chunk]);
      let whole = bytes.length - (bytes.length % 2);
      const last = whole >= 2 ? bytes[whole - (bigEndian ? 2 : 1)] : undefined;
      if (last !== undefined && (last & 0xfc) === 0xd8) whole -= 2;
      held = Buffer.from(bytes.subarray(whole));
      return decodeUnits(bytes.subarray(0, whole), bigEndian);
    },
    end() {
      const rest = held;
      held = Buffer.alloc(0);
      const padded = Buffer.concat([rest, Buffer.alloc(rest.length % 2, 0xff)]);
      const decoded = decodeUnits(padded.subarray(0, padded.length - (rest.length % 2) * 2), bigEndian);
      if (rest.length % 2 === 0) return decoded;
      const utf8 = Buffer.concat([decoded.utf8, Buffer.from('\ufffd')]);
      return { utf8, replaced: new Map([...decoded.replaced, [decoded.utf8.length, rest.at(-1) ?? 0]]) };
    },
    encode(text, original) {
      const units = new Uint16Array(text.length);
      let offset = 0;
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        units[index] = (unit === REPLACEMENT ? original(offset) : undefined) ?? unit;
        offset += utf8Length(unit);
      }
      const bytes = Buffer.from(units.buffer);
      return bigEndian ? bytes.swap16() : bytes;
    },
  };
}

function decodeUnits(bytes: Buffer, bigEndian: boolean): Decoded {
  const text = (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
  // Lone surrogates become U+FFFD in UTF-8.
  const utf8 = Buffer.from(text);
  return { utf8, replaced: /\p{Cs}/u.test(text) ? loneSurrogates(text) : NONE };
}

function loneSurrogates(text: string): Map<number, number> {
  const found = new Map<number, number>();
  let offset = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isLone = code >= 0xd800 && code < 0xe000;
    if (isLone) found.set(offset, code);
    offset += isLone ? 3 : Buffer.byteLength(character);
  }
  return found;
}

/** What Windows-1252 has at 80 to 9F. Some versions of Node take it for Latin-1, which has controls there. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A decoder that looks at each byte by itself. */
function byteDecoder(encoding: string): (chunk: Buffer) => string {
  if (encoding === 'windows-1252')
    return (chunk) =>
      chunk
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80] ?? '');
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk);
}

function singleByte(encoding: string): Transcoder {
  const decoded = byteDecoder(encoding);
  const characters = Array.from({ length: 256 }, (_, byte) => decoded(Buffer.of(byte)));
  const bytes = new Map(characters.map((character, byte) => [character, byte]));
  return {
    unit: 1,
    decode(chunk) {
      const text = decoded(chunk);
      const utf8 = Buffer.from(text);
      if (!text.includes('\ufffd')) return { utf8, replaced: NONE };
      const replaced = new Map<number, number>();
      let offset = 0;
      for (let index = 0; index < text.length; index += 1) {
        if (text.charCodeAt(index) === REPLACEMENT) replaced.set(offset, chunk[index] ?? 0);
        offset += utf8Length(text.charCodeAt(index));
      }
      return { utf8, replaced };
    },
    end: () => ({ utf8: Buffer.alloc(0), replaced: NONE }),
    encode(text, original) {
      const encoded = Buffer.alloc(text.length);
      let offset = 0;
      for (let index = 0; index < text.length; index += 1) {
        const character = text[index] ?? '';
        const unit = character.charCodeAt(0);
        encoded[index] = (unit === REPLACEMENT ? original(offset) : bytes.get(character)) ?? 0x3f;
        offset += utf8Length(unit);
      }
      return encoded;
    },
  };
}
