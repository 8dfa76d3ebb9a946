import { digitAt, isDay, luhn, pairAt, verhoeff, weighted } from '../checks.ts';
import { anyWord } from '../words.ts';
import type { NumericId } from './numeric-ids.ts';

const AADHAAR = anyWord('aadhaar, aadhar, adhaar, uidai, आधार');

export const ASIA_IDS: readonly NumericId[] = [
  {
    name: 'IN Aadhaar',
    lengths: [12],
    alone: /^4([ -])4\1(?:4)$/,
    shapes: /^(?:12|4[ -]4[ -]4)$/,
    words: AADHAAR,
    // Three years in a row are grouped alike.
    isValid: (digits) => /^[2-9]/.test(digits) && !/^(?:20\d\d){2}/.test(digits) && verhoeff(digits),
  },
  {
    name: 'KR resident number',
    lengths: [13],
    alone: /^6-7$/,
    shapes: /^(?:13|6[- ]7)$/,
    words: anyWord('주민, resident registration, rrn'),
    // Numbers since October 2020 have no check digit; the date, the century's digit and the form tell them.
    isValid: (digits) => isDay(pairAt(digits, 2), pairAt(digits, 4)) && /^.{6}[1-8]/.test(digits),
  },
  {
    name: 'JP My Number',
    lengths: [12],
    alone: null,
    shapes: /^(?:12|4[ -]4[ -]4)$/,
    words: anyWord('マイナンバー, 個人番号, my number, mynumber'),
    isValid(digits) {
      const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest < 2 ? 0 : 11 - rest) === digitAt(digits, 11);
    },
  },
  {
    name: 'CN resident id',
    lengths: [18],
    alone: /^18$/,
    shapes: /^(?:18|6 8 4)$/,
    words: anyWord('身份证, 身分證, id card, resident id'),
    isValid: (digits) =>
      /^[1-9]\d{5}(?:18|19|20)/.test(digits) &&
      isDay(pairAt(digits, 10), pairAt(digits, 12)) &&
      (weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) + digitAt(digits, 17)) % 11 ===
        1,
  },
  {
    name: 'ID NIK',
    lengths: [16],
    alone: null,
    shapes: /^16$/,
    words: anyWord('nik!, ktp, nomor induk'),
    isValid: (digits) => isDay(pairAt(digits, 8), pairAt(digits, 6) % 40),
  },
  {
    name: 'IL teudat zehut',
    lengths: [9],
    alone: null,
    shapes: /^(?:9|8-1)$/,
    words: anyWord('teudat, תעודת זהות, ת.ז, ת"ז, israeli id'),
    isValid: luhn,
  },
  {
    name: 'ZA identity number',
    lengths: [13],
    alone: /^(?:13|6 4 3|6 4 2 1)$/,
    shapes: /^(?:13|6 4 3|6 4 2 1)$/,
    words: anyWord('south african id, identity number, id number, id no'),
    isValid: (digits) =>
      isDay(pairAt(digits, 2), pairAt(digits, 4)) && /^.{10}[01][89]/.test(digits) && luhn(digits),
  },
  {
    name: 'AU TFN',
    lengths: [9],
    alone: null,
    shapes: /^(?:9|3[ -]3[ -]3)$/,
    words: anyWord('tfn, tax file'),
    isValid: (digits) => weighted(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    name: 'AU Medicare number',
    lengths: [10, 11],
    alone: null,
    shapes: /^(?:10|11|4[ -]5[ -]1(?:[-/ ]1)?)$/,
    words: anyWord('medicare'),
    isValid: (digits) =>
      /^[2-6]/.test(digits) && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8),
  },
];
