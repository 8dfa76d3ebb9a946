import type { SyntaxNode } from '@lezer/common';
import type { Gathering } from './gathering.ts';
import { childrenOf, takeInlines, takeQuoteMark } from './inlines.ts';
import { takeTable } from './tables.ts';

type Take = (into: Gathering, node: SyntaxNode) => void;

/** Takes in what a part of the page holds: its blocks, with the blanks between them hidden. */
export function takeBlocks(into: Gathering, parent: SyntaxNode, to: number): void {
  for (const node of childrenOf(parent)) {
    if (node.from < into.at) continue;
    into.skip(node.from);
    const take = BLOCKS[node.name];
    if (take) take(into, node);
    else into.show(node.to);
  }
  into.skip(to);
}

const container =
  (kind: 'list' | 'ordered' | 'item' | 'task' | 'quote'): Take =>
  (into, node) => {
    if (into.isDeep) into.show(node.to);
    else into.branch(kind, (inner) => takeBlocks(inner, node, node.to));
  };

const takeParagraph: Take = (into, node) =>
  into.branch('paragraph', (inner) => takeInlines(inner, childrenOf(node), node.to));

/** Words between the marks of a heading; the line below one that is underlined is a mark too. */
const heading =
  (level: number): Take =>
  (into, node) =>
    into.branch(
      'heading',
      (inner) => {
        const [first, last] = [node.firstChild, node.lastChild];
        if (first?.name === 'HeaderMark' && first.from === node.from) inner.hide(first.to);
        inner.skipBlanks(node.to);
        const closing = last?.name === 'HeaderMark' && last.from >= inner.at ? last.from : node.to;
        const words = inner.text.slice(inner.at, closing).trimEnd();
        takeInlines(inner, childrenOf(node), inner.at + words.length);
        inner.hide(node.to);
      },
      { level },
    );

/** Lines as they are, without the marks of a quotation before them. */
function takeLines(into: Gathering, node: SyntaxNode, to: number): void {
  for (const child of node.getChildren('QuoteMark')) {
    if (child.from < into.at || child.to > to) continue;
    into.show(child.from);
    takeQuoteMark(into, child);
  }
  into.show(to);
}

const asWritten =
  (kind: 'html' | 'paragraph'): Take =>
  (into, node) =>
    into.branch(kind, (inner) => takeLines(inner, node, node.to));

/** What is between two lines of code: its indentation in a list or a quotation is hidden, the ends of lines are not. */
function takeMargin(into: Gathering, to: number): void {
  while (into.at < to) {
    const end = into.text.indexOf('\n', into.at);
    const stop = end === -1 || end >= to ? to : end;
    into.skip(stop);
    if (stop < to) into.show(stop + 1);
  }
}

function takeCodeLines(into: Gathering, node: SyntaxNode): void {
  for (const child of childrenOf(node)) {
    if (child.from < into.at) continue;
    if (child.name === 'CodeText') {
      takeMargin(into, child.from);
      into.show(child.to);
    } else if (child.name === 'QuoteMark') {
      takeMargin(into, child.from);
      takeQuoteMark(into, child);
    } else {
      // The mark at the end, with the line end before it.
      into.skip(child.from);
      into.hide(child.to);
    }
  }
  takeMargin(into, node.to);
}

const takeFenced: Take = (into, node) => {
  const info = node.getChild('CodeInfo');
  const language = info ? (/^[^\s{,]*/.exec(into.text.slice(info.from, info.to))?.[0] ?? '') : '';
  into.branch(
    'code',
    (inner) => {
      inner.hide(node.firstChild?.to ?? inner.at);
      if (info) {
        inner.skip(info.from);
        inner.branch('info', (name) => name.show(info.to));
      }
      inner.skipBlanks(node.to);
      if (inner.text.charAt(inner.at) === '\n') inner.hide(Math.min(inner.at + 1, node.to));
      takeCodeLines(inner, node);
    },
    { language },
  );
};

const takeIndented: Take = (into, node) =>
  into.branch('code', (inner) => takeCodeLines(inner, node), { language: '' });

/** A bullet is drawn by the list, a number is left as it is written. */
const takeListMark: Take = (into, node) => {
  if (node.parent?.parent?.name !== 'OrderedList') return into.hide(node.to);
  into.branch('marker', (inner) => inner.show(node.to));
};

const takeTask: Take = (into, node) =>
  into.branch('paragraph', (inner) => {
    const box = node.getChild('TaskMarker');
    if (box) inner.replace(box.to, inner.text.charAt(box.from + 1) === ' ' ? '☐' : '☑');
    takeInlines(inner, childrenOf(node), node.to);
  });

const BLOCKS: Readonly<Record<string, Take>> = {
  Paragraph: takeParagraph,
  ATXHeading1: heading(1),
  ATXHeading2: heading(2),
  ATXHeading3: heading(3),
  ATXHeading4: heading(4),
  ATXHeading5: heading(5),
  ATXHeading6: heading(6),
  SetextHeading1: heading(1),
  SetextHeading2: heading(2),
  BulletList: container('list'),
  OrderedList: container('ordered'),
  ListItem: (into, node) => container(node.getChild('Task') ? 'task' : 'item')(into, node),
  ListMark: takeListMark,
  Task: takeTask,
  Blockquote: container('quote'),
  QuoteMark: takeQuoteMark,
  FencedCode: takeFenced,
  CodeBlock: takeIndented,
  HTMLBlock: asWritten('html'),
  CommentBlock: asWritten('html'),
  ProcessingInstructionBlock: asWritten('html'),
  LinkReference: asWritten('paragraph'),
  HorizontalRule: (into, node) => into.branch('rule', (inner) => inner.hide(node.to)),
  Table: takeTable,
};
