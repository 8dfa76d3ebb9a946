import { afterEach, describe, expect, it } from 'vitest';
import {
  type Choice,
  choiceOf,
  type StoredKeys,
  swapped,
  withKey,
  withoutKey,
} from '../../../renderer/keys/conflicts.ts';
import { applyKeys, current } from '../../../renderer/keys/current.ts';
import type { ActionId } from '../../../renderer/keys/keymap.ts';
import { actionOf, type Press, plainCode } from '../../../renderer/keys/match.ts';
import { press } from '../../support/press.ts';

const own = (keys: StoredKeys) => applyKeys({ hand: 'both', keys });
afterEach(() => own({}));

const rowOf = (action: ActionId) => {
  const row = current().bindings.find(({ id }) => id === action);
  if (!row) throw new Error(`no action ${action}`);
  return row;
};
const choose = (action: ActionId, pressed: Press): Choice =>
  choiceOf(current().bindings, rowOf(action), pressed);
const taken = (choice: Choice) => {
  if (choice.kind !== 'taken') throw new Error(`not taken: ${choice.kind}`);
  return choice;
};

describe('at the moment of choosing', () => {
  it('a free key is free', () => {
    expect(choose('next', press('KeyL'))).toEqual({ kind: 'free', chord: { code: 'KeyL' } });
  });

  it('its own key is free for an action', () => {
    expect(choose('next', press('KeyJ')).kind).toBe('free');
  });

  it('a key of the same screen is taken, and by whom', () => {
    expect(taken(choose('next', press('KeyX'))).by).toMatchObject({ id: 'skip', scope: 'rate' });
  });

  it('a key of another screen is free', () => {
    expect(choose('next', press('KeyO')).kind).toBe('free');
  });

  it('a key of the frame is taken on every screen, and a screen’s key for the frame', () => {
    expect(taken(choose('next', press('Digit1', { altKey: true }))).by.id).toBe('go.import');
    expect(taken(choose('help', press('KeyX'))).by.id).toBe('skip');
  });

  it('a key that types the question mark is the help’s, wherever it lies', () => {
    const german = press('Minus', { key: '?', shiftKey: true });
    expect(taken(choose('next', german)).by.id).toBe('help');
  });

  it('a digit is the value’s, on the number pad too', () => {
    expect(taken(choose('skip', press('Digit3'))).by.id).toBe('value.3');
    expect(taken(choose('skip', press('Numpad3', { key: '3' }))).by.id).toBe('value.3');
  });

  it.each([
    ['waits while only a modifier is down', press('ShiftLeft', { shiftKey: true }), { kind: 'waiting' }],
    ['refuses Tab', press('Tab'), { kind: 'refused', why: 'tab' }],
    ['refuses AltGr', press('KeyQ', { ctrlKey: true, altKey: true }), { kind: 'refused', why: 'altgr' }],
    ['refuses copying', press('KeyC', { ctrlKey: true }), { kind: 'refused', why: 'editing' }],
    ['refuses the system’s', press('F4', { altKey: true }), { kind: 'refused', why: 'system' }],
    ['refuses a key of the media row', press('AudioVolumeUp'), { kind: 'refused', why: 'position' }],
  ])('%s', (_, pressed, choice) => expect(choose('next', pressed)).toEqual(choice));

  it('refuses a modifier for a value', () => {
    expect(choose('value.1', press('KeyL', { shiftKey: true }))).toEqual({ kind: 'refused', why: 'single' });
  });
});

describe('a decision', () => {
  it('to swap gives each the other’s key', () => {
    own(swapped(current(), {}, rowOf('next'), 0, taken(choose('next', press('KeyX')))));
    expect(actionOf('rate', press('KeyX'))).toBe('next');
    expect(actionOf('rate', press('KeyJ'))).toBe('skip');
    expect(current().notes).toEqual([]);
  });

  it('to swap with a value moves the value', () => {
    own(swapped(current(), {}, rowOf('skip'), 0, taken(choose('skip', press('Digit3')))));
    expect(actionOf('rate', press('Digit3'))).toBe('skip');
    expect(plainCode(press('KeyX'))).toBe('Digit3');
    expect(plainCode(press('Numpad3', { key: '3' }))).toBe('Digit3');
  });

  it('to swap leaves the other without, where it cannot have the key that becomes free', () => {
    const undo = taken(choose('undo', press('Digit3')));
    own(swapped(current(), {}, rowOf('undo'), 0, undo));
    expect(rowOf('value.3').chords.map(({ code }) => code)).toEqual(['Numpad3']);
    expect(current().notes).toEqual([]);
  });

  it('to add a key that is taken leaves the other without it', () => {
    const row = rowOf('next');
    own(swapped(current(), {}, row, row.chords.length, taken(choose('next', press('KeyX')))));
    expect(actionOf('rate', press('KeyJ'))).toBe('next');
    expect(actionOf('rate', press('KeyX'))).toBe('next');
    expect(rowOf('skip').chords).toEqual([]);
  });

  it('to take the key of the question mark leaves the help its other one', () => {
    const german = press('Minus', { key: '?', shiftKey: true });
    own(swapped(current(), {}, rowOf('next'), 1, taken(choose('next', german))));
    expect(actionOf('frame', german)).toBeNull();
    expect(actionOf('rate', german)).toBe('next');
    expect(actionOf('frame', press('F1'))).toBe('help');
  });

  it('for a second key keeps the first, and either can be taken away', () => {
    own(withKey({}, rowOf('redo'), 1, { code: 'KeyL' }));
    expect(actionOf('rate', press('KeyL'))).toBe('redo');
    expect(actionOf('rate', press('KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    own(withoutKey({}, rowOf('redo'), 0));
    expect(actionOf('rate', press('KeyZ', { ctrlKey: true, shiftKey: true }))).toBeNull();
  });
});
