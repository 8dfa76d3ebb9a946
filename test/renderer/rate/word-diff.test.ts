import { describe, expect, test } from 'vitest';
import { type Change, wordDiff } from '../../../renderer/features/rate/rewrite/word-diff.ts';
import { fc } from '../../support/property.ts';

const SIGNS: Readonly<Record<Change['kind'], string>> = { same: '', added: '+', removed: '-' };
/** "a [-b][+c]". */
const told = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${SIGNS[kind]}${text}]`))
    .join('');

const without = (changes: readonly Change[], kind: Change['kind']): string =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what a rewrite changed', () => {
  test.each([
    ['The order was received.', 'Your order was received.', '[-The][+Your] order was received.'],
    ['It is there.', 'It is not there.', 'It is [+not ]there.'],
    ['It is really there.', 'It is there.', 'It is [-really ]there.'],
    ['one two three', 'uno dos three', '[-one two][+uno dos] three'],
    ['您好，订单已送达。', '您好，包裹已送达。', '您好，[-订单][+包裹]已送达。'],
    ['a 👨‍👩‍👧 b', 'a 👨‍👩‍👦 b', 'a [-👨‍👩‍👧][+👨‍👩‍👦] b'],
    ['same', 'same', 'same'],
    ['', 'new', '[+new]'],
  ])('%j to %j', (before, after, changes) => {
    expect(told(before, after)).toBe(changes);
  });

  test('has both texts in it, letter for letter, whatever they are', () => {
    const parts = [
      'a',
      'bc',
      ' ',
      '\n',
      'the ',
      '😀',
      '👨‍👩‍👧',
      '中',
      '文字',
      '。',
      'é',
      'e\u0301',
      '🇩🇪',
      'ש',
    ];
    const texts = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = wordDiff(before, after);
        expect(without(changes, 'added')).toBe(before);
        expect(without(changes, 'removed')).toBe(after);
        expect(changes.every(({ text }) => text !== '')).toBe(true);
        if (before === after) expect(changes.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('a change in the middle of a long text is found alone', () => {
    const long = 'The quick brown fox jumps. '.repeat(4_000);
    const changes = wordDiff(long, `${long.slice(0, 54_000)}Only this. ${long.slice(54_000)}`);
    expect(changes.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'Only this. ' }]);
  });

  test('two long texts with nothing in common are two whole texts', () => {
    const changes = wordDiff('one two three '.repeat(3_000), 'vier fünf sechs '.repeat(3_000));
    expect(changes.filter(({ text }) => text.trim() !== '').map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });
});
