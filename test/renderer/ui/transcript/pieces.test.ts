import { describe, expect, test } from 'vitest';
import { marksWithin, NO_MARKS, piecesOf, type TextMark } from '../../../../renderer/ui/transcript/pieces.ts';
import { fc } from '../../../support/property.ts';

const label = (start: number, end: number, name: string): TextMark => ({ start, end, kind: 'label', name });

describe('marked text', () => {
  test('is cut so that the pieces are the text, letter for letter, and each mark ends once', () => {
    const edges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), edges, fc.nat(20), (text, given, from) => {
        const marks = given
          .map(([start, length], index) =>
            label(from + start, from + Math.min(start + length, text.length), `${index}`),
          )
          .filter(({ start, end }) => end > start);
        const pieces = piecesOf(text, marks, from);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const mark of marks) {
          const covered = pieces.filter((piece) => piece.marks.includes(mark));
          expect(covered.map((piece) => piece.text).join('')).toBe(
            text.slice(mark.start - from, mark.end - from),
          );
          expect(pieces.filter(({ ends }) => ends.includes(mark))).toHaveLength(1);
        }
      }),
    );
  });

  test('a run without marks has always the same list of none', () => {
    const marks = [label(0, 4, 'a'), label(10, 12, 'b')];
    expect(marksWithin(marks, 4, 10)).toBe(NO_MARKS);
    expect(marksWithin(marks, 3, 11)).toEqual(marks);
  });
});
