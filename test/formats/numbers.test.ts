import { describe, expect, it } from 'vitest';
import { withExactNumbers } from '../../shared/formats/exact-numbers.ts';
import { parseRecord } from '../../shared/formats/record.ts';
import { fc } from '../support/property.ts';

const readValue = (text: string): unknown => {
  const parsed = parseRecord(text);
  return parsed.ok ? parsed.value : parsed.fault.code;
};

describe('a number that no double holds', () => {
  it('is kept as text, digit by digit; others stay numbers', () => {
    expect(
      readValue('{"id":1234567890123456789,"n":[-9007199254740993,9007199254740991,1e400,-1E+999,0.1,1e5]}'),
    ).toEqual({
      id: '1234567890123456789',
      n: ['-9007199254740993', 9007199254740991, '1e400', '-1E+999', 0.1, 1e5],
    });
  });

  it('is left alone within text, whatever is escaped there', () => {
    const text = '{"a":"12345678901234567890","b\\"1234567890123456789":"\\\\","c":12345678901234567890}';
    expect(readValue(text)).toEqual({
      a: '12345678901234567890',
      'b"1234567890123456789': '\\',
      c: '12345678901234567890',
    });
  });

  it('of any kind changes nothing else', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(withExactNumbers(json))).toEqual(
          JSON.parse(json, (_key, value) =>
            typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
              ? expect.anything()
              : value,
          ),
        );
      }),
    );
  });
});

it('a comma after a record is no fault', () => {
  expect(readValue('{"a":1},')).toEqual({ a: 1 });
  expect(readValue('{"a":1},,')).toBe('NOT_JSON');
});
