import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Frame, isFaultFrame } from '../../../electron/engine/files/frame.ts';
import { readFrames } from '../../../electron/engine/files/framing.ts';
import { openSource } from '../../../electron/engine/files/source.ts';
import { isFault } from '../../../shared/contract/errors.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-framing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const digest = createHash('sha1').update(content).digest('hex');
  const path = join(folder, `${digest}.data`);
  writeFileSync(path, content);
  return path;
}

async function framesOf(content: string | Buffer): Promise<Frame[]> {
  const all: Frame[] = [];
  for await (const frames of readFrames(await openSource(file(content)))) all.push(...frames);
  return all;
}

const told = (frames: Frame[]) =>
  frames.map((frame) =>
    isFaultFrame(frame)
      ? `${frame.line}@${frame.byteOffset} ${frame.fault.code}`
      : `${frame.line}@${frame.byteOffset} ${frame.text}`,
  );

async function refusalOf(content: string | Buffer) {
  try {
    await framesOf(content);
  } catch (error) {
    if (isFault(error)) return error.failure;
    throw error;
  }
  throw new Error('the file was read');
}

describe('JSON Lines', () => {
  it('give a record a line, with its line and offset, blank lines skipped', async () => {
    expect(told(await framesOf('{"a":1}\n\n  {"a":2}  \r\n\r\n{"a":"é"}\n{"a":4}'))).toEqual([
      '1@0 {"a":1}',
      '3@11 {"a":2}',
      '5@24 {"a":"é"}',
      '6@35 {"a":4}',
    ]);
  });

  it('may begin with a byte order mark', async () => {
    expect(told(await framesOf('\ufeff{"a":1}\n{"a":2}\n'))).toEqual(['1@3 {"a":1}', '2@11 {"a":2}']);
  });

  it('keep a bad line in a good file as a record of its own', async () => {
    expect(told(await framesOf('{"a":1}\nnot json\n{"a":2}\n'))).toEqual([
      '1@0 {"a":1}',
      '2@8 not json',
      '3@17 {"a":2}',
    ]);
  });

  it('are told from one object over several lines although the first line is cut off', async () => {
    const frames = await framesOf('{"messages":[{"role":\n{"a":2}\n{"a":3}\n');
    expect(frames.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('may begin with lines that are none, each a record that is wrong', async () => {
    expect(told(await framesOf('Warning: slow disk\n}\n{"a":1}\n{"a":2}\n{"a":3}'))).toEqual([
      '1@0 Warning: slow disk',
      '2@19 }',
      '3@21 {"a":1}',
      '4@29 {"a":2}',
      '5@37 {"a":3}',
    ]);
  });

  it('may end with carriage returns alone', async () => {
    expect(told(await framesOf('{"a":1}\r{"a":2}\r'))).toEqual(['1@0 {"a":1}', '1@8 {"a":2}']);
  });

  it('with bytes that are not UTF-8 give U+FFFD for them and say so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"\ufffd"}\n{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
    ]);
    expect(await framesOf(bytes)).toMatchObject([
      { text: '{"a":"\ufffd"}', repaired: false },
      { text: '{"a":"\ufffd"}', repaired: true },
    ]);
  });

  it('longer than any chunk are put together again', async () => {
    const long = JSON.stringify({ a: 'ä'.repeat(1_000_000) });
    const frames = await framesOf(`${long}\n{"b":1}\n${long}`);
    expect(frames.map((frame) => (isFaultFrame(frame) ? '' : frame.text))).toEqual([long, '{"b":1}', long]);
    expect(frames[1]?.byteOffset).toBe(Buffer.byteLength(long) + 1);
  });
});

describe('a JSON file', () => {
  it('with a list gives its elements, on one line or many', async () => {
    expect(told(await framesOf('[{"a":[1,"]}"]},{"b":"\\"{"}]'))).toEqual([
      '1@1 {"a":[1,"]}"]}',
      '1@16 {"b":"\\"{"}',
    ]);
    expect(told(await framesOf('[\n  {\n    "a": 1\n  },\n  {"b": 2},\n]\n'))).toEqual([
      '2@4 {\n    "a": 1\n  }',
      '5@24 {"b": 2}',
    ]);
  });

  it('with one object over several lines gives that object', async () => {
    const text = '{\n "messages": [\n{"role":"user","content":"x"}\n ]\n}';
    expect(told(await framesOf(`\n${text}\n`))).toEqual([`2@1 ${text}`]);
  });

  it('with elements of any kind gives each of them', async () => {
    const frames = await framesOf('[1, "a,]", null, [2, 3], true]');
    expect(frames.map((frame) => (isFaultFrame(frame) ? '' : frame.text))).toEqual([
      '1',
      '"a,]"',
      'null',
      '[2, 3]',
      'true',
    ]);
  });

  it('with an empty list has no record', async () => {
    expect(await framesOf('[]')).toEqual([]);
  });

  it('that is cut off gives what is whole, and a fault where it ends', async () => {
    const inside = await framesOf('[{"a":1},\n{"b":"x');
    expect(told(inside)).toEqual(['1@1 {"a":1}', '2@10 NOT_JSON']);
    expect(inside[1]).toMatchObject({
      original: '{"b":"x',
      fault: { reason: expect.stringContaining('inside this') },
    });
    expect(told(await framesOf('[{"a":1}\n'))).toEqual(['1@1 {"a":1}', '2@9 NOT_JSON']);
  });
});

