import { type Branch, isBranch, type Leaf, type Node } from './tree.ts';

const DEEPEST = 24;

/** Collects the parts of a text in order, so that none of it is left out. */
export class Gathering {
  readonly text: string;
  readonly nodes: Node[] = [];
  /** Up to where the text is taken in. */
  at: number;
  readonly #depth: number;

  constructor(text: string, from: number, depth = 0) {
    this.text = text;
    this.at = from;
    this.#depth = depth;
  }

  /** True where parts lie so deep within each other that no page shows them: what is in them is shown as it is written. */
  get isDeep(): boolean {
    return this.#depth >= DEEPEST;
  }

  show(to: number): void {
    this.#leaf('shown', to);
  }

  hide(to: number): void {
    this.#leaf('hidden', to);
  }

  /** Hides the text up to `to`, with something else in its place. */
  replace(to: number, instead: string): void {
    if (to <= this.at) return;
    this.nodes.push({ kind: 'hidden', from: this.at, to, instead });
    this.at = to;
  }

  /** Takes in what lies between two parts: hidden where it is blank, since nothing that says something is hidden. */
  skip(to: number): void {
    if (this.text.slice(this.at, to).trim() === '') this.hide(to);
    else this.show(to);
  }

  /** Hides blanks up to the end of the line, or to `to`. */
  skipBlanks(to: number): void {
    let end = this.at;
    while (end < to && isBlank(this.text.charAt(end))) end += 1;
    this.hide(end);
  }

  /** A part whose own parts `fill` takes in. */
  branch(
    kind: Branch['kind'],
    fill: (inner: Gathering) => void,
    more: Omit<Branch, 'kind' | 'children'> = {},
  ) {
    const inner = new Gathering(this.text, this.at, this.#depth + 1);
    fill(inner);
    this.nodes.push({ kind, children: inner.nodes, ...more });
    this.at = inner.at;
  }

  #leaf(kind: Leaf['kind'], to: number): void {
    if (to <= this.at) return;
    const last = this.nodes.at(-1);
    if (last && !isBranch(last) && last.kind === kind && last.instead === undefined) last.to = to;
    else this.nodes.push({ kind, from: this.at, to });
    this.at = to;
  }
}

export const isBlank = (character: string): boolean => character === ' ' || character === '\t';
