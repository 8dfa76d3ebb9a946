/**
 * A character in its lower case, where that is one character. One outside ASCII never becomes one of ASCII (the Kelvin sign stays what
 * it is), so that a plain word is found the same way by SQLite, which folds ASCII only.
 */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  if (lower.length > character.length) return character;
  return character > '\u007f' && lower <= '\u007f' ? character : lower;
}

/** Letters whose lower case depends on what stands around them, is longer, or belongs to ASCII. */
const SPECIAL = /[\u0130\u03a3\u212a]/;

/** A text with the case of its letters taken away; accents count. */
export function folded(text: string): string {
  if (!SPECIAL.test(text)) return text.toLowerCase();
  let result = '';
  for (const character of text) result += foldCharacter(character);
  return result;
}

/** True where a text holds another, the case of letters aside. */
export const holdsText = (text: string, needle: string): boolean => folded(text).includes(folded(needle));

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** The words of a text: runs of letters, digits and marks. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}\p{Co}]$/u;

/** True where a word begins at this place of a text: nothing of a word stands before it. */
const beginsWord = (text: string, at: number): boolean =>
  at === 0 || !ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at));

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (beginsWord(text, at)) return true;
  return false;
}

/** True where each word begins a word of the text, the case of letters aside: "ref" is found in "a refund", "fund" is not. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const own = folded(text);
  return words.every((word) => holdsWord(own, folded(word)));
}

/** Orders two texts by their code points, as SQLite does. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const left = Array.from(a);
  const right = Array.from(b);
  for (let i = 0; ; i++) {
    const own = left[i]?.codePointAt(0);
    const other = right[i]?.codePointAt(0);
    if (own === undefined || other === undefined) return left.length - right.length;
    if (own !== other) return own - other;
  }
}
