/** How far before and after a find a word about it may stand, in characters. */
const BEFORE = 48;
const AFTER = 28;

/**
 * A pattern for any of these words, in lower case with commas between them. A word of ASCII letters begins where no letter stands
 * before it; it may go on (`telefon` is found in `telefonnummer`) unless it ends in `!`. A space in it also stands for a dash, an
 * underscore or nothing.
 */
export function anyWord(words: string): RegExp {
  const all = words.trim().split(/,\s+/);
  const ascii = all.filter((word) => /^[\x20-\x7e]+$/.test(word));
  // Plain words first and together: the engine tells those apart by their first letters, all at once.
  const plain = ascii.filter((word) => /^[a-z]+$/.test(word));
  const others = ascii.filter((word) => !/^[a-z]+$/.test(word));
  const wide = all.filter((word) => !ascii.includes(word));
  const choices = [
    ...(ascii.length > 0 ? [`(?<![a-z])(?:${[...plain, ...others.map(choice)].join('|')})`] : []),
    ...wide.map(choice),
  ];
  return new RegExp(choices.join('|'), 'g');
}

function choice(word: string): string {
  const bare = word
    .replace(/!$/, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '[ _-]?');
  return word.endsWith('!') ? `${bare}(?![a-z])` : bare;
}

/** True where a word stands shortly before or after a place in a text. */
export function near(text: string, start: number, end: number, words: RegExp): boolean {
  return lastBefore(text, start, words) >= 0 || standsAfter(text, end, words);
}

/** How many characters before a place the last of the words begins; -1 where none stands there. */
export function lastBefore(text: string, start: number, words: RegExp): number {
  const before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase();
  words.lastIndex = 0;
  let found = -1;
  for (let match = words.exec(before); match; match = words.exec(before)) found = before.length - match.index;
  return found;
}

/** True where a word stands shortly after a place. */
export function standsAfter(text: string, end: number, words: RegExp): boolean {
  words.lastIndex = 0;
  return words.test(text.slice(end, end + AFTER).toLowerCase());
}
