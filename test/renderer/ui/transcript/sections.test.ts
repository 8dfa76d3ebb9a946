import { describe, expect, test } from 'vitest';
import { readSection } from '../../../../renderer/ui/transcript/markdown/read.ts';
import { leavesOf } from '../../../../renderer/ui/transcript/markdown/tree.ts';
import { sectionsOf } from '../../../../renderer/ui/transcript/sections.ts';
import { fc } from '../../../support/property.ts';
import { markdownTexts } from './markdown-texts.ts';

const kinds = (text: string): string[] => sectionsOf(text).map(({ kind }) => kind);
const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

describe('a long text in sections', () => {
  test('is the text again when they are joined, and so is what is read of each', () => {
    fc.assert(
      fc.property(fc.array(markdownTexts, { maxLength: 30 }), (texts) => {
        const text = texts.join('\n\n').repeat(4);
        const sections = sectionsOf(text);
        expect(sections.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        for (const section of sections) {
          const own = text.slice(section.from, section.to);
          expect(
            leavesOf(readSection(own, section))
              .map(({ from, to }) => own.slice(from, to))
              .join(''),
          ).toBe(own);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is cut between paragraphs, items and headings, never within a line', () => {
    const text = lines(200, (n) => `Paragraph ${n} says a little more than nothing at all.\n\n`);
    const sections = sectionsOf(text);
    expect(sections.length).toBeGreaterThan(5);
    for (const { from, to } of sections) {
      expect(text.slice(from)).toMatch(/^(Paragraph|$)/);
      expect(to - from).toBeLessThan(2_000);
    }
  });

  test('keeps code that was cut code, and what comes after it no code', () => {
    const text = `Before.\n\n\`\`\`python\n${lines(500, (n) => `print(${n})  # a line of code\n`)}\`\`\`\n\n# After\n`;
    const sections = sectionsOf(text);
    const code = sections.filter(({ kind }) => kind === 'code');
    expect(code.length).toBeGreaterThan(1);
    expect(code.every(({ language }) => language === 'python')).toBe(true);
    const after = sections.at(-1);
    expect(after?.kind).toBe('markdown');
    expect(text.slice(after?.from)).toMatch(/^\n?# After/);
  });

  test('a text in one piece that is too long to be read as Markdown is shown as it is', () => {
    expect(kinds('[a]('.repeat(20_000))).toEqual(['plain']);
    expect(kinds('short *text*')).toEqual(['markdown']);
    expect(kinds('')).toEqual([]);
  });

  test('a table stays whole', () => {
    const table = `| a | b |\n|---|---|\n${lines(300, (n) => `| cell ${n} | and another one |\n`)}`;
    expect(sectionsOf(`Text before.\n\n${table}`).some(({ from, to }) => to - from >= table.length)).toBe(
      true,
    );
  });
});
