import type { Stretch } from '../../store/rate/state.ts';

/** How much text is looked at for the next word or sentence: UTF-16 code units. */
const WINDOW = 2_000;
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The first word that starts at or after an offset, or null. */
export function nextWord(text: string, from: number): Stretch | null {
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, from + WINDOW)))
    if (isWordLike) return { start: from + index, end: from + index + segment.length };
  return null;
}

/** The last word that ends at or before an offset, or null. */
export function previousWord(text: string, before: number): Stretch | null {
  const from = Math.max(0, before - WINDOW);
  let last: Stretch | null = null;
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, before)))
    if (isWordLike) last = { start: from + index, end: from + index + segment.length };
  return last;
}

/** The end of the sentence that an offset lies in, or of the next one when it lies at an end. */
export function sentenceEnd(text: string, from: number): number {
  for (const { index, segment } of sentences.segment(text.slice(from, from + WINDOW))) {
    const end = from + index + segment.trimEnd().length;
    if (end > from) return end;
  }
  return text.length;
}

/** How the keyboard moves a selection; null selects nothing yet. */
export const MOVES = {
  next: (text: string, at: Stretch | null) => nextWord(text, at?.end ?? 0) ?? at,
  previous: (text: string, at: Stretch | null) =>
    at ? (previousWord(text, at.start) ?? at) : nextWord(text, 0),
  extend: (text: string, at: Stretch | null) => {
    const word = nextWord(text, at?.end ?? 0);
    return word ? { start: at?.start ?? word.start, end: word.end } : at;
  },
  shrink: (text: string, at: Stretch | null) => {
    if (!at) return nextWord(text, 0);
    const last = previousWord(text, at.end);
    const shorter = last?.end === at.end ? previousWord(text, last.start) : last;
    return shorter && shorter.end > at.start ? { start: at.start, end: shorter.end } : at;
  },
  sentence: (text: string, at: Stretch | null) => {
    const start = at?.start ?? nextWord(text, 0)?.start ?? 0;
    return { start, end: sentenceEnd(text, at?.end ?? start) };
  },
} as const satisfies Record<string, (text: string, at: Stretch | null) => Stretch | null>;

export type Move = keyof typeof MOVES;
