import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inProportion } from '../../../electron/engine/files/inflation.ts';
import { fc } from '../../support/property.ts';
import { readContent, refusalOf, textsOf } from './reading.ts';

const text = Array.from({ length: 20_000 }, (_, index) =>
  JSON.stringify({ index, text: `line ${index % 97} of ${index}` }),
).join('\n');

describe('Zstandard', () => {
  it('is read as what it holds, in any number of frames, those to be skipped among them', async () => {
    const skipped = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const packed = Buffer.concat([
      skipped,
      zstdCompressSync(text.slice(0, 300_000)),
      skipped,
      zstdCompressSync(''),
      zstdCompressSync(text.slice(300_000)),
    ]);
    const read = await readContent(packed);
    expect(textsOf(read)).toEqual(text.split('\n'));
    expect(read.sha256).toBe(createHash('sha256').update(packed).digest('hex'));
  });

  it('of any content is read as that content', async () => {
    const content = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 30 }), async (lines, times) => {
        const all = Array.from({ length: times }, () => lines.map((line) => JSON.stringify({ line }))).flat();
        expect(textsOf(await readContent(zstdCompressSync(all.join('\n'))))).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('that is cut off, or damaged, or needs more memory than is given is refused as a whole', async () => {
    const packed = zstdCompressSync(text);
    for (const length of [5, 9, 100, packed.length - 1])
      expect(await refusalOf(packed.subarray(0, length)), `${length}`).toMatchObject({
        code: 'ZSTD_DAMAGED',
      });
    const followed = Buffer.concat([packed, Buffer.from('more')]);
    expect(await refusalOf(followed)).toMatchObject({ code: 'ZSTD_DAMAGED' });
    // A window of two gigabytes, as the header says.
    const greedy = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 1, 0, 0]);
    expect(await refusalOf(greedy)).toMatchObject({ code: 'DECOMPRESSION_BOMB' });
  });
});

describe('data that unfolds out of all proportion', () => {
  const bomb = Buffer.alloc(200 * 1024 * 1024, '{"messages":[]}\n');

  it.each([
    ['gzip', () => gzipSync(bomb)],
    ['Zstandard', () => zstdCompressSync(bomb)],
  ])('in %s is not read to its end', async (_name, pack) => {
    const packed = pack();
    expect(packed.length).toBeLessThan(2_000_000);
    expect(await refusalOf(packed)).toMatchObject({
      code: 'DECOMPRESSION_BOMB',
      message: expect.stringContaining('300 times'),
    });
  });

  it('is told from what merely unfolds well', async () => {
    async function* chunks() {
      for (let count = 0; count < 200; count += 1) yield Buffer.alloc(1024 * 1024);
    }
    const raw = {
      next: async () => null,
      digest: () => '',
      total: 1024 * 1024,
      close: async () => undefined,
    };
    let length = 0;
    for await (const chunk of inProportion(chunks(), raw)) length += chunk.length;
    expect(length).toBe(200 * 1024 * 1024);
  });
});
