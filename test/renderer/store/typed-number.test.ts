import { describe, expect, it } from 'vitest';
import { typeBack, typeOn } from '../../../renderer/store/rate/typed-number.ts';
import type { SliderRange } from '../../../shared/domain/rubric.ts';

const percent: SliderRange = { min: 0, max: 100, step: 1 };

/** What stands there after typing, sign by sign; a sign that cannot follow is left out. */
function typed(range: SliderRange, signs: string) {
  let now = { text: '', value: null as number | null, done: false };
  for (const sign of signs) now = typeOn(range, now.text, sign) ?? now;
  return now;
}

describe('a number typed for a slider', () => {
  it('is given as soon as no other can be meant', () => {
    expect(typed(percent, '7')).toEqual({ text: '7', value: 7, done: false });
    expect(typed(percent, '73')).toEqual({ text: '73', value: 73, done: true });
    expect(typed(percent, '10')).toEqual({ text: '10', value: 10, done: false });
    expect(typed(percent, '100')).toEqual({ text: '100', value: 100, done: true });
    expect(typed({ min: 1, max: 7, step: 1 }, '5')).toMatchObject({ value: 5, done: true });
  });

  it('takes no sign that no stop goes on with', () => {
    expect(typeOn(percent, '73', '1')).toBeNull();
    expect(typeOn(percent, '', '-')).toBeNull();
    expect(typeOn(percent, '7', '.')).toBeNull();
    expect(typeOn({ min: 0, max: 100, step: 5 }, '7', '3')).toBeNull();
    expect(typed({ min: 0, max: 100, step: 5 }, '7')).toEqual({ text: '7', value: null, done: false });
  });

  it('may have a point or a minus where the numbers do', () => {
    expect(typed({ min: 0, max: 1, step: 0.1 }, '.3')).toEqual({ text: '0.3', value: 0.3, done: true });
    expect(typed({ min: -5, max: 5, step: 1 }, '-3')).toEqual({ text: '-3', value: -3, done: true });
    expect(typed({ min: -5, max: 5, step: 0.5 }, '-.5')).toMatchObject({ value: -0.5, done: true });
  });

  it('goes on from 0 with the figure, and back by one sign', () => {
    expect(typed(percent, '07')).toMatchObject({ value: 7 });
    expect(typeBack(percent, '73')).toEqual({ text: '7', value: 7, done: false });
    expect(typeBack({ min: 20, max: 30, step: 1 }, '25')).toEqual({ text: '2', value: null, done: false });
    expect(typeBack(percent, '7')).toEqual({ text: '', value: null, done: false });
  });
});
