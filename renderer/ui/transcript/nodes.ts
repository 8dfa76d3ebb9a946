import { createElement, Fragment, type ReactNode } from 'react';
import { type Direction, directionOf } from './direction.ts';
import { type Branch, type BranchKind, isBranch, type Leaf, type Node } from './markdown/tree.ts';
import { drawPiece, drawRun, type Run } from './marked.ts';
import classes from './nodes.module.css';

interface Drawn {
  tag: string;
  className?: string | undefined;
  /** `auto`: by each paragraph's own first letter. `whole`: by the first letter of all that is in it. */
  dir?: 'auto' | 'whole' | 'ltr';
}

/** What each part is on the page. Nothing in a text can be followed, loaded or run: an address is words. */
const DRAWN: Readonly<Record<BranchKind, Drawn>> = {
  paragraph: { tag: 'p', className: classes.paragraph, dir: 'auto' },
  heading: { tag: 'h3', className: classes.heading, dir: 'auto' },
  list: { tag: 'ul', className: classes.list, dir: 'whole' },
  ordered: { tag: 'ol', className: classes.ordered, dir: 'whole' },
  item: { tag: 'li' },
  task: { tag: 'li', className: classes.task },
  marker: { tag: 'span', className: classes.marker },
  quote: { tag: 'blockquote', className: classes.quote, dir: 'whole' },
  code: { tag: 'div', className: classes.code, dir: 'ltr' },
  info: { tag: 'div', className: classes.info },
  html: { tag: 'div', className: classes.html, dir: 'ltr' },
  table: { tag: 'table', className: classes.table, dir: 'whole' },
  head: { tag: 'tr' },
  row: { tag: 'tr' },
  cell: { tag: 'td', dir: 'auto' },
  rule: { tag: 'div', className: classes.rule },
  strong: { tag: 'strong' },
  emphasis: { tag: 'em' },
  strike: { tag: 'del' },
  inlineCode: { tag: 'code', className: classes.inlineCode },
  inlineHtml: { tag: 'code', className: classes.inlineHtml },
  link: { tag: 'span', className: classes.link },
  image: { tag: 'span', className: classes.image },
  address: { tag: 'span', className: classes.address, dir: 'ltr' },
  math: { tag: 'span', className: classes.math, dir: 'ltr' },
};

const LETTER = /\p{L}/u;

/** The headings of a text stand below those of the page. */
const headingTag = (level = 1): string => `h${Math.min(6, level + 2)}`;

function drawHidden(text: string, instead: string | undefined): ReactNode {
  const hidden = createElement('span', { className: classes.hidden }, text);
  if (instead === undefined) return hidden;
  return createElement('span', { className: classes.instead, 'data-instead': instead }, hidden);
}

function drawLeaf({ kind, from, to, instead }: Leaf, run: Run): ReactNode {
  const start = run.from + from;
  const end = run.from + to;
  const text = run.text.slice(from, to);
  const marks = run.marks.filter((mark) => mark.start < end && mark.end > start);
  if (kind === 'shown') return drawRun({ from: start, text, marks });
  // A mark may end among signs that are hidden; its name is not.
  const ends = marks.filter((mark) => mark.end <= end);
  const hidden = drawHidden(text, instead);
  if (ends.length === 0) return hidden;
  return createElement(Fragment, null, hidden, drawPiece({ start: end, text: '', marks: ends, ends }));
}

/** The first words that are shown in a part. */
function firstWords(nodes: readonly Node[], text: string): string {
  for (const node of nodes) {
    const own = isBranch(node) ? firstWords(node.children, text) : wordsOf(node, text);
    if (own !== '') return own;
  }
  return '';
}

function wordsOf({ kind, from, to }: Leaf, text: string): string {
  const words = kind === 'shown' ? text.slice(from, to) : '';
  return LETTER.test(words) ? words : '';
}

const wholeDirection = (node: Branch, { text }: Run): Direction =>
  directionOf(firstWords(node.children, text));

function drawTable(table: Branch, run: Run): ReactNode {
  const [head, ...rows] = table.children;
  return createElement(
    'table',
    { className: classes.table, dir: wholeDirection(table, run) },
    head ? createElement('thead', null, drawNode(head, run)) : null,
    rows.length > 0 ? createElement('tbody', null, ...rows.map((row) => drawNode(row, run))) : null,
  );
}

function drawNode(node: Node, run: Run, isHead = false): ReactNode {
  if (!isBranch(node)) return drawLeaf(node, run);
  const { kind, level } = node;
  if (kind === 'table') return drawTable(node, run);
  const { tag, className, dir } = DRAWN[kind];
  const children = node.children.map((child) => drawNode(child, run, kind === 'head'));
  if (kind === 'cell' && isHead) return createElement('th', { scope: 'col', dir }, ...children);
  const side = dir === 'whole' ? wholeDirection(node, run) : dir;
  return createElement(kind === 'heading' ? headingTag(level) : tag, { className, dir: side }, ...children);
}

/** A section read as Markdown. Its text nodes joined are its text, what is hidden included: offsets count on it. */
export const drawNodes = (nodes: readonly Node[], run: Run): ReactNode =>
  createElement(Fragment, null, ...nodes.map((node) => drawNode(node, run)));
