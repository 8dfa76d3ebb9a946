import type { Stretch } from '../../../ui/transcript/pieces.ts';

/** How much text is looked at for the next word or sentence: UTF-16 code units. */
const WINDOW = 2_000;
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The first word that starts at or after an offset, or null. */
export function nextWord(text: string, from: number): Stretch | null {
  for (let at = from; at < text.length; at += WINDOW) {
    for (const { index, segment, isWordLike } of words.segment(text.slice(at, at + WINDOW)))
      if (isWordLike) return { start: at + index, end: at + index + segment.length };
  }
  return null;
}

/** The last word that ends at or before an offset, or null. */
export function previousWord(text: string, before: number): Stretch | null {
  for (let to = before; to > 0; to -= WINDOW) {
    const from = Math.max(0, to - WINDOW);
    let last: Stretch | null = null;
    for (const { index, segment, isWordLike } of words.segment(text.slice(from, to)))
      if (isWordLike) last = { start: from + index, end: from + index + segment.length };
    if (last) return last;
  }
  return null;
}

/** The end of the sentence that an offset lies in, or of the next one when it lies at an end. */
export function sentenceEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += WINDOW) {
    for (const { index, segment } of sentences.segment(text.slice(at, at + WINDOW))) {
      const end = at + index + segment.trimEnd().length;
      if (end > from && segment.trim() !== '') return end;
    }
  }
  return text.length;
}

/** The start of the sentence that an offset lies in, or of the one before when it lies at a start. */
export function sentenceStart(text: string, before: number): number {
  for (let to = before; to > 0; to -= WINDOW) {
    const from = Math.max(0, to - WINDOW);
    let last: number | null = null;
    for (const { index, segment } of sentences.segment(text.slice(from, to)))
      if (segment.trim() !== '') last = from + index + segment.length - segment.trimStart().length;
    if (last !== null) return last;
  }
  return 0;
}
