import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { jsonRow } from '../../../electron/engine/files/parquet-values.ts';
import { isFault } from '../../../shared/contract/errors.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { readPath, refusalOf } from './reading.ts';

const CODECS = ['uncompressed', 'snappy', 'gzip', 'zstd'];
const fixture = (codec: string): string =>
  join(import.meta.dirname, '..', 'fixtures', 'parquet', `conversations-${codec}.parquet`);

describe('a Parquet file', () => {
  it.each(CODECS)('with %s pages gives its rows, row group by row group', async (codec) => {
    const { frames, layout, sha256 } = await readPath(fixture(codec));
    expect(frames).toHaveLength(25);
    expect(layout).toEqual({ framing: 'parquet', encoding: null, delimiter: null, header: null });
    expect(sha256).toBe(
      createHash('sha256')
        .update(readFileSync(fixture(codec)))
        .digest('hex'),
    );
    expect(frames.map(({ line }) => line)).toEqual(frames.map((_, index) => index + 1));
    expect(new Set(frames.map(({ byteOffset }) => byteOffset)).size).toBe(3);
    expect(frames[3]).toMatchObject({
      repaired: false,
      row: {
        conversation_hash: 'hash-3',
        model: null,
        timestamp: '2025-10-09T08:53:23.000Z',
        turn: 1,
        big: '9007199254740996',
        score: 0.75,
        redacted: false,
        conversation: [
          { role: 'user', content: 'Question 3: where is my parcel? äöü 😀', language: 'English' },
          { role: 'assistant', content: 'Answer 3: it is on its way.', language: 'English' },
        ],
      },
    });
    expect(frames[2]).toMatchObject({ row: { score: 'NaN' } });
  });

  it('cut off anywhere is refused as a whole', async () => {
    const whole = readFileSync(fixture('snappy'));
    for (const length of [4, 12, 1000, whole.length - 1])
      expect(await refusalOf(whole.subarray(0, length)), `${length}`).toMatchObject({
        code: 'PARQUET_DAMAGED',
      });
  });
});

test('a Parquet file damaged in any way gives rows or is refused, and neither hangs nor takes all memory', async () => {
  const random = seededRandom('parquet');
  const path = join(tempFolder(), 'damaged.parquet');
  let refused = 0;
  for (let round = 0; round < 1500; round += 1) {
    const bytes = Buffer.from(readFileSync(fixture(CODECS[round % CODECS.length] ?? 'snappy')));
    const hits = 1 + random.below(4);
    // The description at the end is where a changed byte does most.
    const from = random.below(2) === 0 ? 4 : bytes.length - 1600;
    for (let hit = 0; hit < hits; hit += 1)
      bytes[from + random.below(bytes.length - from - 8)] = random.below(256);
    writeFileSync(path, bytes);
    try {
      const { frames } = await readPath(path);
      expect(frames.length).toBeLessThan(1000);
    } catch (error) {
      if (!isFault(error)) throw error;
      expect(error.failure.code).toBe('PARQUET_DAMAGED');
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(200);
});

test('values that JSON does not have are written as it has them', () => {
  const { row, repaired } = jsonRow({
    small: 5n,
    large: 2n ** 63n,
    when: new Date(0),
    never: new Date(Number.NaN),
    text: Uint8Array.from(Buffer.from('täxt')),
    bytes: Uint8Array.from([0xff, 0xfe]),
    floats: Float32Array.from([0.5, 1]),
    nothing: undefined,
    infinite: Number.POSITIVE_INFINITY,
    nested: [{ a: 1n, b: 'x\0' }],
  });
  expect(JSON.parse(JSON.stringify(row))).toEqual({
    small: 5,
    large: '9223372036854775808',
    when: '1970-01-01T00:00:00.000Z',
    never: null,
    text: 'täxt',
    bytes: '//4=',
    floats: [0.5, 1],
    nothing: null,
    infinite: 'Infinity',
    nested: [{ a: 1, b: 'x\ufffd' }],
  });
  expect(repaired).toBe(true);
});
