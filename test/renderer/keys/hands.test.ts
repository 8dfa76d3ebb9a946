import { afterEach, describe, expect, it } from 'vitest';
import { chordId } from '../../../renderer/keys/chords.ts';
import { applyKeys, current } from '../../../renderer/keys/current.ts';
import { HANDS } from '../../../renderer/keys/hands.ts';
import { BINDINGS } from '../../../renderer/keys/keymap.ts';
import { capFor, capOf } from '../../../renderer/keys/labels.ts';
import { actionOf, plainCode } from '../../../renderer/keys/match.ts';
import { overlaps } from '../../../renderer/keys/resolve.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../../renderer/keys/rubric-keys.ts';
import { press } from '../../support/press.ts';
import { RUBRIC } from '../sample-project.ts';

afterEach(() => applyKeys({ hand: 'both', keys: {} }));

/** Pairs of actions that one press would mean both of. */
const clashes = (): string[] => {
  const all = current().bindings.flatMap((row) => row.chords.map((chord) => ({ row, id: chordId(chord) })));
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => other.id === one.id && overlaps(one.row.scope, other.row.scope))
      .map((other) => `${one.id}: ${one.row.id}, ${other.row.id}`),
  );
};

it('for both hands, no key means two things at once', () => expect(clashes()).toEqual([]));

describe.each(['left', 'right'] as const)('laid out for the %s hand', (hand) => {
  const { half, hasAlt } = HANDS[hand];

  it('everything Rate does with a key is under it', () => {
    applyKeys({ hand, keys: {} });
    const keyed = BINDINGS.filter(({ scope, chords }) => scope === 'rate' && chords.length > 0);
    const beyond = keyed.filter(({ id }) => {
      const row = current().bindings.find((binding) => binding.id === id);
      return !row?.chords.some(({ code, alt }) => half.includes(code) && (hasAlt || !alt));
    });
    expect(keyed.length).toBeGreaterThan(25);
    expect(beyond.map(({ id }) => id)).toEqual([]);
  });

  it('no key means two things at once', () => {
    applyKeys({ hand, keys: {} });
    expect(clashes()).toEqual([]);
  });

  it('dimensions and all categories have letters under it, and none that gives a value or does something', () => {
    applyKeys({ hand, keys: {} });
    const jumps = [...dimensionKeys(RUBRIC).values()];
    expect(jumps).toHaveLength(RUBRIC.dimensions.length);
    for (const code of jumps) {
      expect(half).toContain(code);
      expect(actionOf('rate', press(code))).toBeNull();
      expect(plainCode(press(code))).toBe(code);
    }
    const categories = [...letterKeys(RUBRIC.dimensions.at(-1)?.categories ?? []).values()];
    expect(new Set(categories).size).toBe(11);
    for (const code of categories) expect(plainCode(press(code))).toBe(code);
  });
});

describe('the right hand', () => {
  it('gives values on J K L and U I O as on a number pad, and the screen says so', () => {
    applyKeys({ hand: 'right', keys: {} });
    expect(['KeyJ', 'KeyL', 'KeyI', 'KeyM'].map((code) => plainCode(press(code)))).toEqual([
      'Digit1',
      'Digit3',
      'Digit5',
      'Digit0',
    ]);
    const fluency = RUBRIC.dimensions.find(({ id }) => id === 'fluency');
    expect(fluency && optionKeys(fluency).map(capOf)).toEqual(['J', 'K', 'L', 'U', 'I']);
    expect(capFor('undo')).toBe('-');
  });
});

describe('the left hand', () => {
  it('submits by Space and gives 0 left of the 1', () => {
    applyKeys({ hand: 'left', keys: {} });
    expect(actionOf('rate', press('Space'))).toBe('submit');
    expect(plainCode(press('Backquote'))).toBe('Digit0');
    expect(capOf('Digit0')).toBe('`');
  });
});
