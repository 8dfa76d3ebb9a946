/** A stretch of digit groups that could be one number. */
export interface NumberWindow {
  start: number;
  end: number;
  digits: string;
  /**
   * Sizes of its groups with what stands between them, as `(3)3-4` for (415) 555-2671. Spaces about a dash or slash
   * are left out; `+` before the first digit belongs to it, and `(` that is closed inside it.
   */
  shape: string;
}

/** Longest of a window, in digits and groups: a card of 19 digits, a phone number in pairs. */
const MOST_DIGITS = 19;
const MOST_GROUPS = 9;
const FEWEST_DIGITS = 6;

const GROUPS = /[0-9]+/g;
const BETWEEN = /^(?: ?[-/] ?|\.| ?\(|\) ?[-./]?|\) ?\(| )$/;
const LETTER_BEFORE = /[A-Za-z0-9_\u00aa-\u024f]/;

interface Group {
  start: number;
  end: number;
  /** What stands between it and the group before, as it goes into a shape; null where they are apart. */
  before: string | null;
}

/**
 * All windows of a text. They begin and end where a number can: not inside a word, nor inside what is written together, so
 * that the end of a UUID is no card number. At most 9 windows begin at a group, so their count grows with the text alone.
 */
export function numberWindows(text: string): NumberWindow[] {
  const groups = groupsOf(text);
  const windows: NumberWindow[] = [];
  for (let first = 0; first < groups.length; first++)
    if (beginsNumber(text, groups, first)) addWindows(text, groups, first, windows);
  return windows;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  GROUPS.lastIndex = 0;
  let last = -10;
  for (let match = GROUPS.exec(text); match; match = GROUPS.exec(text)) {
    const start = match.index;
    groups.push({
      start,
      end: GROUPS.lastIndex,
      before: start - last <= 3 ? joint(text, last, start) : null,
    });
    last = GROUPS.lastIndex;
  }
  return groups;
}

function joint(text: string, from: number, to: number): string | null {
  const between = text.slice(from, to);
  if (!BETWEEN.test(between)) return null;
  return between === ' ' ? ' ' : between.replaceAll(' ', '');
}

/** A group that is not part of a word, nor of what is written together with the digits before it. */
function beginsNumber(text: string, groups: readonly Group[], index: number): boolean {
  const group = groups[index];
  if (!group) return false;
  if (group.before !== null && group.before !== ' ' && !group.before.includes('(')) return false;
  return !gluedBefore(text, group.start);
}

function gluedBefore(text: string, start: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (LETTER_BEFORE.test(before)) return true;
  const farther = text[start - 2] ?? ' ';
  if (before === '-' || before === '/') return LETTER_BEFORE.test(farther);
  return (before === '.' || before === ',') && farther >= '0' && farther <= '9';
}

function gluedAfter(text: string, end: number): boolean {
  const after = text[end] ?? ' ';
  if (LETTER_BEFORE.test(after)) return !/^(?:x|ext)\.? ?\d{1,5}(?!\w)/.test(text.slice(end, end + 11));
  const farther = text[end + 1] ?? ' ';
  if (after === '-' || after === '/') return LETTER_BEFORE.test(farther);
  return (after === '.' || after === ',' || after === ':') && farther >= '0' && farther <= '9';
}

function addWindows(text: string, groups: readonly Group[], first: number, windows: NumberWindow[]): void {
  const group = groups[first];
  if (!group) return;
  const lead = leadOf(text, group.start);
  let digits = '';
  let shape = '';
  for (let index = first; index < first + MOST_GROUPS; index++) {
    const next = groups[index];
    if (!next || (index > first && next.before === null)) return;
    const size = next.end - next.start;
    if (digits.length + size > MOST_DIGITS) return;
    digits += text.slice(next.start, next.end);
    shape += index > first ? next.before + String(size) : String(size);
    if (digits.length < FEWEST_DIGITS || !endsNumber(text, groups, index)) continue;
    // A bracket that is closed elsewhere is about the number, not in it.
    const led = lead.endsWith('(') && !shape.includes(')') ? '' : lead;
    const start = led === '' ? group.start : group.start - lead.length;
    windows.push({ start, end: next.end, digits, shape: led.replace(' ', '') + shape });
  }
}

/** What stands before the first digit and belongs to the number. */
const leadOf = (text: string, start: number): string =>
  /(?:\+ ?|\+?\()$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';

/** The next group is apart, or stands after a space: not written together with this one. */
function endsNumber(text: string, groups: readonly Group[], index: number): boolean {
  const next = groups[index + 1];
  if (next && next.before !== null) return next.before === ' ' || next.before.endsWith('(');
  const group = groups[index];
  return group !== undefined && !gluedAfter(text, group.end);
}
