import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, spansWithin } from '../../../renderer/features/rate/segments.ts';
import { blocksOf } from '../../../renderer/ui/transcript/code-blocks.ts';

const code = (text: string) => blocksOf(text).flatMap((block) => (block.code ? [block.text] : []));

describe('code in a message', () => {
  it('is what stands between fences, and to the end where the fence is left open', () => {
    expect(code('Try:\n```py\nif x:\n    y\n\nz\n```\nDone.')).toEqual(['```py\nif x:\n    y\n\nz\n```\n']);
    expect(code('~~~\na\n```\nb')).toEqual(['~~~\na\n```\nb']);
    expect(code('Use ```x``` here.\n```x``` too.')).toEqual([]);
  });

  it('is what is indented by four spaces or a tab behind a blank line or a colon', () => {
    expect(code('So\n\n    a\n\tb\nafter')).toEqual(['    a\n\tb\n']);
    expect(code('Run this:\n    make\n')).toEqual(['    make\n']);
    expect(code('A sentence that\n    goes on.')).toEqual([]);
  });

  it('is not the second paragraph of a list item', () => {
    expect(code('1. First\n\n    More of it.\n    - within\n\n2. Second')).toEqual([]);
    expect(code('1. Run:\n\n        make\n')).toEqual(['        make\n']);
  });

  const line = fc.constantFrom('```', '    x = 1', '\ty', '- a', '', 'Prose: 😀', '~~~~');
  const message = fc.array(line).map((lines) => lines.join('\n'));

  it('leaves the text as it is, at its offsets', () => {
    fc.assert(
      fc.property(message, (text) => {
        const blocks = blocksOf(text);
        expect(blocks.map((block) => block.text).join('')).toBe(text);
        for (const { start, text: piece } of blocks) expect(text.startsWith(piece, start)).toBe(true);
      }),
    );
  });

  it('shows a label over prose and code on just the text it covers, named once', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        fc.pre(end > start);
        const spans = [{ start, end, label: 'bias' }];
        const pieces = blocksOf(text).flatMap((block) =>
          segmentsOf(block.text, spansWithin(spans, block.start, block.text.length)),
        );
        const marked = pieces.filter(({ labels }) => labels.length > 0);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(marked.map((piece) => piece.text).join('')).toBe(text.slice(start, end));
        expect(marked.filter(({ ends }) => ends.length > 0)).toHaveLength(1);
      }),
    );
  });
});
