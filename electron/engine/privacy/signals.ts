import { afterSecretWord } from './secret-words.ts';

/**
 * Signs that a text may hold something to find, each cheap to see. A text without any is clean, and most are: this one pass over
 * the characters is all they cost.
 */
export const SIGNAL = {
  /** An at sign, or `(at` or `[at`. */
  at: 1,
  /** Seven digits close together, or six after a capital. */
  digits: 2,
  /** Digits with three full stops between them. */
  dots: 4,
  /** Two colons together, or many close by. */
  colons: 8,
  /** A word for a secret before a colon or an equals sign, or a password spoken of. */
  secret: 16,
  /** A long word with digits or underscores. */
  long: 32,
  /** Characters that `fold` makes plain; nothing to find by itself. */
  folds: 64,
} as const;

/** Signals that call for a detector. */
export const CALLING = 63;

const PLAIN = 0;
const DIGIT = 1;
const COLON = 2;
const EQUALS = 3;
const AT = 4;
const OPEN = 5;
const OTHER = 6;

/** The class of every UTF-16 unit that is a sign of something, and `FOLDED` more where `fold` makes it one. */
const FOLDED = 16;
const CLASS = new Uint8Array(0x10000).fill(PLAIN);
for (const [characters, name] of [
  ['0123456789', DIGIT],
  [':', COLON],
  ['=', EQUALS],
  ['@', AT],
  ['([', OPEN],
  ['\\', OTHER + FOLDED],
] as const)
  for (const character of characters) CLASS[character.charCodeAt(0)] = name;
for (const [from, to, name] of [
  [0xa0, 0xa0, OTHER],
  [0x660, 0x669, DIGIT],
  [0x6f0, 0x6f9, DIGIT],
  [0x966, 0x96f, DIGIT],
  [0x2000, 0x2015, OTHER],
  [0x202f, 0x202f, OTHER],
  [0x3000, 0x3000, OTHER],
] as const)
  CLASS.fill(name + FOLDED, from, to + 1);
for (let code = 0xff01; code <= 0xff5e; code++) CLASS[code] = (CLASS[code - 0xfee0] || OTHER) + FOLDED;

/** Any character with a class: the engine's search for it is twice as fast as a loop over the table. */
const STOP =
  /[0-9:=@([\\\u00a0\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2000-\u2015\u202f\u3000\uff01-\uff5e]/g;

/** Digits further apart than this are not of one number. */
const REACH = 3;
const MANY_DIGITS = 7;
const LONG = 20;
const MANY_COLONS = 6;

/** What keys without a digit begin with. */
const KEY_OPENING = 'AKIA';

/** A password that is told, also without a colon; to speak of passwords is no sign. */
const TOLD_PASSWORD = /assw(?:or[dt]|d)?["'`*]{0,2} ?(?:[:=]| is| ist| lautet)/i;

/** The signals in a text, as bits. One pass that stops only at digits and a few signs. */
export function signalsOf(text: string): number {
  let signals = 0;
  /** Digits of the number in hand, where its first and last are, and full stops in it. */
  let digits = 0;
  let firstDigit = -10;
  let lastDigit = -10;
  let dots = 0;
  /** Where the last word with a digit in it ends. */
  let wordEnd = 0;
  let colons = 0;
  let lastColon = -10;
  const { length } = text;
  for (let index = 0; index < length; index++) {
    let kind = CLASS[text.charCodeAt(index)] ?? PLAIN;
    if (kind === PLAIN) {
      STOP.lastIndex = index + 1;
      if (!STOP.test(text)) break;
      index = STOP.lastIndex - 1;
      kind = CLASS[text.charCodeAt(index)] ?? PLAIN;
    }
    if (kind >= FOLDED) {
      signals |= SIGNAL.folds;
      kind -= FOLDED;
    }
    if (kind === DIGIT) {
      if (index >= wordEnd) {
        wordEnd = endOfWord(text, index);
        signals |= wordSignals(text, index, wordEnd);
      }
      const gap = index - lastDigit - 1;
      if (gap > 0) {
        dots = gap === 1 && text.charCodeAt(lastDigit + 1) === DOT ? dots + 1 : 0;
        if (dots >= 3) signals |= SIGNAL.dots;
        if (gap > REACH || hasComma(text, lastDigit + 1, index)) digits = 0;
      }
      if (digits === 0) firstDigit = index;
      digits++;
      if (digits >= MANY_DIGITS || (digits === MANY_DIGITS - 1 && hasCapitalBefore(text, firstDigit)))
        signals |= SIGNAL.digits;
      lastDigit = index;
    } else if (kind === AT) signals |= SIGNAL.at;
    else if (kind === OPEN) signals |= atInBrackets(text, index);
    else if (kind === COLON || kind === EQUALS) {
      if (kind === COLON) {
        colons = index - lastColon <= 5 ? colons + 1 : 1;
        if (colons >= MANY_COLONS || index - lastColon === 1) signals |= SIGNAL.colons;
        lastColon = index;
      }
      if (afterSecretWord(text, index)) signals |= SIGNAL.secret;
    }
  }
  if (text.includes(KEY_OPENING)) signals |= SIGNAL.long;
  if (text.includes('assw') && TOLD_PASSWORD.test(text)) signals |= SIGNAL.secret;
  return signals;
}

const DOT = 0x2e;
const COMMA = 0x2c;

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** A capital next to a place, or one character away: AB 12 34 56 C has six digits. */
const hasCapitalBefore = (text: string, place: number): boolean =>
  isCapital(text.charCodeAt(place - 1)) || isCapital(text.charCodeAt(place - 2));

function hasComma(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (text.charCodeAt(index) === COMMA) return true;
  return false;
}

/** Letters, digits, underscore and dash, ASCII or full-width. */
function isWordPart(code: number): boolean {
  const plain = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  const letter = plain | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) || (plain >= 0x30 && plain <= 0x39) || plain === 0x5f || plain === 0x2d
  );
}

function endOfWord(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
  return end;
}

/** What the word tells that a digit is the first of: whether it is long, or has the length of an Indian tax number (too few digits). */
function wordSignals(text: string, digit: number, end: number): number {
  let start = digit;
  while (start > 0 && end - start < LONG && isWordPart(text.charCodeAt(start - 1))) start--;
  if (end - start >= LONG) return SIGNAL.long;
  return end - start === 10 && digit - start === 5 && text.charCodeAt(start) < 0x5b ? SIGNAL.digits : 0;
}

function atInBrackets(text: string, open: number): number {
  const at = text.charCodeAt(open + 1) === 0x20 ? open + 2 : open + 1;
  const isAt = (text.charCodeAt(at) | 0x20) === 0x61 && (text.charCodeAt(at + 1) | 0x20) === 0x74;
  return isAt ? SIGNAL.at : 0;
}
