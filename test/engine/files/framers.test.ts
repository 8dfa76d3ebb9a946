import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, type Framer, isFaultFrame } from '../../../electron/engine/files/frame.ts';
import { lineFramer } from '../../../electron/engine/files/line-framer.ts';
import { valueFramer } from '../../../electron/engine/files/value-framer.ts';

fc.configureGlobal({ seed: 20261002 });

/** Pushes the text in pieces of these sizes, over and over, through one buffer that is used again. */
function framed(framer: Framer, text: string, sizes: readonly number[]): Frame[] {
  const bytes = Buffer.from(text);
  const shared = Buffer.alloc(64);
  const frames: Frame[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.min(sizes[turn % sizes.length] ?? 1, bytes.length - at);
    bytes.copy(shared, 0, at, at + size);
    frames.push(...framer.push(shared.subarray(0, size)));
    at += size;
  }
  return [...frames, ...framer.end()];
}

const sizes = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 8 });
const records = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), { maxLength: 8 });
const indent = fc.constantFrom(undefined, 1, '\t');

const valuesOf = (frames: Frame[]): unknown[] =>
  frames.map((frame) => (isFaultFrame(frame) ? frame.fault.code : JSON.parse(frame.text)));
const asRead = (values: unknown[]): unknown[] => values.map((value) => JSON.parse(JSON.stringify(value)));

/** Where a frame says it lies must be where it lies. */
function expectPlaces(frames: Frame[], text: string): void {
  const bytes = Buffer.from(text);
  for (const frame of frames) {
    if (isFaultFrame(frame)) continue;
    const { byteOffset, line } = frame;
    const length = Buffer.byteLength(frame.text);
    expect(bytes.subarray(byteOffset, byteOffset + length).toString()).toBe(frame.text);
    expect(bytes.subarray(0, byteOffset).toString().split('\n')).toHaveLength(line);
  }
}

describe('records come out as they went in, however the bytes arrive', () => {
  it('one a line', () => {
    fc.assert(
      fc.property(records, sizes, fc.constantFrom('\n', '\r\n', '\n\n'), (values, pieces, ending) => {
        const text = values.map((value) => JSON.stringify(value) + ending).join('');
        const frames = framed(lineFramer(), text, pieces);
        expect(valuesOf(frames)).toEqual(asRead(values));
        expectPlaces(frames, text);
      }),
    );
  });

  it('in a list', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), sizes, indent, (values, pieces, space) => {
        const text = JSON.stringify(values, null, space);
        const frames = framed(valueFramer(), text, pieces);
        expect(valuesOf(frames)).toEqual(asRead(values));
        expectPlaces(frames, text);
      }),
    );
  });

  it('one object after the other', () => {
    fc.assert(
      fc.property(records, sizes, indent, (values, pieces, space) => {
        const text = values.map((value) => JSON.stringify(value, null, space)).join('\n');
        expect(valuesOf(framed(valueFramer(), text, pieces))).toEqual(asRead(values));
      }),
    );
  });

  it('and bytes of any kind neither throw nor go astray', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",\\\n a1') }), sizes, (text, pieces) => {
        for (const framer of [lineFramer, valueFramer]) {
          const frames = framed(framer(), text, pieces);
          expect(frames).toEqual(framed(framer(), text, [64]));
          expectPlaces(frames, text);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a record over the limit', () => {
  const long = JSON.stringify({ a: 'x'.repeat(200) });

  it.each([
    ['a line', lineFramer, `{"a":1}\n${long}\n{"a":2}\n`],
    ['an element', valueFramer, `[{"a":1},\n${long},\n{"a":2}]`],
  ])('is refused with its beginning, and what comes after %s is read', (_what, framer, text) => {
    for (const pieces of [[64], [3], [17, 64]]) {
      const frames = framed(framer(100), text, pieces);
      expect(valuesOf(frames)).toEqual([{ a: 1 }, 'RECORD_TOO_LARGE', { a: 2 }]);
      expect(frames[1]).toMatchObject({ line: 2, original: expect.stringMatching(/^\{"a":"x+/) });
    }
  });

  it('is not held in memory', () => {
    const framer = lineFramer(1_000_000);
    const chunk = Buffer.alloc(1_000_000, 'x');
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 300; count++) framer.push(chunk);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    const [frame] = framer.push(Buffer.from('\n'));
    expect(frame).toMatchObject({ fault: { code: 'RECORD_TOO_LARGE' } });
  });
});
