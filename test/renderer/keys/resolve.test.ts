import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { chordId, parseChord } from '../../../renderer/keys/chords.ts';
import { applyKeys, current } from '../../../renderer/keys/current.ts';
import { BINDINGS } from '../../../renderer/keys/keymap.ts';
import { capFor, capOf } from '../../../renderer/keys/labels.ts';
import { actionOf, plainCode } from '../../../renderer/keys/match.ts';
import { isChangeable, overlaps, resolveKeys } from '../../../renderer/keys/resolve.ts';
import { dimensionKeys, optionKeys } from '../../../renderer/keys/rubric-keys.ts';
import { press } from '../../support/press.ts';
import { RUBRIC } from '../sample-project.ts';

const own = (keys: Record<string, string[]>) => applyKeys({ hand: 'both', keys });
const idsOf = (action: string) =>
  current()
    .bindings.find(({ id }) => id === action)
    ?.chords.map(chordId);

afterEach(() => own({}));

describe('own keys', () => {
  it('take the place of the table’s, at once', () => {
    own({ next: ['KeyL'], skip: ['Ctrl+Shift+KeyX'] });
    expect(actionOf('rate', press('KeyL'))).toBe('next');
    expect(actionOf('rate', press('KeyJ'))).toBeNull();
    expect(actionOf('rate', press('KeyX', { ctrlKey: true, shiftKey: true }))).toBe('skip');
    expect(capFor('next')).toBe('L');
    own({});
    expect(actionOf('rate', press('KeyJ'))).toBe('next');
  });

  it('can be the same on two screens', () => {
    own({ 'audit.confirm': ['KeyX'] });
    expect(actionOf('audit', press('KeyX'))).toBe('audit.confirm');
    expect(actionOf('rate', press('KeyX'))).toBe('skip');
  });

  it('can be none', () => {
    own({ skip: [] });
    expect(actionOf('rate', press('KeyX'))).toBeNull();
    expect(capFor('skip')).toBe('');
  });

  it('for a value move it, and the rubric’s digits with it', () => {
    own({ 'value.1': ['KeyD'], skip: ['Digit1'] });
    expect(plainCode(press('KeyD'))).toBe('Digit1');
    expect(plainCode(press('Digit1'))).toBeNull();
    expect(actionOf('rate', press('Digit1'))).toBe('skip');
    expect(capOf('Digit1')).toBe('D');
  });

  it('go before the rubric’s letters, which give way', () => {
    own({ skip: ['KeyS'] });
    expect(dimensionKeys(RUBRIC).get('sensibleness')).toBe('KeyN');
    const [first] = RUBRIC.dimensions;
    const lettered = first && { ...first, options: first.options.map((one) => ({ ...one, key: 'KeyS' })) };
    expect(lettered && optionKeys(lettered)).toEqual(['Digit1', 'Digit0']);
  });
});

describe('stored keys that cannot be used', () => {
  it.each([
    ['an action there is no more', { gone: ['KeyL'] }, { action: 'gone', key: 'KeyL', why: 'action' }],
    ['a key that is none', { next: ['KeyÄ'] }, { action: 'next', key: 'KeyÄ', why: 'key' }],
    ['Ctrl with Alt', { next: ['Ctrl+Alt+KeyL'] }, { action: 'next', key: 'Ctrl+Alt+KeyL', why: 'key' }],
    [
      'a modifier for a value',
      { 'value.1': ['Ctrl+KeyL'] },
      { action: 'value.1', key: 'Ctrl+KeyL', why: 'key' },
    ],
    [
      'a key of a text field',
      { 'text.leave': ['KeyL'] },
      { action: 'text.leave', key: 'KeyL', why: 'action' },
    ],
    ['the same key twice', { next: ['KeyL'], skip: ['KeyL'] }, { action: 'next', key: 'KeyL', why: 'taken' }],
  ])('are passed over with a note: %s', (_, keys, note) => {
    own(keys);
    expect(current().notes).toEqual([note]);
  });

  it('leave the table’s key where nothing of them can be used', () => {
    own({ next: ['nonsense'] });
    expect(actionOf('rate', press('KeyJ'))).toBe('next');
  });

  it('of an older version keep what a person chose from a new action of that key', () => {
    own({ mark: ['KeyG'] });
    expect(actionOf('rate', press('KeyG'))).toBe('mark');
    expect(idsOf('guidelines')).toEqual([]);
    expect(current().notes).toEqual([{ action: 'guidelines', key: 'KeyG', why: 'taken' }]);
  });
});

const names = fc.oneof(
  fc.constantFrom(...BINDINGS.map(({ id }) => String(id))),
  fc.string({ maxLength: 12 }),
);
const chords = fc.oneof(
  fc.constantFrom(...BINDINGS.flatMap((row) => row.chords.map(chordId))),
  fc.constantFrom('KeyL', 'Alt+KeyQ', 'Ctrl+Alt+KeyQ', 'Shift+Space', 'F13', ''),
  fc.string({ maxLength: 12 }),
);

it('whatever is stored, no press means two things, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(names, fc.array(chords, { maxLength: 4 }), { maxKeys: 12 }),
      fc.constantFrom('both' as const, 'left' as const, 'right' as const),
      (keys, hand) => {
        const { bindings } = resolveKeys({ hand, keys });
        const holders = new Map<string, { id: string; scope: (typeof bindings)[number]['scope'] }[]>();
        for (const { id, scope, chords: own } of bindings)
          for (const chord of own) {
            const before = holders.get(chordId(chord)) ?? [];
            expect(before.filter((holder) => overlaps(holder.scope, scope))).toEqual([]);
            holders.set(chordId(chord), [...before, { id, scope }]);
          }
        for (const [index, row] of bindings.entries())
          if (!isChangeable(row)) expect(row.chords).toEqual(BINDINGS[index]?.chords);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

it('a chord is read back as it was written', () => {
  const all = [...new Set(BINDINGS.flatMap((row) => row.chords.map(chordId)))];
  for (const id of all) {
    const read = parseChord(id);
    expect(read && chordId(read), id).toBe(id);
  }
});
