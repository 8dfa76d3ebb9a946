import { describe, expect, it } from 'vitest';
import { createClock } from '../../../renderer/store/rate/clock.ts';

function clockAt() {
  let time = 0;
  const clock = createClock(() => time);
  return { clock, pass: (ms: number) => (time += ms) };
}

describe('active time', () => {
  it('counts a pause up to 30 s', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(5_000);
    clock.touch();
    pass(400_000);
    expect(clock.take('a')).toBe(35_000);
    expect(clock.take('a')).toBe(0);
    expect(clock.total('a')).toBe(35_000);
  });

  it('stands still while the window is hidden', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(2_000);
    clock.setHidden(true);
    pass(20_000);
    clock.setHidden(false);
    pass(1_000);
    expect(clock.take('a')).toBe(3_000);
  });

  it('goes to the item on the screen and adds to earlier sessions', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a', 60_000);
    pass(1_000);
    clock.turnTo('b');
    pass(2_000);
    clock.turnTo('a');
    pass(4_000);
    expect(clock.total('a')).toBe(65_000);
    expect(clock.take('a')).toBe(5_000);
    expect(clock.take('b')).toBe(2_000);
  });
});
