import { Fault } from '../../contract/errors.ts';

const BLANK = /\s/u;
const NAME = /[A-Za-z_][\w.-]*/y;
const WORD = /[A-Za-z]+/y;

/** Reads an expression from left to right. Places are counted from 1, in UTF-16 code units. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  skipBlanks(): void {
    while (this.at < this.text.length && BLANK.test(this.text.charAt(this.at))) this.at += 1;
  }

  /** Where the next thing begins. */
  place(): number {
    this.skipBlanks();
    return this.at;
  }

  atEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  /** Takes a mark such as `(` or `>=` where it is next. */
  mark(mark: string): boolean {
    this.skipBlanks();
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  /** Takes a word of the language, in any case, where it is next and whole. */
  keyword(word: string): boolean {
    this.skipBlanks();
    const found = this.match(WORD);
    if (found?.toLowerCase() !== word) return false;
    if (/[\w.-]/.test(this.text.charAt(this.at + found.length))) return false;
    this.at += found.length;
    return true;
  }

  /** Takes a name of a field: letters, digits, `_`, `.` and `-`, beginning with a letter or `_`. */
  name(): string | null {
    this.skipBlanks();
    const found = this.match(NAME);
    if (found !== null) this.at += found.length;
    return found;
  }

  /** Takes a text in quotes of either kind; the quote itself is written twice. Null where there is none. */
  quoted(): string | null {
    this.skipBlanks();
    const quote = this.text.charAt(this.at);
    if (quote !== '"' && quote !== "'") return null;
    const start = this.at;
    let value = '';
    for (let from = start + 1; ; ) {
      const end = this.text.indexOf(quote, from);
      if (end < 0) {
        this.at = start;
        this.refuse(`the quote that begins here has no end; ${quote} is expected`);
      }
      value += this.text.slice(from, end);
      this.at = end + 1;
      if (this.text.charAt(end + 1) !== quote) return value;
      value += quote;
      from = end + 2;
    }
  }

  /**
   * Takes a value without quotes: up to a blank or a quote. Inside brackets it also ends before the one that closes them, and in a list
   * before a comma.
   */
  bare(within: 'open' | 'brackets' | 'list'): string {
    this.skipBlanks();
    const start = this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (BLANK.test(character) || character === '"' || character === "'") break;
      if (within === 'open') continue;
      if (within === 'list' && character === ',') break;
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth < 0) break;
    }
    return this.text.slice(start, this.at);
  }

  /** @throws Fault EXPRESSION_INVALID that names the place */
  refuse(what: string, at = this.at): never {
    const rest = this.text.slice(at, at + 20);
    const found = rest.trim() === '' ? 'the end' : `"${rest}${this.text.length > at + 20 ? '…' : ''}"`;
    throw new Fault(
      'EXPRESSION_INVALID',
      `The filter cannot be read at character ${at + 1}: ${what}. There is ${found}.`,
    );
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? null;
  }
}
