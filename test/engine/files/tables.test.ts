import { describe, expect, it } from 'vitest';
import { type Frame, isFaultFrame } from '../../../electron/engine/files/frame.ts';
import { tableFramer } from '../../../electron/engine/files/table-framer.ts';
import { fc } from '../../support/property.ts';
import { bytesOf, readContent, refusalOf, rowsOf } from './reading.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;

const cellOf = (text: string, delimiter: string): string =>
  text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(delimiter)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

const written = (rows: readonly (readonly string[])[], delimiter: string, ending: string): string =>
  rows.map((row) => row.map((cell) => cellOf(cell, delimiter)).join(delimiter) + ending).join('');

const objects = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));

const cells = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'",;|\t\n\r ab') as fc.Arbitrary<string>, maxLength: 8 }),
);
const NAMES = ['id', 'who', 'what'];
const tables = fc.array(
  fc.tuple(fc.string({ unit: fc.constantFrom(...'ab1'), minLength: 1 }), cells, cells),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('a table comes out as it went in', () => {
  it('whatever stands in its cells and between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (rows, delimiter, ending, mark) => {
          const body = written([NAMES, ...rows], delimiter, ending);
          const file = Buffer.from(`${mark ? '\ufeff' : ''}${body}`);
          const read = await readContent(file);
          expect(rowsOf(read)).toEqual(objects(NAMES, rows));
          expect(read.layout).toMatchObject({ framing: 'table', delimiter, header: NAMES.join(delimiter) });
          for (const frame of read.frames) {
            const bytes = bytesOf(frame);
            expect(file.subarray(frame.byteOffset, frame.byteOffset + bytes.length)).toEqual(bytes);
            const before = file.subarray(0, frame.byteOffset).toString();
            expect(before.split('\n')).toHaveLength(frame.line);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('however its bytes arrive', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, sizes, (rows, pieces) => {
        const bytes = Buffer.from(written([NAMES, ...rows], ',', '\n'));
        const framer = tableFramer({ delimiter: ',', preamble: 0 });
        const shared = Buffer.alloc(40);
        const frames: Frame[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = Math.min(pieces[turn % pieces.length] ?? 1, bytes.length - at);
          bytes.copy(shared, 0, at, at + size);
          frames.push(...framer.push(shared.subarray(0, size)));
          at += size;
        }
        frames.push(...framer.end());
        expect(frames.map((frame) => !isFaultFrame(frame) && frame.row)).toEqual(objects(NAMES, rows));
      }),
    );
  });

  it('without a line end at the end, with blank lines, with CR alone, in UTF-16', async () => {
    const rows = [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ];
    for (const file of [
      'a,b\n1,2\n\n3,4',
      '\n\na,b\n1,2\n3,4\n\n',
      'a,b\r1,2\r3,4\r',
      'sep=;\na;b\n1;2\n3;4',
    ])
      expect(rowsOf(await readContent(file)), JSON.stringify(file)).toEqual(rows);
    expect(rowsOf(await readContent(Buffer.from('\ufeffa\tb\r\n1\t2\r\n3\t4', 'utf16le')))).toEqual(rows);
  });

  it('with columns that have no name or the same', async () => {
    const read = await readContent('a,,a,__proto__\n1,2,3,4\n');
    expect(JSON.stringify(rowsOf(read))).toBe('[{"a":"1","column_2":"2","_a":"3","__proto__":"4"}]');
  });
});

describe('what is wrong with a row stays with that row', () => {
  it('too few or too many cells', async () => {
    const { frames } = await readContent('a,b\n1,2\n1\n1,2,3\n"x\ny",2\n5,6\n');
    expect(
      frames.map((frame) => (isFaultFrame(frame) ? `${frame.line} ${frame.fault.reason}` : frame.line)),
    ).toEqual([2, '3 It has 1 cell; the header has 2.', '4 It has 3 cells; the header has 2.', 5, 7]);
    expect(frames[2]).toMatchObject({ original: '1,2,3', fault: { code: 'WRONG_CELL_COUNT' } });
  });

  it('quotes that stand somewhere within', async () => {
    expect(rowsOf(await readContent('a,b\n5" pipe,x\nsay "hi",y\n'))).toEqual([
      { a: '5" pipe', b: 'x' },
      { a: 'say "hi"', b: 'y' },
    ]);
  });

  it('a quote that is never closed: what it swallowed is told of and kept', async () => {
    const { frames } = await readContent('a,b\n1,2\n"3,4\n5,6\n');
    expect(frames).toMatchObject([
      { row: { a: '1' } },
      { line: 3, fault: { code: 'QUOTE_NOT_CLOSED' }, original: '"3,4\n5,6\n' },
    ]);
  });

  it('a NUL, and bytes that are no text', async () => {
    const file = Buffer.from('a,b\nx\0y,2\nz,\xff\n', 'latin1');
    const { frames } = await readContent(file);
    expect(frames).toMatchObject([
      { row: { a: 'x\ufffdy', b: '2' }, repaired: true },
      { row: { a: 'z', b: '\ufffd' }, repaired: true },
    ]);
    expect(frames.map(bytesOf)).toEqual([file.subarray(4, 9), file.subarray(10, 13)]);
  });

  it.each([[64], [7], [1000]])(
    'one that is too long, in chunks of %i bytes; the next line is read again',
    (size) => {
      const framer = tableFramer({ delimiter: ',', preamble: 0 }, 0, 100);
      const bytes = Buffer.from(`a,b\n1,2\n"${'x'.repeat(300)}\n",3\n4,5\n${'y'.repeat(150)},6\n7,8\n`);
      const frames: Frame[] = [];
      for (let at = 0; at < bytes.length; at += size)
        frames.push(...framer.push(bytes.subarray(at, at + size)));
      frames.push(...framer.end());
      const told = frames.map((frame) =>
        isFaultFrame(frame) ? frame.fault.code : JSON.stringify(frame.row),
      );
      expect(told).toContain('RECORD_TOO_LARGE');
      expect(told[0]).toBe('{"a":"1","b":"2"}');
      expect(told.at(-1)).toBe('{"a":"7","b":"8"}');
      for (const frame of frames)
        if (!isFaultFrame(frame))
          expect(bytes.subarray(0, frame.byteOffset).toString().split('\n')).toHaveLength(frame.line);
    },
  );
});

describe('a table is told from what is none', () => {
  it.each([
    ['one column', 'name\nAda\nBen\n'],
    ['prose with commas here and there', 'Dear reader,\nthis is a letter.\nYours\n'],
    ['a header alone', 'a,b\n'],
  ])('%s', async (_what, content) => {
    expect(await refusalOf(content)).toMatchObject({ code: 'NOT_JSON' });
  });
});