describe('gzip', () => {
  const text = Array.from({ length: 20_000 }, (_, index) =>
    JSON.stringify({ index, text: 'x'.repeat(90) }),
  ).join('\n');

  it('is read as what it holds, whatever the name, several members too', async () => {
    const halves = [text.slice(0, 900_000), text.slice(900_000)].map((half) => gzipSync(half));
    const frames = await framesOf(Buffer.concat(halves));
    expect(frames).toHaveLength(20_000);
    expect(frames[19_999]).toMatchObject({ line: 20_000, text: text.slice(text.lastIndexOf('\n') + 1) });
  });

  it('cut off or damaged is refused as a whole', async () => {
    const packed = gzipSync(text);
    const damaged = Buffer.from(packed);
    const half = Math.floor(packed.length / 2);
    damaged.fill(0x55, half, half + 40);
    expect(await refusalOf(packed.subarray(0, half))).toMatchObject({ code: 'GZIP_DAMAGED' });
    expect(await refusalOf(damaged)).toMatchObject({ code: 'GZIP_DAMAGED' });
  });

  it('padded with zeros still has the digest of the whole file', async () => {
    const content = Buffer.concat([gzipSync('{"a":1}\n'), Buffer.alloc(3_000_000)]);
    const reader = readFrames(await openSource(file(content)));
    for await (const frames of reader) expect(frames.length).toBeLessThan(2);
    expect(reader.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });
});

describe('a file that is neither JSON nor a table is refused with what it seems to be', () => {
  it.each([
    [
      'prose',
      Buffer.from('Dear reader\nthis is a letter, no table\n'),
      'NOT_JSON',
      /begins with "Dear reader"/,
    ],
    ['HTML', Buffer.from('\n<html>'), 'NOT_JSON', /XML or HTML/],
    ['gzip twice', gzipSync(gzipSync('{"a":1}')), 'NOT_JSON', /gzip data inside other/],
    ['binary', Buffer.from([1, 2, 0, 4]), 'NOT_JSON', /binary data/],
    ['a ZIP archive', Buffer.from('PK\x03\x04....'), 'ARCHIVE_UNSUPPORTED', /ZIP archive/],
    ['Parquet without an end', Buffer.from('PAR1\0\0\0'), 'PARQUET_DAMAGED', /Parquet/],
    ['Zstandard without an end', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), 'ZSTD_DAMAGED', /Zstandard/],
  ])('%s', async (_kind, content, code, message) => {
    const failure = await refusalOf(content);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
  });

  it('and one with nothing but white space counts as empty', async () => {
    expect(await refusalOf('\n  \r\n')).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await refusalOf(gzipSync(''))).toMatchObject({ code: 'FILE_EMPTY' });
  });
});

describe('while a file is read', () => {
  const content = `${JSON.stringify({ a: 'x'.repeat(1000) })}\n`.repeat(2000);

  it('its bytes are counted and digested', async () => {
    const seen: number[] = [];
    const reader = readFrames(await openSource(file(content)), { onBytes: (read) => seen.push(read) });
    expect(reader.sha256).toBeNull();
    let records = 0;
    for await (const frames of reader) records += frames.length;
    expect(records).toBe(2000);
    expect(seen.at(-1)).toBe(content.length);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(reader.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('it can be cancelled', async () => {
    const control = new AbortController();
    const read = async () => {
      for await (const frames of readFrames(await openSource(file(content)), { signal: control.signal }))
        if (frames.length > 0) control.abort();
    };
    await expect(read()).rejects.toMatchObject({ failure: { code: 'CANCELLED' } });
  });

  it('it can be left early and read again', async () => {
    const source = await openSource(file(content));
    for (const _round of [1, 2, 3])
      for await (const frames of readFrames(source)) {
        expect(frames.length).toBeGreaterThan(0);
        break;
      }
  });
});
