import { describe, expect, test } from 'vitest';
import { numbered, segments } from '../../../../renderer/features/audit/spans.ts';

const span = (start: number, end: number, label: string, rater = 'A') => ({ start, end, label, rater });

describe('spans in an answer', () => {
  test('an answer without spans is one plain stretch; an empty one is none', () => {
    expect(segments('Plain.', [])).toEqual([{ start: 0, text: 'Plain.', spans: [], ending: [] }]);
    expect(segments('', [])).toEqual([]);
  });

  test('the stretches together are the answer, overlaps carry both labels', () => {
    const answer = 'They are all lazy people.';
    const cut = segments(answer, numbered([span(13, 24, 'other', 'B'), span(0, 17, 'nationality')]));
    expect(cut.map(({ text }) => text).join('')).toBe(answer);
    expect(cut.map(({ text, spans }) => [text, spans.map(({ label }) => label)])).toEqual([
      ['They are all ', ['nationality']],
      ['lazy', ['nationality', 'other']],
      [' people', ['other']],
      ['.', []],
    ]);
    expect(cut.map(({ ending }) => ending.map(({ rater, number }) => `${number} ${rater}`))).toEqual([
      [],
      ['1 A'],
      ['2 B'],
      [],
    ]);
  });

  test('a span beyond the answer is cut off at its end', () => {
    const cut = segments('short', numbered([span(2, 99, 'age'), span(50, 60, 'age')]));
    expect(cut.map(({ text, spans }) => [text, spans.length])).toEqual([
      ['sh', 0],
      ['ort', 1],
    ]);
  });
});
