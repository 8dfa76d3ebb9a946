import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { native } from '../../shared/formats/native.ts';
import { parseRecord, readRecord } from '../../shared/formats/record.ts';

fc.configureGlobal({ seed: 20261002 });

const parsed = (text: string) => {
  const record = parseRecord(text);
  if (!record.ok) throw new Error(record.fault.reason);
  return record;
};

describe('the text of a record', () => {
  it('that is not JSON is a fault which says what the parser said', () => {
    const record = parseRecord('{"a":');
    expect(record).toMatchObject({ ok: false, fault: { code: 'NOT_JSON', path: '$' } });
  });

  it('has NUL and lone surrogates replaced, in field names too, and whole pairs left alone', () => {
    const { value, repaired } = parsed('{"a\\u0000":["x\\ud83dy","\\ud83d\\ude00"],"b":{"c":"\\udc00"}}');
    expect(value).toEqual({ 'a\ufffd': ['x\ufffdy', '😀'], b: { c: '\ufffd' } });
    expect(repaired).toBe(true);
  });

  it('is not touched where only whole characters are escaped', () => {
    expect(parsed('{"a":"\\u00e9\\ud83d\\ude00\\u2028"}')).toEqual({
      ok: true,
      value: { a: 'é😀\u2028' },
      repaired: false,
    });
  });

  it('never gives text that is not well formed, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { value } = parsed(JSON.stringify([text]));
        const [read] = Array.isArray(value) ? value : [];
        expect(read).not.toMatch(/\0|\p{Cs}/u);
        expect(read).toHaveLength(text.length);
      }),
    );
  });

  it('that was repaired says so in the conversation', () => {
    const text = '{"messages":[{"role":"user","content":"a\\u0000"}]}';
    const outcome = readRecord(native, { text, repaired: true });
    expect(outcome).toMatchObject({
      ok: true,
      conversations: [
        {
          messages: [{ text: 'a\ufffd' }],
          metadata: { text_repairs: ['bytes that are not UTF-8', 'NUL or lone surrogates'] },
        },
      ],
    });
  });
});
