/** A run of whole lines of a text, short enough to be read and set by itself. */
export interface Section {
  /** Offsets in the text, in UTF-16 code units, end exclusive. */
  from: number;
  to: number;
  /** `code`: lines of a fenced block that a section before began. `plain`: too long in one piece to be read as Markdown. */
  kind: 'markdown' | 'code' | 'plain';
  /** The language a code block names, of `code`. */
  language: string;
}

/** From this length on a section ends at the next place where Markdown can be cut: characters. */
const ENOUGH = 1_500;
/** At this length it ends with the line, whatever it is in. */
const MOST = 5_000;
/** A table is kept together up to here. */
const MOST_OF_TABLE = 20_000;
/** What cannot be cut by lines and is longer is not read as Markdown: the worst cases of a parser grow with its square. */
const MOST_READ = 8_000;

const FENCE = /^[ \t]*(`{3,}(?!.*`)|~{3,})[ \t]*([^\s`]*)/;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
const HEADING = /^#{1,6}[ \t]/;
const TABLE_ROW = /^[ \t]*\|/;
const INDENTED = /^[ \t]/;

interface Fence {
  marks: string;
  language: string;
}

interface Line {
  from: number;
  to: number;
  text: string;
}

const closes = (line: string, { marks: fence }: Fence): boolean => {
  const marks = line.trim();
  return marks.length >= fence.length && marks === fence.charAt(0).repeat(marks.length);
};

class Cutter {
  readonly sections: Section[] = [];
  #from = 0;
  /** The fence that is open, and the one that was where the section began. */
  #fence: Fence | null = null;
  #within: Fence | null = null;
  #inTable = false;
  #inList = false;
  /** True where what is above is at an end, so that a line can begin something of its own. */
  #isFree = true;

  add(line: Line): void {
    if (this.#fence) this.#addCode(line, this.#fence);
    else this.#addText(line);
  }

  cut(to: number): void {
    if (to === this.#from) return;
    const length = to - this.#from;
    const readable = length <= (this.#inTable ? MOST_OF_TABLE : MOST_READ);
    const kind = this.#within ? 'code' : readable ? 'markdown' : 'plain';
    this.sections.push({ from: this.#from, to, kind, language: this.#within?.language ?? '' });
    this.#from = to;
    this.#within = this.#fence;
  }

  #addCode({ from, to, text }: Line, fence: Fence): void {
    if (from - this.#from >= MOST) this.cut(from);
    if (!closes(text, fence)) return;
    this.#fence = null;
    this.#isFree = true;
    // What comes after a code block that was cut is none.
    if (this.#within) this.cut(to);
  }

  #addText({ from, text }: Line): void {
    const length = from - this.#from;
    const isBlank = text.trim() === '';
    const isItem = LIST_ITEM.test(text);
    const canBegin = !isBlank && !INDENTED.test(text) && (this.#isFree || (isItem && this.#inList));
    const isTable = TABLE_ROW.test(text);
    if (length >= ENOUGH && canBegin) this.cut(from);
    else if (length >= (isTable ? MOST_OF_TABLE : MOST)) this.cut(from);
    const opened = FENCE.exec(text);
    this.#fence = opened ? { marks: opened[1] ?? '', language: opened[2] ?? '' } : null;
    if (isItem) this.#inList = true;
    else if (canBegin) this.#inList = false;
    this.#inTable = isTable;
    this.#isFree = isBlank || HEADING.test(text);
  }
}

function* linesOf(text: string): Iterable<Line> {
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('\n', from);
    const to = stop === -1 ? text.length : stop + 1;
    yield { from, to, text: text.slice(from, stop === -1 ? to : stop) };
    from = to;
  }
}

/** Cuts a text where its Markdown can be cut: joined again the sections are the text. */
export function sectionsOf(text: string): Section[] {
  const cutter = new Cutter();
  for (const line of linesOf(text)) cutter.add(line);
  cutter.cut(text.length);
  return cutter.sections;
}
