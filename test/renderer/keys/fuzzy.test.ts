import { describe, expect, it } from 'vitest';
import { fuzzyScore, ranked } from '../../../renderer/keys/fuzzy.ts';

const COMMANDS = [
  'Submit and next',
  'Next item',
  'Next open item',
  'Go to Export',
  'Colours: dark',
  'Change who is at the desk',
  'Close the project',
].map((name) => ({ id: name, names: [name] }));

const found = (typed: string, recent: string[] = []) => ranked(COMMANDS, typed, recent).map(({ id }) => id);

describe('finding a command', () => {
  it('shows all of them, the last ones first, before anything is typed', () => {
    expect(found('', ['Close the project', 'Next item']).slice(0, 3)).toEqual([
      'Close the project',
      'Next item',
      'Submit and next',
    ]);
  });

  it('takes what was typed anywhere, best at the beginning of a word', () => {
    expect(found('next')).toEqual(['Next item', 'Next open item', 'Submit and next']);
    expect(found('dark')).toEqual(['Colours: dark']);
    expect(found('Change who is at the desk')[0]).toBe('Change who is at the desk');
  });

  it('takes words in any order, and beginnings of words', () => {
    expect(found('open next')).toEqual(['Next open item']);
    expect(found('noi')[0]).toBe('Next open item');
    expect(found('gte')[0]).toBe('Go to Export');
  });

  it('finds nothing where a letter is missing', () => {
    expect(found('zebra')).toEqual([]);
    expect(fuzzyScore('xq', 'Next item')).toBeNull();
  });
});
