import type { Rate } from './wilson.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
export const number = (value: number): string => whole.format(value);

/** "1 answer", "2,000 answers". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** 0.0312 as 3.1 %, 0.31 as 31 %. What is not quite nothing or all is never rounded to it. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  if (share < 1 && share > 0.999) return 'over 99.9 %';
  const digits = (share > 0 && share < 0.1) || (share > 0.99 && share < 1) ? 1 : 0;
  return `${(share * 100).toFixed(digits)} %`;
}

/** "3.1 % (2.8 to 3.4 %)"; "none to count" where there is nothing. */
export function rateText({ value, ci }: Rate): string {
  if (value === null || ci === null) return 'none to count';
  return `${percent(value)} (${intervalText(ci)})`;
}

/** "2.8 to 3.4 %". */
export const intervalText = ([low, high]: readonly [number, number]): string =>
  `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A sentence begins with a capital: "over 99.9 %" may stand at its head. */
export const beginning = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
