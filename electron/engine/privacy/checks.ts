/** Check digits. All take digits (or what is said) as text without separators. */

export const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

/** Sum of digit times weight, over the weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += digitAt(digits, index) * weight;
  return sum;
}

/** ISO/IEC 7812-1 (Luhn), check digit last. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, twice = false; index >= 0; index--, twice = !twice) {
    const digit = digitAt(digits, index);
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Remainder of a decimal number of any length. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digitAt(digits, index)) % divisor;
  return rest;
}

/** ISO 7064 MOD 97-10 over letters (A=10 ... Z=35) and digits, the first four moved to the end: IBAN. */
export function iban97(compact: string): boolean {
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (let index = 0; index < moved.length; index++) {
    const code = moved.charCodeAt(index);
    rest = code < 58 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97;
  }
  return rest === 1;
}

/** ISO 7064 MOD 11,10, check digit last. */
export function mod11and10(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (digitAt(digits, index) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

const VERHOEFF_PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

/** Product in the dihedral group of order 10. */
function dihedral(left: number, right: number): number {
  if (left < 5) return right < 5 ? (left + right) % 5 : ((left + right) % 5) + 5;
  return right < 5 ? ((left - right + 5) % 5) + 5 : (left - right + 5) % 5;
}

/** Verhoeff (1969), check digit last. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = digitAt(digits, digits.length - 1 - place);
    for (let turn = 0; turn < place % 8; turn++) digit = VERHOEFF_PERMUTATION[digit] ?? 0;
    check = dihedral(check, digit);
  }
  return check === 0;
}

/** True for a day of a month of any year; February has 29. */
export function isDay(month: number, day: number): boolean {
  const days = month === 2 ? 29 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** Two digits at a place, as a number. */
export const pairAt = (digits: string, index: number): number => Number(digits.slice(index, index + 2));
