import { describe, expect, it } from 'vitest';
import { inlines, parseMarkdown } from '../../../renderer/ui/markdown.ts';

describe('guidelines', () => {
  it('are headings, paragraphs, lists and code', () => {
    const blocks = parseMarkdown(
      '# Title\n\nOne line\ngoes on.\n\n* a\n* b\n  more\n\n1. first\n\n```\nx < y\n```',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: 'Title' }] },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'One line goes on.' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b more' }]],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
      { kind: 'code', text: 'x < y' },
    ]);
  });

  it('take emphasis and code, and leave what only looks like it', () => {
    expect(
      inlines('a **b** *c* `d*e*` snake_case_name 2 * 3 * 4').map(({ kind, text }) => `${kind}:${text}`),
    ).toEqual([
      'text:a ',
      'strong:b',
      'text: ',
      'emphasis:c',
      'text: ',
      'code:d*e*',
      'text: snake_case_name 2 * 3 * 4',
    ]);
  });

  it('never make HTML, a link or an image: they stay text', () => {
    expect(inlines('<b>x</b> [here](https://example.org) ![pic](a.png)')).toEqual([
      { kind: 'text', text: '<b>x</b> here (https://example.org) pic (a.png)' },
    ]);
  });

  it('end with an unclosed fence', () => {
    expect(parseMarkdown('```\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
  });
});
