import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../renderer/features/rate/segments.ts';
import { MOVES, nextWord, previousWord, sentenceEnd } from '../../../renderer/features/rate/words.ts';

const TEXT = 'Thanks. Order 4471 was received; it’s on its way.';
const cut = (stretch: { start: number; end: number } | null) =>
  stretch ? TEXT.slice(stretch.start, stretch.end) : null;

describe('selecting by word', () => {
  it('steps over punctuation and spaces, both ways', () => {
    const first = nextWord(TEXT, 0);
    expect(cut(first)).toBe('Thanks');
    expect(cut(nextWord(TEXT, first?.end ?? 0))).toBe('Order');
    expect(cut(previousWord(TEXT, TEXT.length))).toBe('way');
  });

  it('grows and shrinks at its end', () => {
    const order = { start: 8, end: 13 };
    expect(cut(MOVES.extend(TEXT, order))).toBe('Order 4471');
    expect(cut(MOVES.shrink(TEXT, { start: 8, end: 18 }))).toBe('Order');
    expect(cut(MOVES.shrink(TEXT, order))).toBe('Order');
  });

  it('reaches to the end of the sentence, then of the next', () => {
    const once = MOVES.sentence(TEXT, null);
    expect(cut(once)).toBe('Thanks.');
    expect(cut(MOVES.sentence(TEXT, once))).toBe(TEXT);
    expect(sentenceEnd('no stop', 0)).toBe(7);
  });

  it('finds words where no spaces divide them', () => {
    expect(nextWord('您好，订单已送达', 2)?.start).toBe(3);
  });

  it('starts with the first word and stays at the last', () => {
    expect(cut(MOVES.next(TEXT, null))).toBe('Thanks');
    expect(cut(MOVES.next(TEXT, { start: 45, end: 48 }))).toBe('way');
  });
});

describe('labelled text', () => {
  it('is cut so that the pieces are the answer, letter for letter', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), spans, (text, edges) => {
        const given = edges
          .map(([start, length], index) => ({
            start,
            end: Math.min(start + length, text.length),
            label: `${index}`,
          }))
          .filter(({ start, end }) => end > start);
        const segments = segmentsOf(text, given);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { label } of given)
          expect(segments.find(({ ends }) => ends.includes(label))).toMatchObject({
            labels: expect.arrayContaining([label]),
          });
        expect(segments.filter(({ ends }) => ends.length > 0).length).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
