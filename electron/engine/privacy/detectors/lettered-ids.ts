import { digitAt, isDay, pairAt, remainder, weighted } from '../checks.ts';
import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { anyWord, near } from '../words.ts';

/** A national id with letters in it. Patterns are for the text as written, in capitals unless they say otherwise. */
interface LetteredId {
  name: string;
  form: RegExp;
  /** Words one of which must be near, where form and check are weak; null where they are enough. */
  words: RegExp | null;
  /** Takes letters and digits alone, in capitals. */
  isValid(compact: string): boolean;
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const HETU_LETTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const isDni = (digits: string, letter: string | undefined): boolean =>
  DNI_LETTERS[Number(digits) % 23] === letter;

/** Codice fiscale: values of characters in odd places, for 0-9 and A-Z (D.M. 23/12/1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isCodiceFiscale(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const character = code.charCodeAt(index);
    const value = character < 58 ? character - 48 : character - 65;
    if (index % 2 === 1) sum += value;
    else sum += (character < 58 ? ODD[value] : ODD_LETTERS[value]) ?? 0;
  }
  return code.charCodeAt(15) - 65 === sum % 26;
}

const CURP_VALUES = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

function isCurp(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += CURP_VALUES.indexOf(code[index] ?? '') * (18 - index);
  return (10 - (sum % 10)) % 10 === digitAt(code, 17) && isDay(pairAt(code, 6), pairAt(code, 8));
}

/** Singapore: what each first letter adds to the sum, and its check letters by the sum modulo 11. */
const NRIC_SERIES: Readonly<Record<string, { adds: number; letters: string }>> = {
  S: { adds: 0, letters: 'JZIHGFEDCBA' },
  T: { adds: 4, letters: 'JZIHGFEDCBA' },
  F: { adds: 0, letters: 'XWUTRQPNMLK' },
  G: { adds: 4, letters: 'XWUTRQPNMLK' },
  M: { adds: 3, letters: 'XWUTRQPNJLK' },
};

function isNric(code: string): boolean {
  const series = NRIC_SERIES[code[0] ?? ''];
  const sum = weighted(code.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + (series?.adds ?? 0);
  return series?.letters[sum % 11] === code[8];
}

/** Taiwan: the first letter as two digits. */
const TAIWAN = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

const isTaiwanId = (code: string): boolean =>
  weighted(`${TAIWAN.indexOf(code[0] ?? '') + 10}${code.slice(1)}`, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) %
    10 ===
  0;

function isHongKongId(code: string): boolean {
  const padded = code.length === 8 ? `$${code}` : code;
  const letterValue = (character: string): number =>
    character === '$' ? 36 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
  let sum = 0;
  for (let index = 0; index < 8; index++) sum += letterValue(padded[index] ?? '$') * (9 - index);
  const check = (11 - (sum % 11)) % 11;
  return padded[8] === (check === 10 ? 'A' : String(check));
}

/** German pension insurance: the letter as two digits, digit sums of products with 2 1 2 5 7 1 2 1 2 1 2 1. */
function isPensionNumber(code: string): boolean {
  const letter = String(code.charCodeAt(8) - 64).padStart(2, '0');
  const digits = code.slice(0, 8) + letter + code.slice(9, 11);
  let sum = 0;
  for (const [index, weight] of [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].entries()) {
    const product = digitAt(digits, index) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10 === digitAt(code, 11) && isDay(pairAt(code, 4), pairAt(code, 2) % 50);
}

function isPpsn(code: string): boolean {
  const second = code[8] === undefined || code[8] === 'W' ? 0 : code.charCodeAt(8) - 64;
  const sum = weighted(code, [8, 7, 6, 5, 4, 3, 2]) + second * 9;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === code[7];
}

export const LETTERED_IDS: readonly LetteredId[] = [
  {
    name: 'GB National Insurance number',
    form: /(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)(?:\d{6}|[ -]?\d\d[ -]?\d\d[ -]?\d\d)[ -]?[A-D](?![A-Za-z0-9])/g,
    words: null,
    isValid: () => true,
  },
  {
    name: 'ES DNI',
    form: /(?<![A-Za-z0-9.,-])(?:\d{8}|\d\d\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z](?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) => isDni(code.slice(0, 8), code[8]),
  },
  {
    name: 'ES NIE',
    form: /(?<![A-Za-z0-9-])[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z](?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) => isDni('XYZ'.indexOf(code[0] ?? '') + code.slice(1, 8), code[8]),
  },
  {
    name: 'IT codice fiscale',
    form: /(?<![A-Za-z0-9])[A-Za-z]{6} ?\d\d[A-EHLMPRSTa-ehlmprst]\d\d ?[A-Za-z]\d{3}[A-Za-z](?![A-Za-z0-9])/g,
    words: null,
    isValid: isCodiceFiscale,
  },
  {
    name: 'DE Rentenversicherungsnummer',
    form: /(?<![A-Za-z0-9])\d\d ?\d{6} ?[A-Z] ?\d{3}(?![A-Za-z0-9])/g,
    words: null,
    isValid: isPensionNumber,
  },
  {
    name: 'FR NIR of Corsica',
    form: /(?<![A-Za-z0-9])[12] ?\d\d ?\d\d ?2[AB] ?\d{3} ?\d{3} ?\d\d(?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) => {
      const digits = code.replace('2A', '19').replace('2B', '18');
      return remainder(digits.slice(0, 13), 97) + Number(digits.slice(13)) === 97;
    },
  },
  {
    name: 'FI henkilötunnus',
    form: /(?<![A-Za-z0-9])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) => {
      const digits = code.replace(/^(\d{6})[A-Z](?=.{4}$)/, '$1');
      const check = HETU_LETTERS[Number(digits.slice(0, 9)) % 31];
      return check === digits[9] && isDay(pairAt(digits, 2), pairAt(digits, 0));
    },
  },
  {
    name: 'IE PPS number',
    form: /(?<![A-Za-z0-9])\d{7}[A-W][A-IW]?(?![A-Za-z0-9])/g,
    words: anyWord('pps, personal public service'),
    isValid: isPpsn,
  },
  {
    name: 'CL RUT',
    form: /(?<![A-Za-z0-9.])\d{1,2}\.\d{3}\.\d{3}-[Kk](?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) => weighted(code.slice(0, -1).padStart(8, '0'), [3, 2, 7, 6, 5, 4, 3, 2]) % 11 === 1,
  },
  {
    name: 'MX CURP',
    form: /(?<![A-Za-z0-9])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?![A-Za-z0-9])/g,
    words: null,
    isValid: isCurp,
  },
  {
    name: 'IN PAN',
    form: /(?<![A-Za-z0-9])[A-Z]{3}P[A-Z]\d{4}[A-Z](?![A-Za-z0-9])/g,
    words: null,
    isValid: () => true,
  },
  {
    name: 'CN resident id ending in X',
    form: /(?<![A-Za-z0-9])[1-9]\d{5}(?:18|19|20)\d{9}[Xx](?![A-Za-z0-9])/g,
    words: null,
    isValid: (code) =>
      isDay(pairAt(code, 10), pairAt(code, 12)) &&
      (weighted(code.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) + 10) % 11 === 1,
  },
  {
    name: 'SG NRIC and FIN',
    form: /(?<![A-Za-z0-9])[STFGM]\d{7}[A-Z](?![A-Za-z0-9])/g,
    words: null,
    isValid: isNric,
  },
  {
    name: 'TW national id',
    form: /(?<![A-Za-z0-9])[A-Z][1289]\d{8}(?![A-Za-z0-9])/g,
    words: anyWord('身分證, 身份證, 統一編號, national id, taiwan'),
    isValid: isTaiwanId,
  },
  {
    name: 'HK identity card',
    form: /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}\([0-9A]\)/g,
    words: null,
    isValid: isHongKongId,
  },
];

/** Letters and digits together: without any, none of the forms is in a text. */
const MIXED = /[A-Z][ -]?\d|\d[ -]?[A-Z]|[a-z]\d|\d-?[a-z]/;

/** National ids with letters. */
export const letteredIds: Detector = {
  name: 'lettered_ids',
  needs: SIGNAL.digits,
  find({ text }) {
    const found: Candidate[] = [];
    if (!MIXED.test(text)) return found;
    for (const { form, words, isValid } of LETTERED_IDS)
      for (const { 0: code, index } of text.matchAll(form)) {
        const end = index + code.length;
        const told = words === null || near(text, index, end, words);
        if (told && isValid(code.toUpperCase().replace(/[^A-Z0-9]/g, '')))
          found.push({ kind: 'national_id', start: index, end, strength: STRENGTH.certain });
      }
    return found;
  },
};
