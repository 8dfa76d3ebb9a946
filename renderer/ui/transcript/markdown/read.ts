import type { Section } from '../sections.ts';
import { takeBlocks } from './blocks.ts';
import { Gathering } from './gathering.ts';
import { markdown } from './parser.ts';
import type { Branch, Node } from './tree.ts';

/** The end of a fenced block, where the lines of one reach it. */
const CLOSING = /\n?[ \t]*(?:`{3,}|~{3,})[ \t]*\n*$/;

/** Lines of a code block that began in a section before. */
function readCode(text: string, language: string): Branch {
  const closing = CLOSING.exec(text);
  const into = new Gathering(text, 0);
  into.show(closing?.index ?? text.length);
  into.hide(text.length);
  return { kind: 'code', children: into.nodes, language };
}

/** The parts of a section, offsets counted from its start. Their leaves, in order, are its text. */
export function readSection(text: string, { kind, language }: Pick<Section, 'kind' | 'language'>): Node[] {
  if (kind === 'code') return [readCode(text, language)];
  const into = new Gathering(text, 0);
  if (kind === 'plain') into.branch('paragraph', (inner) => inner.show(text.length));
  else takeBlocks(into, markdown.parse(text).topNode, text.length);
  return into.nodes;
}
