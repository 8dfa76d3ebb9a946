import type { Reason, Statistic } from './statistic.ts';

/** 0.8234 as 0.82; -0.004 as 0.00, never -0.00. */
export function decimal(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '\u2212');
}

/** 0.974 as 97 %. What is not quite all or nothing is never rounded to it. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
  if (share > 0 && share < 0.01) return `${(Math.ceil(share * 1000) / 10).toFixed(1)} %`;
  return `${Math.round(share * 100)} %`;
}

/** Why a statistic has no value, as the end of a sentence. */
const BECAUSE: Record<Reason, string> = {
  unanimous: 'everyone gave the same value, so there is no variation to agree about',
  no_pairs: 'no unit has been rated by two raters',
  one_category: 'there is only one category to choose from',
  too_few_raters: 'too few raters are left to compare',
  level: 'the values do not fit it (it needs numbers, an order, or fewer different values)',
  incomplete: 'some raters did not rate some units, and it is defined for complete tables only',
  too_few_ratings: 'there are too few ratings of this kind',
};

export const because = (reason: Reason): string => BECAUSE[reason];

/** "(95 % CI 0.41 to 0.63)" with a blank before, or nothing where there is no interval. No coefficient exceeds 1. */
export const ciText = (ci: readonly [number, number] | null | undefined): string =>
  ci ? ` (95 % CI ${decimal(ci[0])} to ${decimal(Math.min(1, ci[1]))})` : '';

/** A sentence for a statistic: its name, its value with interval, and what that is; or why there is none. */
export function sentenceFor(name: string, statistic: Statistic, meaning: string, unless = because): string {
  if (statistic.value === null) return `${name} is undefined: ${unless(statistic.reason)}.`;
  return `${name} is ${decimal(statistic.value)}${ciText(statistic.ci)}: ${meaning}.`;
}
