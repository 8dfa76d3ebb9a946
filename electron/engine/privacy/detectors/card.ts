import { luhn } from '../checks.ts';
import type { NumberWindow } from '../number-windows.ts';
import { type Candidate, type Detector, type Scanned, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { lastBefore } from '../words.ts';
import { CARD_WORDS, OTHER_NUMBER_WORDS } from './number-words.ts';

/** Issuers: first digits from and to, as the number begins, and how long their numbers are (ISO/IEC 7812 ranges in use). */
const ISSUERS: readonly { from: number; to: number; lengths: readonly number[] }[] = [
  { from: 4, to: 4, lengths: [13, 16, 19] },
  { from: 51, to: 55, lengths: [16] },
  { from: 2221, to: 2720, lengths: [16] },
  { from: 34, to: 34, lengths: [15] },
  { from: 37, to: 37, lengths: [15] },
  { from: 6011, to: 6011, lengths: [16, 19] },
  { from: 644, to: 649, lengths: [16, 19] },
  { from: 65, to: 65, lengths: [16, 19] },
  { from: 300, to: 305, lengths: [14] },
  { from: 36, to: 36, lengths: [14] },
  { from: 38, to: 39, lengths: [14, 16] },
  { from: 3528, to: 3589, lengths: [16] },
  { from: 62, to: 62, lengths: [16, 17, 18, 19] },
  { from: 5018, to: 5018, lengths: [12, 13, 16] },
  { from: 5020, to: 5020, lengths: [12, 13, 16] },
  { from: 5038, to: 5038, lengths: [12, 13, 16] },
  { from: 6304, to: 6304, lengths: [12, 13, 16] },
  { from: 6759, to: 6763, lengths: [12, 13, 16] },
  { from: 2200, to: 2204, lengths: [16] },
  { from: 60, to: 60, lengths: [16] },
  { from: 508, to: 508, lengths: [16] },
];

/** How card numbers are grouped: not at all, in fours, or as American Express and Diners print theirs. */
const SHAPES = /^(?:\d+|4([ .-])4\1(?:4\1)?[1-4](?:\1[1-3])?|4([ .-])6\2[45])$/;

const hasIssuer = (digits: string): boolean =>
  ISSUERS.some(({ from, to, lengths }) => {
    const head = Number(digits.slice(0, String(from).length));
    return head >= from && head <= to && lengths.includes(digits.length);
  });

const isCard = ({ digits, shape }: NumberWindow): boolean =>
  digits.length >= 12 && SHAPES.test(shape) && luhn(digits) && hasIssuer(digits) && !/^(\d)\1+$/.test(digits);

/** Payment cards: Luhn, a known issuer with a length it uses, written as cards are, and not said to be another number. */
export const card: Detector = {
  name: 'card',
  needs: SIGNAL.digits,
  find: (scanned) => scanned.numbers.filter(isCard).flatMap((window) => judged(scanned, window)),
};

function judged({ text }: Scanned, { start, end, shape }: NumberWindow): Candidate[] {
  const word = lastBefore(text, start, CARD_WORDS);
  const other = lastBefore(text, start, OTHER_NUMBER_WORDS);
  // One number in ten passes Luhn by chance: what is written as one and called something else is that.
  if (other >= 0 && (word < 0 || other < word) && /^\d+$/.test(shape)) return [];
  return [{ kind: 'card', start, end, strength: word >= 0 ? STRENGTH.certain : STRENGTH.checked }];
}
