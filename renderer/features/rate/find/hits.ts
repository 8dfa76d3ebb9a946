import type { ShownItem } from '../../../../shared/contract/rating.ts';
import type { readingText } from '../../../catalogue/reading.ts';
import { otherParts, wordsOf } from '../../../ui/transcript/part-words.ts';
import type { Stretch } from '../../../ui/transcript/pieces.ts';

/** A text of the page that is looked through. */
export interface SearchedText {
  /** As the page names it. */
  id: string;
  text: string;
  /** Place of its message in the conversation; null for the answer. */
  message: number | null;
}

export interface Hit extends Stretch {
  id: string;
  message: number | null;
}

/** More are not looked for: nobody walks through them. */
const MOST = 5_000;
const SPECIAL = /[.*+?^${}()|[\]\\/]/g;
/** Marks of emphasis and code may stand at either end of a blank between two words. */
const BLANK = '[*_~`]*\\s[\\s>]*[*_~`]*';

/** What finds the words typed, whatever their case; null for nothing typed. */
function patternOf(typed: string): RegExp | null {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replaceAll(SPECIAL, '\\$&'));
  return new RegExp(escaped.join(BLANK), 'giu');
}

/** Every place of the words in the texts, in order. */
export function hitsIn(texts: readonly SearchedText[], typed: string): Hit[] {
  const pattern = patternOf(typed);
  const hits: Hit[] = [];
  if (!pattern) return hits;
  for (const { id, text, message } of texts)
    for (const { index, 0: found } of text.matchAll(pattern)) {
      hits.push({ id, message, start: index, end: index + found.length });
      if (hits.length === MOST) return hits;
    }
  return hits;
}

/** The texts of an item as the page names them, folded parts included. */
export function textsOf({ context, answer }: ShownItem, t: (typeof readingText)['en']): SearchedText[] {
  const whole = (
    id: string,
    message: number | null,
    { text, parts }: ShownItem['answer'],
  ): SearchedText[] => [
    { id, text, message },
    ...[...otherParts(parts).entries()].flatMap(([place, part]) => {
      const words = wordsOf(part, t);
      return words.text === null ? [] : [{ id: `${id}.${place}`, text: words.text, message }];
    }),
  ];
  const before = [...context.entries()].flatMap(([place, message]) =>
    whole(messageId(place), place, message),
  );
  const { text, ...parts } = answer;
  const [own, ...folded] = whole(ANSWER_TEXT, null, { text, ...parts });
  return [...before, ...folded, ...(own ? [own] : [])];
}

export const ANSWER_TEXT = 'answer';
export const messageId = (place: number): string => `m${place}`;
