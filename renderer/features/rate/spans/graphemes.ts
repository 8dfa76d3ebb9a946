import type { Stretch } from '../../../ui/transcript/pieces.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longest cluster of characters that is looked at: families of emoji, flags in a row. UTF-16 code units. */
const REACH = 120;

/** A place before which no character reaches over: behind a line end or a blank, else as far back as is looked. */
function safeStart(text: string, offset: number): number {
  const from = Math.max(0, offset - REACH);
  const blank = /.*[\s\u0021-\u007e](?=[\s\u0021-\u007e])/s.exec(text.slice(from, offset));
  return blank ? from + blank[0].length : from;
}

/** Where the character that an offset lies within starts, and where it ends; both are the offset where it lies between two. */
export function characterAround(text: string, offset: number): Stretch {
  if (offset <= 0 || offset >= text.length) {
    const edge = Math.min(Math.max(offset, 0), text.length);
    return { start: edge, end: edge };
  }
  const from = safeStart(text, offset);
  for (const { index, segment } of graphemes.segment(text.slice(from, offset + REACH))) {
    const start = from + index;
    const end = start + segment.length;
    if (start === offset) return { start, end: start };
    if (start < offset && offset < end) return { start, end };
  }
  return { start: offset, end: offset };
}

/** The end of the character that begins at or around an offset. */
export function nextCharacter(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  return characterAround(text, offset + 1).end;
}

/** The start of the character that ends at or around an offset. */
export const previousCharacter = (text: string, offset: number): number =>
  offset <= 0 ? 0 : characterAround(text, offset - 1).start;

/** The stretch widened to whole characters: no pair of surrogates, emoji or letter with its accents is cut. */
export const wholeCharacters = (text: string, { start, end }: Stretch): Stretch => ({
  start: characterAround(text, start).start,
  end: characterAround(text, end).end,
});

/** The stretch in whole characters, without blanks at its ends; null where nothing else is in it. */
export function spanOf(text: string, stretch: Stretch): Stretch | null {
  const { start, end } = wholeCharacters(text, stretch);
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  const to = end - (selected.length - selected.trimEnd().length);
  return to > from ? { start: from, end: to } : null;
}
