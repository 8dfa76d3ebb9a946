import { digitAt, isDay, mod11and10, pairAt, remainder, weighted } from '../checks.ts';
import { anyWord } from '../words.ts';
import type { NumericId } from './numeric-ids.ts';

/** Of the first ten digits one stands twice or three times, and another not at all (Identifikationsnummernverordnung). */
function hasRepeats(digits: string): boolean {
  const counts = new Array<number>(10).fill(0);
  for (let index = 0; index < 10; index++)
    counts[digitAt(digits, index)] = (counts[digitAt(digits, index)] ?? 0) + 1;
  const most = Math.max(...counts);
  return (most === 2 || most === 3) && counts.filter((count) => count > 1).length === 1;
}

/** Weighted sum of the first digits modulo 11 against the last. */
const elevens = (digits: string, weights: readonly number[], otherwise = 0): boolean => {
  const rest = weighted(digits, weights) % 11;
  return (rest === 10 ? otherwise : rest) === digitAt(digits, weights.length);
};

/** 11 less the sum modulo 11, 10 standing for no number and 11 for 0. */
const elevensLess = (digits: string, weights: readonly number[]): boolean =>
  (11 - (weighted(digits, weights) % 11)) % 11 === digitAt(digits, weights.length);

/** Month of a PESEL: 20, 40, 60 or 80 more in other centuries. */
const isPeselDay = (digits: string): boolean => isDay(pairAt(digits, 2) % 20, pairAt(digits, 4));

export const EUROPE_IDS: readonly NumericId[] = [
  {
    name: 'GB NHS number',
    lengths: [10],
    alone: null,
    shapes: /^(?:10|3[ -]3[ -]4)$/,
    words: anyWord('nhs, health service, patient number, patient no'),
    isValid: (digits) => elevensLess(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  {
    name: 'DE Steuer-ID',
    lengths: [11],
    alone: /^(?:11|2 3 3 3)$/,
    shapes: /^(?:11|2 ?3 ?3 ?3|2 9)$/,
    words: anyWord('steuer, idnr, tax id, tin!, identifikationsnummer'),
    isValid: (digits) => !digits.startsWith('0') && hasRepeats(digits) && mod11and10(digits),
  },
  {
    name: 'FR NIR',
    lengths: [15],
    alone: /^(?:15|1 2 2 2 3 3 2|13 2|1 2 2 2 3 3-2)$/,
    shapes: /^[\d .-]+$/,
    words: anyWord(`
  sécurité sociale, securite sociale, nir!, secu, sécu, social security, carte vitale
`),
    isValid: (digits) =>
      /^[123478]\d\d(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)/.test(digits) &&
      remainder(digits.slice(0, 13), 97) + Number(digits.slice(13)) === 97,
  },
  {
    name: 'NL BSN',
    lengths: [9],
    alone: null,
    shapes: /^(?:9|4[. ]2[. ]3|3[. ]3[. ]3)$/,
    words: anyWord('bsn, burgerservice, sofinummer, citizen service'),
    isValid: (digits) => (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) - digitAt(digits, 8)) % 11 === 0,
  },
  {
    name: 'BE national number',
    lengths: [11],
    alone: /^(?:2\.2\.2[- ]3[-. ]2|6[- ]3[- ]2)$/,
    shapes: /^[\d .-]+$/,
    words: anyWord('rijksregister, registre national, national number, niss, insz'),
    isValid(digits) {
      const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
      const fits = 97 - remainder(body, 97) === check || 97 - remainder(`2${body}`, 97) === check;
      return fits && isDay(pairAt(digits, 2), pairAt(digits, 4));
    },
  },
  {
    name: 'CH AHV number',
    lengths: [13],
    alone: /^(?:3[. ]4[. ]4[. ]2|13)$/,
    shapes: /^[\d .]+$/,
    words: anyWord('ahv, avs, sozialversicherung'),
    isValid: (digits) =>
      digits.startsWith('756') && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  {
    name: 'AT Sozialversicherungsnummer',
    lengths: [10],
    alone: null,
    shapes: /^(?:10|4[ -]6|4 2 2 2)$/,
    words: anyWord('sozialversicherung, svnr, sv-nr, sv nummer, versicherungsnummer'),
    isValid: (digits) =>
      weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(digits, 3) &&
      isDay(pairAt(digits, 6) > 12 ? 12 : pairAt(digits, 6), pairAt(digits, 4)),
  },
  {
    name: 'PL PESEL',
    lengths: [11],
    alone: null,
    shapes: /^11$/,
    words: anyWord('pesel'),
    isValid: (digits) => isPeselDay(digits) && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  {
    name: 'CZ SK rodné číslo',
    lengths: [10],
    alone: /^6\/4$/,
    shapes: /^(?:10|6[/ ]4)$/,
    words: anyWord('rodné číslo, rodne cislo, rč, r.č'),
    isValid: (digits) =>
      remainder(digits, 11) === 0 && isDay((pairAt(digits, 2) % 50) % 20, pairAt(digits, 4)),
  },
  {
    name: 'RO CNP',
    lengths: [13],
    alone: /^13$/,
    shapes: /^13$/,
    words: anyWord('cnp, cod numeric'),
    isValid(digits) {
      const rest = weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return (
        /^[1-9]/.test(digits) &&
        isDay(pairAt(digits, 3), pairAt(digits, 5)) &&
        pairAt(digits, 7) >= 1 &&
        pairAt(digits, 7) <= 52 &&
        (rest === 10 ? 1 : rest) === digitAt(digits, 12)
      );
    },
  },
  {
    name: 'BG EGN',
    lengths: [10],
    alone: null,
    shapes: /^10$/,
    words: anyWord('егн, egn'),
    isValid: (digits) =>
      elevens(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) && isDay(pairAt(digits, 2) % 20, pairAt(digits, 4)),
  },
  {
    name: 'PT NIF',
    lengths: [9],
    alone: null,
    shapes: /^(?:9|3 3 3)$/,
    words: anyWord('nif!, contribuinte, número fiscal'),
    isValid(digits) {
      const check = 11 - (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (check > 9 ? 0 : check) === digitAt(digits, 8);
    },
  },
  {
    name: 'TR kimlik numarası',
    lengths: [11],
    alone: null,
    shapes: /^11$/,
    words: anyWord('kimlik, tckn, tc no, t.c'),
    isValid(digits) {
      const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
      const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
      const tenth = (((odd * 7 - even) % 10) + 10) % 10;
      return (
        !digits.startsWith('0') &&
        tenth === digitAt(digits, 9) &&
        (odd + even + tenth) % 10 === digitAt(digits, 10)
      );
    },
  },
  {
    name: 'RU SNILS',
    lengths: [11],
    alone: /^3-3-3[ -]2$/,
    shapes: /^(?:11|3[- ]3[- ]3[- ]2)$/,
    words: anyWord('снилс, snils'),
    isValid: (digits) =>
      (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9)),
  },
  {
    name: 'RU ИНН',
    lengths: [12],
    alone: null,
    shapes: /^12$/,
    words: anyWord('инн, inn!'),
    isValid: (digits) =>
      (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(digits, 10) &&
      (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(digits, 11),
  },
];
