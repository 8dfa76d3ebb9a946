import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { readSection } from '../../../../renderer/ui/transcript/markdown/read.ts';
import { isBranch, leavesOf, type Node } from '../../../../renderer/ui/transcript/markdown/tree.ts';
import { drawNodes } from '../../../../renderer/ui/transcript/nodes.ts';
import { fc } from '../../../support/property.ts';
import { HOSTILE, markdownTexts } from './markdown-texts.ts';

const read = (text: string): Node[] => readSection(text, { kind: 'markdown', language: '' });

const drawn = (text: string): string =>
  renderToStaticMarkup(drawNodes(read(text), { from: 0, text, marks: [] }));

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
/** The text nodes of a page, joined. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? '');

/** What is shown of a text, each part between brackets with its kind. */
function shape(text: string): string {
  const told = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (isBranch(node)) return `${node.kind}(${told(node.children)})`;
        return node.kind === 'shown' ? text.slice(node.from, node.to) : (node.instead ?? '');
      })
      .join('');
  return told(read(text));
}

describe('an answer read as Markdown', () => {
  test('has every place of its text once and in order, whatever is in it', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        let at = 0;
        for (const { from, to } of leavesOf(read(text))) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test('hides no word: what is not shown are marks', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        const hidden = leavesOf(read(text)).filter(
          ({ kind, instead }) => kind === 'hidden' && instead === undefined,
        );
        expect(
          hidden.map(({ from, to }) => text.slice(from, to)).filter((part) => /[\p{L}\p{N}]/u.test(part)),
        ).toEqual([]);
      }),
    );
  });

  test('is on the page letter for letter, so that a place there is an offset in the text', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        // The page cannot hold these in what is compared here: a half character, and a carriage return.
        fc.pre(!/[\r\0]|\p{Surrogate}/u.test(text));
        expect(textOf(drawn(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['# Title **bold**', 'heading(Title strong(bold))'],
    ['a\n- b\n- c', 'paragraph(a\n)list(item(paragraph(b))item(paragraph(c)))'.replace('a\n)', 'a)')],
    ['3. x\n4. y', 'ordered(item(marker(3.)paragraph(x))item(marker(4.)paragraph(y)))'],
    ['> a\n> b', 'quote(paragraph(a\nb))'],
    ['```js\nlet a;\n\n  b\n```', 'code(info(js)let a;\n\n  b)'],
    ['    a\n\n      b', 'code(a\n\n  b)'],
    ['|a|b|\n|-|-|\n||2', 'table(head(cell(a)cell(b))row(cell()cell(2)))'],
    ['- [x] done', 'list(task(paragraph(☑ done)))'],
    ['[w](http://x.y) http://z.y', 'paragraph(link(waddress((http://x.y))) address(http://z.y))'],
    ['as in [1] and [EMAIL_1][NAME_2]', 'paragraph(as in [1] and [EMAIL_1][NAME_2])'],
    ['![a cat](c.png)', 'paragraph(image(a cataddress((c.png))))'],
    ['fish &amp; chips &nope;', 'paragraph(fish & chips &nope;)'],
    ['$a_1 + b_1$ is not $5 and $10', 'paragraph(math($a_1 + b_1$) is not $5 and $10)'],
    ['\\(x_1 * y * z\\)', 'paragraph(math(\\(x_1 * y * z\\)))'],
    ['2 \\* 3', 'paragraph(2 * 3)'],
    ['~~no~~ `a  b`', 'paragraph(strike(no) inlineCode(a  b))'],
    ['a <b>c</b>', 'paragraph(a inlineHtml(<b>)cinlineHtml(</b>))'],
    ['line one\n   line two', 'paragraph(line one\nline two)'],
  ])('%j', (text, told) => {
    expect(shape(text)).toBe(told);
  });
});

describe('a hostile answer', () => {
  const ALLOWED = /^(?:p|h[3-6]|ul|ol|li|span|blockquote|div|table|thead|tbody|tr|td|th|strong|em|del|code)$/;

  test.each(HOSTILE.map((text) => [text.slice(0, 60), text]))(
    '%s is words on the page and nothing else',
    (_name, text) => {
      const html = drawn(text);
      expect(textOf(html)).toBe(text);
      const tags = [...html.matchAll(/<([a-z0-9]+)((?:\s[^>]*)?)>/g)];
      expect(tags.filter(([, tag]) => !ALLOWED.test(tag ?? ''))).toEqual([]);
      const attributes = tags.flatMap(([, , all]) =>
        [...(all ?? '').matchAll(/\s([a-z-]+)(?==)/g)].map(([, name]) => name),
      );
      const allowed = ['class', 'dir', 'scope', 'data-instead'];
      expect(attributes.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    },
  );
});
