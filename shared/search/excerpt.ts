import type { TextQuestion } from './question.ts';
import { foldInPlace } from './words.ts';

export interface Excerpt {
  text: string;
  /** Start and end of each match, in UTF-16 code units of the excerpt. */
  marks: [number, number][];
}

const LENGTH = 160;
const BEFORE = 48;
/** A text is searched so far for something to show, in UTF-16 code units. */
const LOOKED_AT = 200_000;
const MOST_MARKS = 20;

/** Where in a text the question's words stand, in order and without overlaps. */
export function marksIn(question: TextQuestion, text: string): [number, number][] {
  const { folded, placeOf } = foldInPlace(text.slice(0, LOOKED_AT));
  const found = question.wanted
    .flatMap(({ pattern }) => [...folded.matchAll(pattern)].slice(0, MOST_MARKS))
    .map((match): [number, number] => [placeOf(match.index), placeOf(match.index + match[0].length)])
    .sort(([a], [b]) => a - b);
  const marks: [number, number][] = [];
  for (const mark of found) if (mark[0] >= (marks.at(-1)?.[1] ?? 0)) marks.push(mark);
  return marks;
}

const isCut = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/** The words around the first match, or null where the text has none. White space is shown as single spaces, in place. */
export function excerptOf(question: TextQuestion, text: string): Excerpt | null {
  const marks = marksIn(question, text);
  const first = marks[0];
  if (!first) return null;
  let from = Math.max(0, first[0] - BEFORE);
  const space = text.indexOf(' ', from);
  if (from > 0 && space >= 0 && space < first[0]) from = space + 1;
  else if (isCut(text, from)) from += 1;
  let to = Math.min(text.length, from + LENGTH);
  if (isCut(text, to)) to -= 1;
  const shown = marks.filter(([start, end]) => start >= from && end <= to);
  return {
    text: text.slice(from, to).replace(/\s/gu, ' '),
    marks: shown.map(([start, end]) => [start - from, end - from]),
  };
}
