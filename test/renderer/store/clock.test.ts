import { describe, expect, it } from 'vitest';
import { createClock } from '../../../renderer/store/rate/clock.ts';

function clockAt() {
  let time = 0;
  const clock = createClock(() => time);
  return { clock, pass: (ms: number) => (time += ms) };
}

describe('active time', () => {
  it('counts a pause up to 30 s, and not the rest of it', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(5_000);
    clock.touch();
    pass(400_000);
    expect(clock.total('a')).toBe(35_000);
    expect(clock.take('a')).toBe(35_000);
    expect(clock.take('a')).toBe(0);
    pass(2_000);
    clock.touch();
    expect(clock.total('a')).toBe(37_000);
  });

  it('goes on while something is pressed or moved at least every 30 s', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    for (let signs = 0; signs < 10; signs += 1) {
      pass(29_999);
      clock.touch();
    }
    expect(clock.take('a')).toBe(299_990);
  });

  it.each(['hidden', 'locked', 'paused'] as const)('stands still while %s', (why) => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(2_000);
    clock.setAway(why, true);
    pass(20_000);
    clock.touch();
    expect(clock.total('a')).toBe(2_000);
    clock.setAway(why, false);
    pass(1_000);
    expect(clock.take('a')).toBe(3_000);
  });

  it('stands still until every reason to be away is gone', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(1_000);
    clock.setAway('locked', true);
    pass(5_000);
    clock.setAway('hidden', true);
    clock.setAway('hidden', true);
    pass(5_000);
    clock.setAway('locked', false);
    pass(5_000);
    expect(clock.take('a')).toBe(1_000);
    clock.setAway('hidden', false);
    pass(500);
    expect(clock.take('a')).toBe(500);
  });

  it('hands out, while away, what was counted before', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    pass(4_000);
    clock.setAway('hidden', true);
    pass(60_000);
    expect(clock.take('a')).toBe(4_000);
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

  it('never runs backwards, whatever the machine says of the time', () => {
    let time = 10_000;
    const clock = createClock(() => time);
    clock.turnTo('a');
    time = 2_000;
    clock.touch();
    expect(clock.total('a')).toBe(0);
    expect(clock.take('a')).toBe(0);
  });
});

describe('the time since the last rest', () => {
  const work = (clock: ReturnType<typeof createClock>, pass: (ms: number) => number, minutes: number) => {
    for (let seconds = 0; seconds < minutes * 60; seconds += 20) {
      pass(20_000);
      clock.touch();
    }
  };

  it('grows with work and short pauses, over items', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    work(clock, pass, 10);
    clock.turnTo('b');
    work(clock, pass, 10);
    clock.setAway('paused', true);
    pass(240_000);
    clock.setAway('paused', false);
    work(clock, pass, 1);
    expect(clock.sinceRest()).toBe(21 * 60_000);
  });

  it('begins anew after five minutes away, or without a sign of life', () => {
    const { clock, pass } = clockAt();
    clock.turnTo('a');
    work(clock, pass, 10);
    clock.setAway('locked', true);
    pass(300_000);
    clock.setAway('locked', false);
    work(clock, pass, 2);
    expect(clock.sinceRest()).toBe(120_000);
    pass(300_000);
    expect(clock.sinceRest()).toBe(0);
    clock.touch();
    work(clock, pass, 1);
    expect(clock.sinceRest()).toBe(60_000);
  });
});
