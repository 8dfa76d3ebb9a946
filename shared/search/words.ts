/**
 * Scripts written without spaces between words, or with words that grow at their ends. Their runs are cut into overlapping pairs of
 * signs, in the index as in a question.
 */
const RUN_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
/** Of words and runs. */
export const SIGNS = '\\p{L}\\p{N}\\p{M}\\p{Co}';
/** Of a run, and of any other word; `v` so that one class can be taken from the other. */
const RUN_SIGN = `[[${SIGNS}]&&[${RUN_SCRIPTS}]]`;
export const WORD_SIGN = `[[${SIGNS}]--[${RUN_SCRIPTS}]]`;

const RUN = new RegExp(`${RUN_SIGN}+`, 'gv');
const ANY_RUN = new RegExp(RUN_SIGN, 'v');
const TOKEN = new RegExp(`(?<run>${RUN_SIGN}+)|${WORD_SIGN}+`, 'gv');

export interface Token {
  text: string;
  /** A stretch of a run, which has no words of its own. */
  isRun: boolean;
  end: number;
}

/** The words and runs of a text, in order. */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map((found) => ({
    text: found[0],
    isRun: found.groups?.run !== undefined,
    end: found.index + found[0].length,
  }));

/** Overlapping pairs, and the last sign by itself: every sign begins a pair or stands alone, so that it can be found. */
export function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''));
}

/** A text as the index is given it: its runs as pairs, all else as it is. */
export const indexedText = (text: string): string =>
  ANY_RUN.test(text) ? text.replace(RUN, (run) => ` ${pairsOf(run).join(' ')} `) : text;

const ASCII = /^[\0-\x7f]*$/;
const LATIN = /^\p{Script=Latin}/u;
const MARKS = /[\u0300-\u036f]/gu;
const KEPT = 20_000;
const foldings = new Map<string, string>();

/** A sign as the index compares it: without case, Latin letters without their marks. A mark by itself becomes nothing. */
function foldSign(sign: string): string {
  const known = foldings.get(sign);
  if (known !== undefined) return known;
  const base = LATIN.test(sign) ? sign.normalize('NFD') : sign;
  const folded = base.toLowerCase().replace(MARKS, '');
  if (foldings.size >= KEPT) foldings.clear();
  foldings.set(sign, folded);
  return folded;
}

export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const sign of text) folded += foldSign(sign);
  return folded;
}

/** A text in folded form, and where in the text, in UTF-16 code units, each place of it was; one more for the end. */
export function foldInPlace(text: string): { folded: string; placeOf(at: number): number } {
  if (ASCII.test(text)) return { folded: text.toLowerCase(), placeOf: (at) => at };
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    const own = foldSign(sign);
    folded += own;
    for (let unit = 0; unit < own.length; unit += 1) places.push(at);
    at += sign.length;
  }
  places.push(at);
  return { folded, placeOf: (place) => places[place] ?? at };
}
