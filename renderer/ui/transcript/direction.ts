const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

export type Direction = 'ltr' | 'rtl';

/** Which way a text is read: as its first letter is, after the rules of bidirectional text. */
export function directionOf(text: string): Direction {
  const first = STRONG.exec(text);
  return first && RIGHT_TO_LEFT.test(first[0]) ? 'rtl' : 'ltr';
}

/** Which way the line at an offset is read. */
export function directionAt(text: string, offset: number): Direction {
  const from = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return directionOf(text.slice(from, end === -1 ? text.length : end));
}
