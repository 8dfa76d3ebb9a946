import { type Branch, isBranch, type Leaf, leavesOf, type Node } from '../markdown/tree.ts';
import type { Token } from './tokens.ts';

/** A code block of a section: its lines as they are shown. */
export interface Code {
  language: string;
  text: string;
  leaves: readonly Leaf[];
}

const branches = (nodes: readonly Node[]): Branch[] =>
  nodes.filter(isBranch).flatMap((node) => (node.kind === 'code' ? [node] : branches(node.children)));

/** The code blocks of a section that name a language. */
export function codeOf(nodes: readonly Node[], text: string): Code[] {
  return branches(nodes)
    .filter(({ language }) => language !== undefined && language !== '')
    .map(({ children, language = '' }) => {
      const lines = children.filter((child) => !(isBranch(child) && child.kind === 'info'));
      const leaves = leavesOf(lines).filter(({ kind }) => kind === 'shown');
      return { language, leaves, text: leaves.map(({ from, to }) => text.slice(from, to)).join('') };
    });
}

/** Tokens of the code as stretches of the section; one that goes over several lines of a quotation is several. */
export function placedTokens({ leaves }: Code, tokens: readonly Token[]): Token[] {
  const placed: Token[] = [];
  let index = 0;
  let before = 0;
  for (const token of tokens) {
    for (; index < leaves.length; index += 1) {
      const leaf = leaves[index];
      if (!leaf) break;
      const length = leaf.to - leaf.from;
      const from = Math.max(token.from, before);
      const to = Math.min(token.to, before + length);
      const shift = leaf.from - before;
      if (to > from) placed.push({ ...token, from: from + shift, to: to + shift });
      if (token.to <= before + length) break;
      before += length;
    }
  }
  return placed;
}
