import { digitAt, isDay, luhn, pairAt, weighted } from '../checks.ts';
import { anyWord } from '../words.ts';
import type { NumericId } from './numeric-ids.ts';

export const NORTH_IDS: readonly NumericId[] = [
  {
    name: 'SE personnummer',
    lengths: [10, 12],
    alone: /^[68]-4$/,
    shapes: /^(?:10|12|[68][- ]4)$/,
    words: anyWord('personnummer, personnr, samordningsnummer, personal identity'),
    isValid(digits) {
      const ten = digits.slice(-10);
      const century = digits.length === 10 || /^(?:18|19|20)/.test(digits);
      return century && luhn(ten) && isDay(pairAt(ten, 2), pairAt(ten, 4) % 60);
    },
  },
  {
    name: 'NO fødselsnummer',
    lengths: [11],
    alone: /^(?:11|6[ -]5)$/,
    shapes: /^(?:11|6[ -]5|2 2 2 5|3 3 5)$/,
    words: anyWord('fødselsnummer, fodselsnummer, personnummer, fnr'),
    isValid(digits) {
      const first = (11 - (weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
      const second = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      const isDate = isDay(pairAt(digits, 2) % 40, pairAt(digits, 0) % 40);
      return first === digitAt(digits, 9) && second === digitAt(digits, 10) && isDate;
    },
  },
  {
    // Numbers since 2007 need not pass the old check, so only its date and its name tell it.
    name: 'DK CPR number',
    lengths: [10],
    alone: null,
    shapes: /^(?:10|6[- ]4)$/,
    words: anyWord('cpr, personnummer'),
    isValid: (digits) => isDay(pairAt(digits, 2), pairAt(digits, 0)),
  },
  {
    name: 'EE LT isikukood',
    lengths: [11],
    alone: null,
    shapes: /^11$/,
    words: anyWord('isikukood, asmens kod, personal code'),
    isValid(digits) {
      const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
      const check = first < 10 ? first : (weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
      return (
        /^[1-8]/.test(digits) && isDay(pairAt(digits, 3), pairAt(digits, 5)) && check === digitAt(digits, 10)
      );
    },
  },
];
