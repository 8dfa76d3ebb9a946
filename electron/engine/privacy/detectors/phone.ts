import type { NumberWindow } from '../number-windows.ts';
import { type Candidate, type Detector, type Scanned, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { anyWord, standsAfter } from '../words.ts';
import { nationalPart } from './calling-codes.ts';
import { CALLING_WORDS, OTHER_NUMBER_WORDS, PHONE_WORDS } from './number-words.ts';

/** National ways of writing that say phone number by themselves: the shape, and how the digits begin. */
const NATIONAL: readonly { country: string; shape: RegExp; digits: RegExp }[] = [
  { country: 'US CA', shape: /^(?:\(3\)-?3[-. ]4|3-3-4|3\.3\.4)$/, digits: /^[2-9]\d\d[2-9]/ },
  {
    country: 'US CA',
    shape: /^1(?:[- ]?\(3\)3-4|-3-3-4|\.3\.3\.4| 3-3-4| 3 3 4)$/,
    digits: /^1[2-9]\d\d[2-9]/,
  },
  { country: 'US CA, as in stories', shape: /^3-4$/, digits: /^555/ },
  { country: 'FR', shape: /^2(?<s>[ .-])2\k<s>2\k<s>2\k<s>2$/, digits: /^0[1-9]/ },
  { country: 'GB', shape: /^(?:\([345]\)|[345] )(?:3 4|4 4|6|5|3 3)$/, digits: /^0[1-37]\d{8,9}$/ },
  { country: 'DE AT CH', shape: /^\(?[3456]\)?[-/ ]?\d(?:[- ]\d)*$/, digits: /^0[2-9]\d{7,11}$/ },
  { country: 'DE', shape: /^4[-/ ]?(?:[78]|3 [45]|4 [34]|3 2 2|2 2 3)$/, digits: /^01[567]\d{8,9}$/ },
  { country: 'any with trunk 0', shape: /^[2345][ -]\d(?:[ -]\d){1,4}$/, digits: /^0[1-9]\d{7,10}$/ },
  { country: 'AU', shape: /^\(2\)4 4$/, digits: /^0[2378]/ },
  { country: 'BR', shape: /^\(2\)[45]-4$/, digits: /^[1-9]{2}[2-9]/ },
  { country: 'BR', shape: /^\(2\)5 4$|^2 5-4$/, digits: /^[1-9]{2}9/ },
  { country: 'IN', shape: /^(?:1[ -]?)?5 5$/, digits: /^0?[6-9]\d{9}$/ },
  { country: 'CN', shape: /^3(?<s>[ -])4\k<s>4$/, digits: /^1[3-9]/ },
  { country: 'RU', shape: /^1[ -]?\(?3\)?[- ]?3(?<s>[- ])2\k<s>2$/, digits: /^8[3489]/ },
  { country: 'ES PT', shape: /^3 2 2 2$/, digits: /^[6789]/ },
  { country: 'IT', shape: /^3[ -]7$|^3[ /]6$/, digits: /^3[2-9]/ },
];

/** Mobile numbers of a country, written as one: a leading 0 and a length that little else has. */
const RUN_TOGETHER = /^(?:07[1-9]\d{8}|0[67]\d{8}|01[567]\d{8,9}|04\d{8}|09\d{9})$/;

/** Groups that a number said to be a phone's may have. */
const SPOKEN = /^\+?\(?\d{1,2}\)?(?:[ ./()-]{0,2}\d{1,2}){0,7}$/;

const HAN = /[\u3400-\u9fff]/;
const SAID_AFTER = anyWord(`
  is my, is the best number, is her, is his, my cell, my mobile, (mobile, (cell, (home, (work, (office,
  (mobil, (handy, まで
`);

/** How near a word for another number, or for calling, stands before the number it is about, in characters. */
const CLOSE = 24;
/** The same of calling, before a number written as one. */
const NEAR = 16;

/** Phone numbers: international ones by their country's plan, national ones by how they are written or what they are called. */
export const phone: Detector = {
  name: 'phone',
  needs: SIGNAL.digits,
  find: (scanned) => scanned.numbers.flatMap((window) => judged(scanned, window)),
};

function judged(scanned: Scanned, window: NumberWindow): Candidate[] {
  const { digits, shape } = window;
  if (digits.length < 7 || digits.length > 15 || hasDate(digits, shape) || !isGrouped(shape)) return [];
  const strength = strengthOf(scanned, window);
  return strength === 0 ? [] : [{ kind: 'phone', start: window.start, end: window.end, strength }];
}

function strengthOf(scanned: Scanned, window: NumberWindow): number {
  const { text } = scanned;
  const { start, end, shape } = window;
  const international = isInternational(window);
  const national = !international && isNational(text, window);
  if (!international && !national && !isSpoken(window)) return 0;
  const word = phoneWordBefore(scanned, start, /^\d+$/.test(shape) ? NEAR : CLOSE);
  const other = scanned.lastBefore(start, OTHER_NUMBER_WORDS);
  const said = word >= 0 && (other < 0 || word < other);
  if (!said && other >= 0 && other <= CLOSE) return 0;
  if (international) return said ? STRENGTH.checked : STRENGTH.context;
  if (shape.startsWith('+') || /[$€£¥#=]/.test(text[start - 1] ?? '')) return 0;
  if (said && isSpoken(window)) return STRENGTH.context;
  if (national) return STRENGTH.shape;
  return isSpoken(window) && standsAfter(text, end, SAID_AFTER) ? STRENGTH.shape : 0;
}

function phoneWordBefore(scanned: Scanned, start: number, farthest: number): number {
  const noun = scanned.lastBefore(start, PHONE_WORDS);
  const verb = scanned.lastBefore(start, CALLING_WORDS);
  if (verb < 0 || verb > farthest) return noun;
  return noun < 0 ? verb : Math.min(noun, verb);
}

/** `+` or `00`, a calling code, and as many digits as its plan has. */
function isInternational({ digits, shape }: NumberWindow): boolean {
  if (shape.startsWith('+')) return nationalPart(digits) !== null;
  return /^00[1-9]/.test(digits) && digits.length >= 11 && nationalPart(digits.slice(2)) !== null;
}

/** No long row of single digits, and nothing like 1.234.567 or 1 234 567. */
const isGrouped = (shape: string): boolean =>
  !/(?:[ .-]1(?!\d)){4}/.test(shape) && !/^[12](?:\.3)+$|^[12](?: 3)+$/.test(shape);

function isSpoken({ digits, shape }: NumberWindow): boolean {
  if (/^\d+$/.test(shape)) return digits.length >= 8 && digits.length <= 12;
  return SPOKEN.test(shape) && digits.length <= 13 && !/^\d+\.\d+$/.test(shape);
}

const isNational = (text: string, { start, end, digits, shape }: NumberWindow): boolean =>
  NATIONAL.some((form) => form.shape.test(shape) && form.digits.test(digits)) ||
  (/^\d+$/.test(shape) && RUN_TOGETHER.test(digits)) ||
  (/^1[3-9]\d{9}$/.test(digits) && HAN.test(text.slice(Math.max(0, start - 12), end + 12)));

const DATES = [
  { shape: /(?:^|[ (/-])4(?<s>[-./])[12]\k<s>[12](?= |$|-|\/)/, year: /(?:19|20)\d\d/ },
  { shape: /(?:^|[ (/-])[12](?<s>[-./ ])[12]\k<s>4(?= |$|-|\/)/, year: /(?:19|20)\d\d/ },
  { shape: /^4(?:[-/ ]4)+$/, year: /^(?:(?:1[5-9]|20)\d\d)+$/ },
  { shape: /^8(?:[- ]6)?$/, year: /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/ },
] as const;

/** A date, a row of years or a time stamp, alone or as a part. */
const hasDate = (digits: string, shape: string): boolean =>
  DATES.some((date) => date.shape.test(shape) && date.year.test(digits));
