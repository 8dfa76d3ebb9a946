import { describe, expect, test } from 'vitest';
import type { Dimension, RatingValue, Rubric, SliderRange } from '../../shared/domain/rubric.ts';
import { isMarked, meetsGate, sameValue, snapped, stopsOf, valueRefusal } from '../../shared/domain/value.ts';
import { fc } from '../support/property.ts';
import { review } from '../support/rubric.ts';

const entry = (id: string, rubric: Rubric = review): Dimension => {
  const found = rubric.dimensions.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no dimension ${id}`);
  return found;
};

describe('a value is refused, with the reason', () => {
  test.each<[string, RatingValue, string | null]>([
    ['correctness', 2, null],
    ['correctness', 3, '3 is not an option of correctness'],
    ['usefulness', 0, null],
    ['usefulness', 100, null],
    ['usefulness', 101, '101 is outside usefulness: 0 to 100 in steps of 1'],
    ['usefulness', 12.5, '12.5 is between the steps of usefulness: 0 to 100 in steps of 1'],
    ['usefulness', 'much', 'much is not a number, as usefulness wants'],
    ['faults', [], null],
    ['faults', ['tone', 'unclear'], null],
    ['faults', 'tone', 'tone is not a list of options, as faults wants'],
    ['faults', ['tone', 'rude'], 'rude is not an option of faults'],
    ['faults', ['tone', 'tone'], 'an option of faults is there twice'],
    ['advice', 'Shorter.', null],
    ['advice', ' \n', ' \n is not text, as advice wants'],
    ['advice', 7, '7 is not text, as advice wants'],
  ])('%s: %j', (id, value, why) => expect(valueRefusal(entry(id), value)).toBe(why));
});

describe('a slider', () => {
  const ranges: SliderRange[] = [
    { min: 0, max: 100, step: 5 },
    { min: -1, max: 1, step: 0.1 },
    { min: 1, max: 7, step: 1 },
    { min: 0.05, max: 0.5, step: 0.15 },
    { min: 0, max: 1e-6, step: 1e-7 },
  ];

  test('stops where its steps are, without the dust of binary fractions', () => {
    expect(stopsOf({ min: -0.2, max: 0.2, step: 0.1 })).toEqual([-0.2, -0.1, 0, 0.1, 0.2]);
    expect(stopsOf({ min: 0, max: 10, step: 4 })).toEqual([0, 4, 8]);
    expect(snapped({ min: 0, max: 10, step: 4 }, 10)).toBe(8);
    expect(snapped({ min: 0, max: 1, step: 0.1 }, 0.1 + 0.2)).toBe(0.3);
  });

  test('takes every number to a stop that is its own nearest and that can be given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ranges),
        fc.double({ min: -200, max: 200, noNaN: true }),
        (range, number) => {
          const stop = snapped(range, number);
          expect(snapped(range, stop)).toBe(stop);
          expect(stop).toBeGreaterThanOrEqual(range.min);
          expect(stop).toBeLessThanOrEqual(range.max);
          expect(valueRefusal({ ...entry('usefulness'), range }, stop)).toBeNull();
        },
      ),
    );
  });
});

test('categories are a set: their order is no difference', () => {
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameValue(['a'], ['a', 'b'])).toBe(false);
  expect(sameValue([], undefined)).toBe(false);
  expect(sameValue(1, 1)).toBe(true);
});

describe('a value is marked', () => {
  test('where it says that something is there: above the lower end, or one option chosen', () => {
    expect([0, 1, 100].map((value) => isMarked(entry('usefulness'), value))).toEqual([false, true, true]);
    expect([[], ['tone']].map((value) => isMarked(entry('faults'), value))).toEqual([false, true]);
    expect(isMarked(entry('advice'), 'Shorter.')).toBe(false);
  });
});

describe('a gate', () => {
  test('opens by the value it equals, includes, or begins from', () => {
    expect(meetsGate({ dimension: 'a', equals: 1 }, 1)).toBe(true);
    expect(meetsGate({ dimension: 'a', equals: 1 }, 0)).toBe(false);
    expect(meetsGate({ dimension: 'a', includes: 'x' }, ['y', 'x'])).toBe(true);
    expect(meetsGate({ dimension: 'a', includes: 'x' }, ['y'])).toBe(false);
    expect(meetsGate({ dimension: 'a', includes: 'x' }, 'x')).toBe(false);
    expect(meetsGate({ dimension: 'a', from: 50 }, 50)).toBe(true);
    expect(meetsGate({ dimension: 'a', from: 50 }, 49)).toBe(false);
    for (const nothing of [null, undefined])
      expect(meetsGate({ dimension: 'a', equals: 1 }, nothing)).toBe(false);
  });
});
