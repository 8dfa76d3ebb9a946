/** A run of whole lines of a message. */
export interface Block {
  /** Offset in the message, in UTF-16 code units. */
  start: number;
  text: string;
  code: boolean;
}

const FENCE = /^[ \t]*(`{3,}(?!.*`)|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;
/** Below a list item four spaces only continue the item. */
const INDENTED_IN_LIST = /^(?: {8}|\t\t)/;
const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

const closes = (line: string, fence: string): boolean => {
  const marks = line.trim();
  return marks.length >= fence.length && marks === fence.charAt(0).repeat(marks.length);
};

/** Tells which lines are code, after CommonMark: fenced, or indented behind a blank line; also behind a colon. */
function codeLines(lines: readonly string[]): boolean[] {
  let fence: string | null = null;
  let inList = false;
  let mayIndent = true;
  return lines.map((line) => {
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      return true;
    }
    fence = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null || line.trim() === '') {
      mayIndent = true;
      return fence !== null;
    }
    if (LIST_ITEM.test(line) && (inList || !INDENTED.test(line))) inList = true;
    else if ((inList ? INDENTED_IN_LIST : INDENTED).test(line)) return mayIndent;
    else inList &&= /^[ \t]/.test(line);
    mayIndent = line.trimEnd().endsWith(':');
    return false;
  });
}

/** Cuts a message into prose and code; joined again the blocks are the message. */
export function blocksOf(text: string): Block[] {
  const lines = text.split(/(?<=\n)/);
  const code = codeLines(lines);
  const blocks: Block[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const isCode = code[index] === true;
    const last = blocks.at(-1);
    if (last?.code === isCode) last.text += line;
    else blocks.push({ start, text: line, code: isCode });
    start += line.length;
  }
  return blocks;
}
