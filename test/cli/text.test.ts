import { describe, expect, it } from 'vitest';
import { pairs, table } from '../../electron/cli/table.ts';
import { bytes, columns, counted, decimals, harmless, wrapped } from '../../electron/cli/text.ts';

describe('words and numbers in a terminal', () => {
  it('counts the columns a text takes', () => {
    expect(['abc', 'é', 'e\u0301', '日本', '👍', '\u001B[1mbold\u001B[0m', ''].map(columns)).toEqual([
      3, 1, 1, 4, 2, 4, 0,
    ]);
  });

  it('takes out what would move the cursor', () => {
    expect(harmless('one\ntwo\u001B]0;title\u0007\r\tthree')).toBe('one two three');
  });

  it('writes numbers as people do', () => {
    expect([counted(1, 'file'), counted(12_345, 'file'), counted(0, 'entry', 'entries')]).toEqual([
      '1 file',
      '12,345 files',
      '0 entries',
    ]);
    expect([decimals(0.12345), decimals(-0.5, 2)]).toEqual(['0.123', '\u22120.50']);
    expect([bytes(0), bytes(999), bytes(12_345_678)]).toEqual(['0 B', '999 B', '12.3 MB']);
  });

  it('breaks lines at blanks, and never loses a word', () => {
    const text = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    const lines = wrapped(text, '  ').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(100);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
  });
});

describe('tables', () => {
  it('put titles over columns, numbers to the right', () => {
    const head = [{ title: 'rater' }, { title: 'ratings', align: 'right' }] as const;
    expect(table(head, [['Ada', '1,200'], ['日本', '7'], ['Ben']]).split('\n')).toEqual([
      'rater  ratings',
      'Ada      1,200',
      '日本         7',
      'Ben',
    ]);
  });

  it('put names beside values', () => {
    expect(
      pairs([
        ['a', 'one'],
        ['long', 'two'],
      ]),
    ).toBe('a     one\nlong  two');
  });
});
