/** A stretch of the text as it is. Offsets count from the start of what was read, in UTF-16 code units. */
export interface Leaf {
  kind: 'shown' | 'hidden';
  from: number;
  to: number;
  /** Stands in the place of what is hidden: the character of an entity, the box of a task. */
  instead?: string;
}

export type BranchKind =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'ordered'
  | 'item'
  | 'task'
  | 'marker'
  | 'quote'
  | 'code'
  | 'info'
  | 'html'
  | 'table'
  | 'head'
  | 'row'
  | 'cell'
  | 'rule'
  | 'strong'
  | 'emphasis'
  | 'strike'
  | 'inlineCode'
  | 'inlineHtml'
  | 'link'
  | 'image'
  | 'address'
  | 'math';

/** A part of a text and what it is. Its leaves, in order, are its text: none is left out, none is added. */
export interface Branch {
  kind: BranchKind;
  children: Node[];
  /** Of a heading: 1 to 6. */
  level?: number;
  /** Of code: the language it names. */
  language?: string;
}

export type Node = Leaf | Branch;

export const isBranch = (node: Node): node is Branch => 'children' in node;

/** The leaves of a part in order. */
export function leavesOf(nodes: readonly Node[]): Leaf[] {
  return nodes.flatMap((node) => (isBranch(node) ? leavesOf(node.children) : [node]));
}
