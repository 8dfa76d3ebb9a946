import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactDeep } from '../../../electron/engine/privacy/deep.ts';
import {
  restore,
  spanToOriginal,
  spanToRedacted,
  toOriginal,
  toRedacted,
} from '../../../electron/engine/privacy/offsets.ts';
import { Redactor } from '../../../electron/engine/privacy/redactor.ts';

describe('a redactor', () => {
  test('puts a placeholder in the place of each find, and says where it stands in the new text', () => {
    const { text, redactions } = new Redactor().redact('Mail jane@example.com or bob@example.com.');
    expect(text).toBe('Mail [EMAIL_1] or [EMAIL_2].');
    expect(redactions).toEqual([
      { kind: 'email', start: 5, end: 14, placeholder: '[EMAIL_1]', original: 'jane@example.com' },
      { kind: 'email', start: 18, end: 27, placeholder: '[EMAIL_2]', original: 'bob@example.com' },
    ]);
    for (const { start, end, placeholder } of redactions) expect(text.slice(start, end)).toBe(placeholder);
  });

  test.each([
    ['Jane.Doe@Example.com', 'jane.doe@example.com'],
    ['jane [at] example [dot] com', 'jane@example.com'],
    ['call +44 20 7946 0958', 'call 020 7946 0958'],
    ['+1 (415) 555-2671', 'phone 4155552671'],
    ['4111 1111 1111 1111', '4111-1111-1111-1111'],
    ['DE89 3704 0044 0532 0130 00', 'de89370400440532013000'],
    ['536-90-4399', 'SSN 536904399'],
    ['IP 2001:DB8::8A2E:370:7334', 'IP 2001:db8::8a2e:370:7334'],
  ])('%s and %s are the same, whichever text they stand in', (first, second) => {
    const redactor = new Redactor();
    const [one, other] = [redactor.redact(first), redactor.redact(second)];
    expect(one.redactions).toHaveLength(1);
    expect(other.redactions[0]?.placeholder).toBe(one.redactions[0]?.placeholder);
  });

  test('what differs has another number', () => {
    const { text } = new Redactor().redact('415-555-2671, 515-555-2671, a@b.co, a@b.com');
    expect(text).toBe('[PHONE_1], [PHONE_2], [EMAIL_1], [EMAIL_2]');
  });

  test('a placeholder that stands in a text as it came is never given to anything', () => {
    const redactor = new Redactor();
    redactor.reserve('He wrote [EMAIL_1] and [EMAIL_3].');
    expect(redactor.redact('a@b.co b@b.co [EMAIL_4] c@b.co').text).toBe(
      '[EMAIL_2] [EMAIL_5] [EMAIL_4] [EMAIL_6]',
    );
  });

  test('what was told by a word beside it is found where it stands alone', () => {
    const redactor = new Redactor();
    redactor.learn('My BSN is 123456782.');
    expect(redactor.redact('So 123456782, right? Not 1234567820.').text).toBe(
      'So [NATIONAL_ID_1], right? Not 1234567820.',
    );
  });

  test('a text with nothing in it is handed back as it is', () => {
    const text = 'Nothing here, [EMAIL_1] or not.';
    expect(new Redactor().redact(text)).toEqual({ text, redactions: [] });
  });
});

const WORDS = [
  'hello',
  ' ',
  'jane@example.com',
  '(415) 555-2671',
  '😀',
  'x',
  '[EMAIL_1]',
  '\n',
  '4111 1111 1111 1111',
  'é',
  '203.0.113.9',
  ', ',
];
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join(''));

describe('offsets', () => {
  const { text, redactions } = new Redactor().redact('Mail jane@example.com now');

  test('go both ways, and from inside a placeholder to either end of what it stands for', () => {
    expect(text).toBe('Mail [EMAIL_1] now');
    expect([0, 5, 14, 18].map((offset) => toOriginal(redactions, offset))).toEqual([0, 5, 21, 25]);
    expect([0, 5, 21, 25].map((offset) => toRedacted(redactions, offset))).toEqual([0, 5, 14, 18]);
    expect([toOriginal(redactions, 9), toOriginal(redactions, 9, 'end')]).toEqual([5, 21]);
    expect([toRedacted(redactions, 9), toRedacted(redactions, 9, 'end')]).toEqual([5, 14]);
    expect(spanToOriginal(redactions, { start: 2, end: 8 })).toEqual({ start: 2, end: 21 });
    expect(spanToRedacted(redactions, { start: 8, end: 23 })).toEqual({ start: 5, end: 16 });
  });

  test('the original comes back whole, for any text', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const redacted = new Redactor().redact(original);
        expect(restore(redacted.text, redacted.redactions)).toBe(original);
      }),
    );
  });

  test('outside placeholders an offset comes back from there and back, in order, for any text', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const redacted = new Redactor().redact(original);
        let last = -1;
        for (let offset = 0; offset <= redacted.text.length; offset++) {
          const there = toOriginal(redacted.redactions, offset);
          expect(there).toBeGreaterThanOrEqual(last);
          last = there;
          const inside = redacted.redactions.some(({ start, end }) => offset > start && offset < end);
          if (!inside) expect(toRedacted(redacted.redactions, there)).toBe(offset);
          if (
            !inside &&
            offset < redacted.text.length &&
            redacted.redactions.every(({ start }) => start !== offset)
          )
            expect(original[there]).toBe(redacted.text[offset]);
        }
      }),
    );
  });
});

describe('redactDeep', () => {
  test('goes through lists and objects, says where it found what, and leaves the value as it was', () => {
    const value = {
      to: ['a@b.co', 'none'],
      'e mail': { x: 'b@c.de a@b.co' },
      n: 5,
      z: null,
      clean: { deep: ['x'] },
    };
    const before = structuredClone(value);
    const kept: string[] = [];
    const after = redactDeep(value, new Redactor(), ({ path, placeholder, original }) => {
      kept.push(`${path} ${placeholder} ${original}`);
    });
    expect(after).toEqual({
      to: ['[EMAIL_1]', 'none'],
      'e mail': { x: '[EMAIL_2] [EMAIL_1]' },
      n: 5,
      z: null,
      clean: { deep: ['x'] },
    });
    expect(kept).toEqual([
      '.to[0] [EMAIL_1] a@b.co',
      '["e mail"].x [EMAIL_2] b@c.de',
      '["e mail"].x [EMAIL_1] a@b.co',
    ]);
    expect(value).toEqual(before);
    expect(after).toHaveProperty('clean', value.clean);
  });

  test('a value with nothing in it is the very same; a picture is not looked into', () => {
    const value = { a: [{ b: 'x' }], image: 'data:image/png;base64,AKIAABCDEFGHIJKLMNOP' };
    expect(redactDeep(value, new Redactor())).toBe(value);
  });

  test('a field named __proto__ stays a field', () => {
    const value: unknown = JSON.parse('{"__proto__": {"mail": "a@b.co"}, "b": 1}');
    expect(JSON.stringify(redactDeep(value, new Redactor()))).toBe(
      '{"__proto__":{"mail":"[EMAIL_1]"},"b":1}',
    );
  });

  test('100 levels are gone through, more are refused', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'a@b.co' : [nested(depth - 1)]);
    expect(JSON.stringify(redactDeep(nested(100), new Redactor()))).toContain('[EMAIL_1]');
    expect(() => redactDeep(nested(101), new Redactor())).toThrow(RangeError);
  });
});
