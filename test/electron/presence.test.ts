import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { tellPresence } from '../../electron/presence.ts';

function watched() {
  const source = new EventEmitter();
  const told: boolean[] = [];
  tellPresence(source, (isHere) => told.push(isHere));
  const happen = (...events: string[]) => {
    for (const event of events) source.emit(event);
  };
  return { told, happen };
}

test('a locked screen and a sleeping machine are away, each told once', () => {
  const { told, happen } = watched();
  happen('lock-screen', 'lock-screen');
  expect(told).toEqual([false]);
  happen('unlock-screen');
  expect(told).toEqual([false, true]);
  happen('suspend', 'resume');
  expect(told).toEqual([false, true, false, true]);
});

test('a machine that wakes up locked is away until it is unlocked', () => {
  const { told, happen } = watched();
  happen('lock-screen', 'suspend', 'resume');
  expect(told).toEqual([false]);
  happen('unlock-screen');
  expect(told).toEqual([false, true]);
});

test('what was never away does not come back', () => {
  const { told, happen } = watched();
  happen('resume', 'unlock-screen');
  expect(told).toEqual([]);
});
