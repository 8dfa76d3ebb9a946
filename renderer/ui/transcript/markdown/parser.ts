import { GFM, type InlineContext, type MarkdownConfig, parser } from '@lezer/markdown';

const DOLLAR = 36;
const BACKSLASH = 92;
/** Longest formula that is looked for: characters. */
const LONGEST = 2_000;

/** Signs that a backslash begins a formula with, and those that end it. */
const BRACKETS: Readonly<Record<string, string>> = { '(': '\\)', '[': '\\]' };

/** Where a formula begun by a backslash ends, counted from its start; -1 for none. */
function bracketed(text: string): number {
  const close = BRACKETS[text.charAt(1)];
  const at = close === undefined ? -1 : text.indexOf(close, 2);
  return at === -1 ? -1 : at + 2;
}

const DISPLAYED = /^\$\$[^$]+\$\$/;
/** A sum of money is no formula: within the signs no blank comes first or last, after them no figure. */
const INLINE = /^\$(?!\s)(?:[^$\\\n]|\\.){0,300}?(?<!\s)\$(?!\d)/;

const dollared = (text: string): number => (DISPLAYED.exec(text) ?? INLINE.exec(text))?.[0].length ?? -1;

function parseMath(context: InlineContext, next: number, at: number): number {
  if (next !== DOLLAR && next !== BACKSLASH) return -1;
  const text = context.slice(at, Math.min(context.end, at + LONGEST));
  const length = next === DOLLAR ? dollared(text) : bracketed(text);
  return length === -1 ? -1 : context.addElement(context.elt('Math', at, at + length));
}

/** Formulas are kept as they are written: no sign in them is emphasis, or an escape. */
const math: MarkdownConfig = {
  defineNodes: ['Math'],
  parseInline: [{ name: 'Math', parse: parseMath, before: 'Escape' }],
};

/** CommonMark with tables, task lists, strikethrough and bare addresses. */
export const markdown = parser.configure([GFM, math]);
