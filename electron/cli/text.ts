import { stripVTControlCharacters, styleText } from 'node:util';

/** Numbers and words as people read them in a terminal. */

/** 100000 as 100,000. */
export const grouped = (value: number): string => value.toLocaleString('en-US');

/** "1 file", "2 files". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${value === 1 ? one : many}`;

/** 0.4567 as 0.457. */
export const decimals = (value: number, digits = 3): string => value.toFixed(digits).replace('-', '\u2212');

/** 12345678 as 12.3 MB. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let rest = value;
  let unit = 0;
  while (rest >= 1000 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? rest : rest.toFixed(1)} ${units[unit]}`;
}

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** Text out of a file on one line of a terminal: whatever would move the cursor or change a colour becomes a blank. */
export const harmless = (text: string): string => stripVTControlCharacters(text).replaceAll(CONTROL, ' ');

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns a text takes in a terminal: East Asian wide characters take two. */
export function columns(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text)))
    width += WIDE.test(segment) ? 2 : 1;
  return width;
}

const MOST_COLUMNS = 100;

/** Breaks a paragraph at blanks; every line begins with the indent. */
export function wrapped(paragraph: string, indent = ''): string {
  const width = Math.min(process.stdout.columns ?? MOST_COLUMNS, MOST_COLUMNS) - columns(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of harmless(paragraph).split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`).join('\n');
}

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Colour where a person looks at it and did not ask for none (https://no-color.org). */
const coloured = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && !process.env.NO_COLOR;

export const styled = (style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string =>
  coloured(stream) ? styleText(style, text, { stream }) : text;
