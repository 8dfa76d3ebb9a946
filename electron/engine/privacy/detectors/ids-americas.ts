import { digitAt, luhn, weighted } from '../checks.ts';
import { anyWord } from '../words.ts';
import type { NumericId } from './numeric-ids.ts';

/** 11 less the sum modulo 11; 10 and 11 stand for 0. */
const lessOrNone = (digits: string, weights: readonly number[]): boolean => {
  const check = 11 - (weighted(digits, weights) % 11);
  return (check > 9 ? 0 : check) === digitAt(digits, weights.length);
};

const isSame = (digits: string): boolean => /^(\d)\1+$/.test(digits);

export const AMERICAS_IDS: readonly NumericId[] = [
  {
    // Areas 000 and 666 are not given out; 9xx is an ITIN where the middle is of its ranges.
    name: 'US SSN and ITIN',
    lengths: [9],
    alone: /^3-2-4$/,
    shapes: /^(?:9|3[- .]2[- .]4)$/,
    words: anyWord(`
  ssn, social security, social sec, soc sec, social!, itin, taxpayer, seguro social
`),
    isValid: (digits) =>
      /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) ||
      /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/.test(digits),
  },
  {
    name: 'CA SIN',
    lengths: [9],
    alone: null,
    shapes: /^(?:9|3[- ]3[- ]3)$/,
    words: anyWord('sin!, social insurance, nas!, assurance sociale'),
    isValid: (digits) => /^[1-79]/.test(digits) && luhn(digits),
  },
  {
    name: 'BR CPF',
    lengths: [11],
    alone: /^3\.3\.3-2$/,
    shapes: /^(?:11|3[. ]?3[. ]?3[- .]?2|9-2|3 3 3 2)$/,
    words: anyWord('cpf'),
    isValid: (digits) =>
      !isSame(digits) &&
      lessOrNone(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) &&
      lessOrNone(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  {
    name: 'CL RUT',
    lengths: [8, 9],
    alone: /^[12]\.3\.3-1$/,
    shapes: /^(?:[12]\.3\.3-1|[78]-1)$/,
    words: anyWord('rut!, run!'),
    isValid(digits) {
      const body = digits.slice(0, -1);
      const check = (11 - (weighted(body.padStart(8, '0'), [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      return check === digitAt(digits, digits.length - 1);
    },
  },
  {
    name: 'AR CUIL',
    lengths: [11],
    alone: /^2-8-1$/,
    shapes: /^(?:11|2[- ]8[- ]1)$/,
    words: anyWord('cuil, cuit'),
    isValid: (digits) =>
      /^2[0347]/.test(digits) &&
      (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(digits, 10),
  },
  {
    name: 'AR DNI, PE DNI, CO cédula',
    lengths: [7, 8, 10],
    alone: null,
    shapes: /^(?:7|8|10|[12]\.3\.3|1\.3\.3\.3)$/,
    words: anyWord('dni!, documento nacional, cédula, cedula'),
    isValid: (digits) => !isSame(digits),
  },
];
