import { afterEach, describe, expect, it } from 'vitest';
import { actionText } from '../../../renderer/catalogue/key-actions.ts';
import { groupText } from '../../../renderer/catalogue/key-groups.ts';
import { applyKeys, current } from '../../../renderer/keys/current.ts';
import { type HelpWords, helpGroups } from '../../../renderer/keys/help.ts';
import { RUBRIC } from '../sample-project.ts';

const WORDS: HelpWords = {
  nameOf: ({ id }) => actionText.en[id],
  groupOf: ({ group }) => groupText.en[group],
  values: 'Give the value',
  dimensions: (names) => `Go to ${names}`,
};
const shown = (typed: string, rubric: typeof RUBRIC | null = RUBRIC) =>
  [...helpGroups(current().bindings, rubric ?? undefined, WORDS, typed).values()].flat();
const keysOf = (id: string) => shown('').find((row) => row.id === id)?.keys;

afterEach(() => applyKeys({ hand: 'both', keys: {} }));

describe('the help', () => {
  it('shows the keys as they are now, the number pad’s Enter once', () => {
    expect(keysOf('submit')).toEqual(['Enter']);
    applyKeys({ hand: 'both', keys: { submit: ['KeyE'], next: ['KeyL'] } });
    expect(keysOf('submit')).toEqual(['E']);
    expect(keysOf('next')).toEqual(['L']);
  });

  it('names the keys of the rubric’s values and dimensions, wherever they lie', () => {
    expect(keysOf('value')).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(keysOf('dimension')).toEqual(['S', 'P', 'F', 'B']);
    applyKeys({ hand: 'right', keys: {} });
    expect(keysOf('value')).toEqual(['M', 'J', 'K', 'L', 'U', 'I']);
  });

  it('leaves out what has no key, and the rubric’s where there is none', () => {
    expect(keysOf('theme.dark')).toBeUndefined();
    expect(shown('', null).some(({ id }) => id === 'value')).toBe(false);
  });

  it('is searched by name, by heading and by key', () => {
    expect(shown('undo').map(({ id }) => id)).toContain('undo');
    expect(new Set(shown('auditing').map(({ group }) => group))).toEqual(new Set(['Auditing']));
    expect(shown('x').map(({ id }) => id)).toContain('skip');
    expect(shown('qqq')).toEqual([]);
  });
});
