import { describe, expect, it } from 'vitest';
import { ENCODINGS, encodingNamed } from '../../../electron/engine/files/encoding.ts';
import { isFaultFrame } from '../../../electron/engine/files/frame.ts';
import { transcoderFor } from '../../../electron/engine/files/transcoder.ts';
import { fc } from '../../support/property.ts';
import { bytesOf, readContent, refusalOf, textsOf } from './reading.ts';

const line = (text: string): string => JSON.stringify({ text });
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** How a text is written in each encoding that is told by itself. */
const WRITERS: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE with a mark': (text) => swapped(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => swapped(Buffer.from(text, 'utf16le')),
};

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 6 });

describe('the same text is the same records', () => {
  it.each(Object.entries(WRITERS))(
    'in %s, with places and bytes as they are in the file',
    async (_, write) => {
      await fc.assert(
        fc.asyncProperty(texts, async (all) => {
          const file = write(all.map((text) => `${line(text)}\n`).join(''));
          const read = await readContent(file);
          expect(textsOf(read)).toEqual(all.map(line));
          for (const frame of read.frames) {
            const bytes = bytesOf(frame);
            expect(file.subarray(frame.byteOffset, frame.byteOffset + bytes.length)).toEqual(bytes);
            expect(isFaultFrame(frame) || frame.repaired).toBe(false);
          }
          expect(read.frames.map((frame) => frame.line)).toEqual(all.map((_text, index) => index + 1));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('in an encoding of one byte a character, when it is told', async () => {
    const text = 'Zürich – 5 € “ok” Œuvre';
    const bytes = transcoderFor('windows-1252').encode(line(text), () => undefined);
    expect(bytes.toString('latin1')).toContain('Z\xfcrich \x96 5 \x80');
    const read = await readContent(bytes, { encoding: encodingNamed('CP1252') });
    expect(textsOf(read)).toEqual([line(text)]);
    expect(read.layout).toMatchObject({ encoding: 'windows-1252' });
    const cyrillic = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('"}'),
    ]);
    expect(textsOf(await readContent(cyrillic, { encoding: 'windows-1251' }))).toEqual(['{"a":"При"}']);
  });

  it('in whatever encoding there is, and back to the same bytes', () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    for (const encoding of ENCODINGS.filter((name) => !name.startsWith('utf'))) {
      const { utf8, replaced } = transcoderFor(encoding).decode(all);
      const back = transcoderFor(encoding).encode(utf8.toString(), (offset) => replaced.get(offset));
      expect(back, encoding).toEqual(all);
    }
  });

  it('in longer files than are looked at to tell the encoding, in several chunks', async () => {
    const all = Array.from({ length: 30_000 }, (_, n) => line(`${n} äöü 😀 ${'x'.repeat(n % 50)}`));
    const file = Buffer.from(`\ufeff${all.join('\r\n')}`, 'utf16le');
    const read = await readContent(file);
    expect(textsOf(read)).toEqual(all);
    const last = read.frames.at(-1);
    expect(file.toString('utf16le', last?.byteOffset ?? 0)).toBe(all.at(-1));
  });
});

describe('what is no text', () => {
  it('in UTF-8 becomes U+FFFD, is told of, and its bytes are kept', async () => {
    const raw = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]);
    const { frames } = await readContent(Buffer.concat([raw, Buffer.from('\n{"b":1}')]));
    expect(frames).toMatchObject([
      { text: '{"a":"\ufffd\ufffd"}', repaired: true },
      { text: '{"b":1}', repaired: false },
    ]);
    expect(frames[0] && bytesOf(frames[0])).toEqual(raw);
  });

  it('in UTF-16, half a pair, too; a U+FFFD that was there is left alone', async () => {
    const text = '{"a":"x\ud800y"}\n{"b":"\ufffd"}\n{"c":1}';
    const file = Buffer.from(text, 'utf16le');
    const { frames } = await readContent(file);
    expect(frames.map((frame) => !isFaultFrame(frame) && frame.repaired)).toEqual([true, false, false]);
    expect(frames[0]).toMatchObject({ text: '{"a":"x\ufffdy"}' });
    expect(frames[0] && bytesOf(frames[0])).toEqual(file.subarray(0, 22));
  });

  it('at the end of UTF-16 that is cut within a character does not hide the rest', async () => {
    const file = Buffer.from('{"a":1}\n{"b":2}', 'utf16le');
    const read = await readContent(file.subarray(0, file.length - 1));
    expect(textsOf(read)[0]).toBe('{"a":1}');
    expect(read.frames).toHaveLength(2);
  });

  it('never gives a text that cannot be stored, whatever the bytes and the encoding', async () => {
    const encodings = fc.constantFrom(null, 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1253');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        encodings,
        async (noise, encoding) => {
          const file = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(noise), Buffer.from('"}\n')]);
          try {
            const { frames } = await readContent(file, { encoding });
            for (const frame of frames) {
              const text = isFaultFrame(frame) ? frame.original : frame.text;
              expect(text).toBe(Buffer.from(text).toString());
            }
          } catch (error) {
            expect(error).toMatchObject({
              failure: { code: expect.stringMatching(/^(NOT_JSON|FILE_EMPTY)$/) },
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('an encoding that is not known is refused with those that are', () => {
  expect(() => encodingNamed('ebcdic')).toThrow(/no encoding "ebcdic"/);
});

it('UTF-16 that is no JSON and no table is refused like any other text', async () => {
  expect(await refusalOf(Buffer.from('\ufeffjust words', 'utf16le'))).toMatchObject({ code: 'NOT_JSON' });
});
