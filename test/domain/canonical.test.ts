import { describe, expect, test } from 'vitest';
import { canonical, type Json } from '../../shared/domain/canonical.ts';
import { fc } from '../support/property.ts';

const json = fc.jsonValue({ depthSize: 'small' }) as fc.Arbitrary<Json>;

describe('canonical JSON', () => {
  test('sorts keys by code unit, writes no white space, leaves out what is undefined', () => {
    expect(canonical({ b: [1, 'x', null, true], a: { z: 1, A: 2 }, c: undefined, é: 'ü\n' })).toBe(
      '{"a":{"A":2,"z":1},"b":[1,"x",null,true],"é":"ü\\n"}',
    );
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is the same text whatever order the keys were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
  });
});
