import { afterEach, describe, expect, it } from 'vitest';
import { applyCaps, applyKeys, current } from '../../../renderer/keys/current.ts';
import { capAt, capFor } from '../../../renderer/keys/labels.ts';
import { capsOf, learnt } from '../../../renderer/keys/layout.ts';
import { actionOf, type Press, plainCode } from '../../../renderer/keys/match.ts';
import { press as bare } from '../../support/press.ts';

const press = (code: string, key: string, more: Partial<Press> = {}): Press => bare(code, { key, ...more });

afterEach(() => {
  applyKeys({ hand: 'both', keys: {} });
  applyCaps(new Map());
});

/** What the keys next, skip and Ctrl+undo type on keyboards, and a key that each has elsewhere than a US one. */
const KEYBOARDS: Record<string, { types: Record<string, string>; differs: [code: string, cap: string] }> = {
  AZERTY: { types: { KeyJ: 'j', KeyX: 'x', KeyZ: 'w' }, differs: ['KeyQ', 'A'] },
  QWERTZ: { types: { KeyJ: 'j', KeyX: 'x', KeyZ: 'y' }, differs: ['KeyY', 'Z'] },
  Dvorak: { types: { KeyJ: 'h', KeyX: 'q', KeyZ: ';' }, differs: ['KeyS', 'O'] },
  Cyrillic: { types: { KeyJ: 'о', KeyX: 'ч', KeyZ: 'я' }, differs: ['KeyF', 'А'] },
};

describe.each(Object.entries(KEYBOARDS))('on a keyboard with %s', (_, { types, differs: [code, cap] }) => {
  const typed = (position: string) => types[position] ?? '';

  it('keys lie where they lie on any other', () => {
    expect(actionOf('rate', press('KeyJ', typed('KeyJ')))).toBe('next');
    expect(actionOf('rate', press('KeyX', typed('KeyX')))).toBe('skip');
    expect(actionOf('rate', press('KeyZ', typed('KeyZ'), { ctrlKey: true }))).toBe('undo');
    expect(plainCode(press('Digit1', '&'))).toBe('Digit1');
  });

  it('the caps shown are its own, as the system tells them', () => {
    applyCaps(capsOf([...Object.entries(types), [code, cap.toLowerCase()]]));
    expect(capFor('next')).toBe(typed('KeyJ').toUpperCase());
    expect(capFor('undo')).toBe(`Ctrl+${typed('KeyZ').toUpperCase()}`);
    expect(capAt(code)).toBe(cap);
    expect(capAt('Digit1')).toBe('1');
  });

  it('the caps shown are its own, as presses show them', () => {
    const before = current().caps;
    const caps = learnt(before, press(code, cap.toLowerCase()));
    expect(caps.get(code)).toBe(cap);
    expect(learnt(caps, press(code, cap.toLowerCase()))).toBe(caps);
    expect(learnt(caps, press(code, 'x', { ctrlKey: true }))).toBe(caps);
    expect(learnt(caps, press('Enter', 'Enter'))).toBe(caps);
    expect(learnt(caps, press('BracketLeft', 'Dead'))).toBe(caps);
  });
});

describe('writing', () => {
  it('through an input method triggers nothing', () => {
    for (const key of ['Process', 'か']) {
      const composing = press('KeyJ', key, { isComposing: key !== 'Process' });
      expect(actionOf('rate', composing)).toBeNull();
      expect(plainCode(composing)).toBeNull();
    }
  });

  it('with AltGr triggers nothing, told as Ctrl and Alt or as itself', () => {
    const asBoth = { ctrlKey: true, altKey: true };
    expect(actionOf('rate', press('KeyZ', '«', asBoth))).toBeNull();
    expect(actionOf('frame', press('Digit1', '¹', asBoth))).toBeNull();
    const itself = { getModifierState: (name: string) => name === 'AltGraph' };
    expect(actionOf('rate', press('KeyJ', 'ĵ', itself))).toBeNull();
    expect(plainCode(press('Digit2', '²', itself))).toBeNull();
    expect(actionOf('frame', press('Slash', '?', itself))).toBeNull();
  });
});

describe('the number pad', () => {
  it('gives values with NumLock, and moves without', () => {
    expect(plainCode(press('Numpad4', '4'))).toBe('Digit4');
    expect(plainCode(press('Numpad4', 'ArrowLeft'))).toBe('ArrowLeft');
    expect(actionOf('rate', press('Numpad4', 'ArrowLeft'))).toBe('word.previous');
    expect(actionOf('rate', press('Numpad4', '4'))).toBeNull();
    expect(plainCode(press('Numpad5', 'Clear'))).toBe('Clear');
    expect(actionOf('rate', press('NumpadEnter', 'Enter'))).toBe('submit');
  });

  it('gives values in every layout', () => {
    for (const hand of ['left', 'right'] as const) {
      applyKeys({ hand, keys: {} });
      for (let figure = 0; figure <= 9; figure += 1)
        expect(plainCode(press(`Numpad${figure}`, String(figure)))).toBe(`Digit${figure}`);
    }
  });
});
