import { describe, expect, it } from 'vitest';
import { BINDINGS } from '../../../renderer/keys/keymap.ts';
import { chordText } from '../../../renderer/keys/labels.ts';
import { actionOf, plainCode } from '../../../renderer/keys/match.ts';
import { press } from '../../support/press.ts';

describe('keys', () => {
  it('go by position, whatever the keyboard types there', () => {
    expect(actionOf('rate', press('KeyJ', { key: 'о' }))).toBe('next');
    expect(actionOf('rate', press('KeyZ', { key: 'w', ctrlKey: true }))).toBe('undo');
  });

  it('tell Ctrl+Z from Ctrl+Shift+Z, and take Command for Ctrl', () => {
    expect(actionOf('rate', press('KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(actionOf('rate', press('KeyZ', { metaKey: true }))).toBe('undo');
    expect(actionOf('rate', press('KeyZ'))).toBeNull();
  });

  it('find the question mark wherever it lies', () => {
    expect(actionOf('frame', press('Minus', { key: '?', shiftKey: true }))).toBe('help');
  });

  it('held down submit once, but move on and on', () => {
    expect(actionOf('rate', press('Enter', { repeat: true }))).toBeNull();
    expect(actionOf('rate', press('KeyJ', { repeat: true }))).toBe('next');
  });

  it('in a text field only Esc and Ctrl+Enter are shortcuts', () => {
    const inText = BINDINGS.filter(({ scope }) => scope === 'text').flatMap(({ chords }) =>
      chords.map(chordText),
    );
    expect(inText.toSorted()).toEqual(['Ctrl+Enter', 'Esc']);
  });

  it('are given once within a scope', () => {
    for (const scope of new Set(BINDINGS.map((row) => row.scope))) {
      const chords = BINDINGS.filter((row) => row.scope === scope && !row.byRubric).flatMap((row) =>
        row.chords.map((chord) => JSON.stringify(chord)),
      );
      expect(new Set(chords).size).toBe(chords.length);
    }
  });

  it('of the number pad are those of the row, and none with a modifier is plain', () => {
    expect(plainCode(press('Numpad4'))).toBe('Digit4');
    expect(plainCode(press('Digit4', { ctrlKey: true }))).toBeNull();
  });
});
