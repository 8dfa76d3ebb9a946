import { describe, expect, test } from 'vitest';
import {
  characterAround,
  nextCharacter,
  previousCharacter,
  spanOf,
  wholeCharacters,
} from '../../../renderer/features/rate/spans/graphemes.ts';
import { changed, withHeld, withoutHeld } from '../../../renderer/features/rate/spans/in-hand.ts';
import { marksOf } from '../../../renderer/features/rate/spans/marks.ts';
import { MIRRORED, type Move, moved } from '../../../renderer/features/rate/spans/moves.ts';
import { directionAt, directionOf } from '../../../renderer/ui/transcript/direction.ts';
import type { Stretch } from '../../../renderer/ui/transcript/pieces.ts';
import { fc } from '../../support/property.ts';

const TEXT = 'Thanks. Order 4471 was received; it’s on its way.';

/** What is selected after moves, one after another. */
function selected(text: string, ...moves: Move[]): string | null {
  const at = moves.reduce<Stretch | null>((stretch, move) => moved(text, stretch, move), null);
  return at && text.slice(at.start, at.end);
}

describe('selecting with the keyboard alone', () => {
  test('takes the first word, then the next, and stays at the last', () => {
    expect(selected(TEXT, 'word.next')).toBe('Thanks');
    expect(selected(TEXT, 'word.next', 'word.next')).toBe('Order');
    expect(selected(TEXT, 'word.next', 'word.next', 'word.previous')).toBe('Thanks');
    expect(selected('one two', 'word.next', 'word.next', 'word.next')).toBe('two');
    expect(selected('…', 'word.next')).toBe(null);
  });

  test('grows and shrinks at either end, by word, by sentence and by character', () => {
    const order: Move[] = ['word.next', 'word.next'];
    expect(selected(TEXT, ...order, 'end.later')).toBe('Order 4471');
    expect(selected(TEXT, ...order, 'end.later', 'end.earlier')).toBe('Order');
    expect(selected(TEXT, ...order, 'end.earlier'), 'one word stays').toBe('Order');
    expect(selected(TEXT, ...order, 'start.earlier')).toBe('Thanks. Order');
    expect(selected(TEXT, ...order, 'start.earlier', 'start.later')).toBe('Order');
    expect(selected(TEXT, 'end.sentenceLater')).toBe('Thanks.');
    expect(selected(TEXT, 'end.sentenceLater', 'end.sentenceLater')).toBe(TEXT);
    expect(selected(TEXT, 'end.sentenceLater', 'end.sentenceLater', 'end.sentenceEarlier')).toBe('Thanks.');
    expect(selected(TEXT, ...order, 'word.next', 'start.sentenceEarlier')).toBe('Order 4471');
    expect(selected(TEXT, 'end.sentenceLater', 'end.sentenceLater', 'start.sentenceLater')).toMatch(/^Order/);
    expect(selected(TEXT, ...order, 'end.letterEarlier', 'start.letterLater')).toBe('rde');
    expect(selected(TEXT, ...order, 'end.letterLater', 'start.letterEarlier')).toBe(' Order ');
  });

  test('finds words and sentences where no spaces divide them', () => {
    expect(selected('您好，订单已送达。谢谢。', 'word.next', 'word.next')).toBe('订单');
    expect(selected('您好，订单已送达。谢谢。', 'end.sentenceLater')).toBe('您好，订单已送达。');
    expect(selected('สวัสดีครับ', 'word.next')).toBe('สวัสดี');
  });

  test('reaches a word that is far away', () => {
    const text = `${' '.repeat(5_000)}far`;
    expect(selected(text, 'word.next')).toBe('far');
    expect(moved(`near${' '.repeat(5_000)}`, { start: 5_000, end: 5_001 }, 'word.previous')).toEqual({
      start: 0,
      end: 4,
    });
  });

  test('never leaves nothing selected, and never leaves the text', () => {
    const move = fc.constantFrom(...Object.values(MIRRORED));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc ', '. ', '\n', '字', '。', '👨‍👩‍👧 ', 'ש', 'e\u0301')),
        fc.array(move),
        (parts, moves) => {
          const text = parts.join('');
          let at: Stretch | null = null;
          for (const next of moves) {
            at = moved(text, at, next);
            if (at) {
              expect(at.start).toBeLessThan(at.end);
              expect(at.start).toBeGreaterThanOrEqual(0);
              expect(at.end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });
});

describe('text from right to left', () => {
  test('is told by the first letter of the line', () => {
    expect(directionOf('4471: הזמנה')).toBe('rtl');
    expect(directionOf('order هو')).toBe('ltr');
    const text = 'English first.\nالطلب 4471 وصل.\nEnd.';
    expect([0, 16, 20, text.length].map((at) => directionAt(text, at))).toEqual(['ltr', 'rtl', 'rtl', 'ltr']);
    expect(directionAt('', 0)).toBe('ltr');
  });

  test('keys go to their side of the page: every move has its mirror', () => {
    for (const mirror of Object.values(MIRRORED)) expect(MIRRORED[MIRRORED[mirror]]).toBe(mirror);
  });
});

describe('labelled text', () => {
  const CLUSTERS = [
    'a',
    ' ',
    'e\u0301',
    '😀',
    '👨‍👩‍👧‍👦',
    '🇩🇪',
    '🇫🇷',
    '각',
    'नि',
    '👍🏽',
    '\u200d',
    '字',
    'ش',
  ];
  const texts = fc.array(fc.constantFrom(...CLUSTERS), { maxLength: 30 }).map((parts) => parts.join(''));
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const borders = (text: string): Set<number> =>
    new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length]);

  test('never begins or ends within a character, however it was selected', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), fc.nat(80), (text, one, other) => {
        const start = Math.min(one, other, text.length);
        const end = Math.min(Math.max(one, other), text.length);
        const whole = wholeCharacters(text, { start, end });
        const whether = borders(text);
        expect(whether.has(whole.start) && whether.has(whole.end)).toBe(true);
        expect(whole.start).toBeLessThanOrEqual(start);
        expect(whole.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('goes on by whole characters, forth and back over the same places', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const forth = [0];
        while ((forth.at(-1) ?? 0) < text.length) forth.push(nextCharacter(text, forth.at(-1) ?? 0));
        expect(new Set(forth)).toEqual(borders(text));
        for (const [index, at] of forth.entries())
          if (index > 0) expect(previousCharacter(text, at)).toBe(forth[index - 1]);
      }),
    );
  });

  test('is right far into a text, where only what is near is looked at', () => {
    const text = `${'ab 😀 '.repeat(2_000)}👨‍👩‍👧‍👦!`;
    const family = text.length - 12;
    expect(characterAround(text, family + 3)).toEqual({ start: family, end: family + 11 });
  });

  test('has no blanks at its ends; blanks alone are no labelled text', () => {
    expect(spanOf('a  bc  d', { start: 1, end: 6 })).toEqual({ start: 3, end: 5 });
    expect(spanOf('a   d', { start: 1, end: 4 })).toBe(null);
  });

  test('each label has a line of its own, and those that overlap lie below each other', () => {
    const spans = [
      { start: 5, end: 9, label: 'b' },
      { start: 0, end: 20, label: 'a' },
      { start: 10, end: 12, label: 'b' },
    ];
    const [whole, first, second] = marksOf(spans, ['a', 'b'], spans[2] ?? null);
    expect(whole).toMatchObject({ name: 'a', line: 0, depth: 0, isHeld: false });
    expect(first).toMatchObject({ start: 5, name: 'b', line: 1, depth: 1, isHeld: false });
    expect(second).toMatchObject({ start: 10, line: 1, depth: 1, isHeld: true });
  });

  test('what is in hand is shown as it is now, before and after it is stored, and told from another with the same edges', () => {
    const first = { start: 0, end: 4, label: 'a' };
    const second = { start: 0, end: 9, label: 'a' };
    const stored = [first, second];
    const held = { assignment: 'x', now: stored, stored, span: second };
    const moved = changed(held, stored, { end: 4 });
    expect(withHeld(stored, moved)).toEqual([first, first]);
    expect(marksOf(moved.now, ['a'], moved.span).map(({ isHeld }) => isHeld)).toEqual([false, true]);
    expect(withHeld([first, { ...first }], moved), 'stored').toBe(moved.now);
    const on = changed(moved, [first, { ...first }], { end: 2 });
    expect(on.now).toEqual([first, { start: 0, end: 2, label: 'a' }]);
    expect(withoutHeld(on)).toEqual([first]);
    expect(withHeld([first], on), 'taken back').toEqual([first]);
  });
});
