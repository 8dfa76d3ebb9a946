import type { readSection } from './markdown/read.ts';
import type { Node } from './markdown/tree.ts';
import { type Section, sectionsOf } from './sections.ts';

export type Reader = typeof readSection;

/** A section with its text, read as Markdown when that is first asked for. */
export class ReadableSection {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly #section: Section;
  #nodes: readonly Node[] | null = null;

  constructor(whole: string, section: Section) {
    this.from = section.from;
    this.to = section.to;
    this.text = whole.slice(section.from, section.to);
    this.#section = section;
  }

  nodes(read: Reader): readonly Node[] {
    this.#nodes ??= read(this.text, this.#section);
    return this.#nodes;
  }

  /** Whether there may be code in it. */
  get hasCode(): boolean {
    return this.#section.kind === 'code' || this.text.includes('```') || this.text.includes('~~~');
  }

  /** About how many lines it takes: until it is shown, its height. */
  get lines(): number {
    const ends = this.text.split('\n').length;
    return Math.ceil(Math.max(ends, this.text.length / CHARACTERS_A_LINE));
  }
}

const CHARACTERS_A_LINE = 64;

export type TextDocument = readonly ReadableSection[];

/** Texts kept at the most; what shows items one after another lets go of them sooner. Characters. */
const KEPT = 2_000_000;
const documents = new Map<string, TextDocument>();
let kept = 0;

/** A text in its sections; the same ones while the text is in use. */
export function documentOf(text: string): TextDocument {
  const known = documents.get(text);
  if (known) {
    documents.delete(text);
    documents.set(text, known);
    return known;
  }
  const made = sectionsOf(text).map((section) => new ReadableSection(text, section));
  documents.set(text, made);
  kept += text.length;
  for (const oldest of documents.keys()) {
    if (kept <= KEPT || oldest === text) break;
    documents.delete(oldest);
    kept -= oldest.length;
  }
  return made;
}

/** Lets go of every text but these. */
export function keepDocuments(texts: ReadonlySet<string>): void {
  for (const text of documents.keys()) {
    if (texts.has(text)) continue;
    documents.delete(text);
    kept -= text.length;
  }
}

/** How much of a text is set in full at once: from its start on, or, below 0, up to its end. Characters. */
export const isAtOnce = ({ from, to }: ReadableSection, length: number, ahead: number): boolean =>
  ahead >= 0 ? from < ahead : to > length + ahead;

/** Reads what will be set at once of a text that comes next. */
export function readAhead(text: string, read: Reader, ahead: number): void {
  for (const section of documentOf(text)) if (isAtOnce(section, text.length, ahead)) section.nodes(read);
}
