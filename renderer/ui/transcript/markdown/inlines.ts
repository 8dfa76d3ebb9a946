import type { SyntaxNode } from '@lezer/common';
import { characterOf } from './entities.ts';
import { type Gathering, isBlank } from './gathering.ts';

/** Of an address that is longer, such as one that holds a picture, the rest is told by a sign. */
const LONGEST_ADDRESS = 200;

export function* childrenOf(node: SyntaxNode): Iterable<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** Text with its line ends; what indents a line of it is hidden. */
function takeText(into: Gathering, to: number): void {
  while (into.at < to) {
    if (into.at > 0 && into.text.charAt(into.at - 1) === '\n') into.skipBlanks(to);
    const end = into.text.indexOf('\n', into.at);
    into.show(end === -1 || end >= to ? to : end + 1);
  }
}

/** Takes in text with its marks, up to `to`. */
export function takeInlines(into: Gathering, nodes: Iterable<SyntaxNode>, to: number): void {
  for (const node of nodes) {
    if (node.from < into.at || node.to > to) continue;
    takeText(into, node.from);
    const take = INLINES[node.name];
    if (take) take(into, node);
    else into.show(node.to);
  }
  takeText(into, to);
}

type Take = (into: Gathering, node: SyntaxNode) => void;

/** A stretch between two marks that are hidden. */
const marked =
  (kind: 'strong' | 'emphasis' | 'strike'): Take =>
  (into, node) => {
    if (into.isDeep) {
      into.show(node.to);
      return;
    }
    into.branch(kind, (inner) => {
      const { firstChild: open, lastChild: close } = node;
      if (open) inner.hide(open.to);
      takeInlines(inner, childrenOf(node), close?.from ?? node.to);
      inner.hide(node.to);
    });
  };

/** Code between backticks; one blank at both ends belongs to the marks. */
const takeCode: Take = (into, node) =>
  into.branch('inlineCode', (inner) => {
    const { firstChild: open, lastChild: close } = node;
    const [from, to] = [open?.to ?? node.from, close?.from ?? node.to];
    const padded = to - from > 2 && isBlank(inner.text.charAt(from)) && isBlank(inner.text.charAt(to - 1));
    inner.hide(padded ? from + 1 : from);
    inner.show(padded ? to - 1 : to);
    inner.hide(node.to);
  });

function takeAddress(into: Gathering, to: number): void {
  into.branch('address', (inner) => {
    if (to - inner.at > LONGEST_ADDRESS) {
      inner.show(inner.at + LONGEST_ADDRESS / 2);
      inner.replace(to - 1, '…');
    }
    inner.show(to);
  });
}

/** Words with an address beside them. What only looks like it, such as `[1]`, is left as it is. */
const linked =
  (kind: 'link' | 'image'): Take =>
  (into, node) => {
    const marks = node.getChildren('LinkMark');
    const [open, close, address] = marks;
    const isLinked = open && close && address && into.text.charAt(address.from) === '(';
    if (!isLinked || into.isDeep) {
      into.show(node.to);
      return;
    }
    into.branch(kind, (inner) => {
      inner.hide(open.to);
      takeInlines(inner, childrenOf(node), close.from);
      inner.hide(close.to);
      takeAddress(inner, node.to);
    });
  };

const takeAutolink: Take = (into, node) => {
  into.hide(node.from + 1);
  takeAddress(into, node.to - 1);
  into.hide(node.to);
};

/** The mark of a quotation before a line of it. */
export const takeQuoteMark: Take = (into, node) => {
  into.skip(node.from);
  into.hide(node.to);
  into.skipBlanks(into.text.length);
};

const INLINES: Readonly<Record<string, Take>> = {
  StrongEmphasis: marked('strong'),
  Emphasis: marked('emphasis'),
  Strikethrough: marked('strike'),
  InlineCode: takeCode,
  Link: linked('link'),
  Image: linked('image'),
  Autolink: takeAutolink,
  URL: (into, node) => takeAddress(into, node.to),
  Math: (into, node) => into.branch('math', (inner) => inner.show(node.to)),
  HTMLTag: (into, node) => into.branch('inlineHtml', (inner) => inner.show(node.to)),
  Escape: (into, node) => {
    into.hide(node.from + 1);
    into.show(node.to);
  },
  Entity: (into, node) => {
    const character = characterOf(into.text.slice(node.from, node.to));
    if (character === null) into.show(node.to);
    else into.replace(node.to, character);
  },
  HardBreak: (into, node) => {
    if (into.text.charAt(node.from) === '\\') into.hide(node.from + 1);
    into.show(node.to);
  },
  QuoteMark: takeQuoteMark,
};
