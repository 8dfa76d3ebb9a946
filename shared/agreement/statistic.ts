/** Why a statistic has no value. */
export const REASONS = [
  /** No variation: everyone gave the same value. */
  'unanimous',
  /** No unit was rated by two raters. */
  'no_pairs',
  /** Only one category was declared or observed, so no other answer was possible. */
  'one_category',
  /** Too few raters are left to compare. */
  'too_few_raters',
  /** The values do not fit the statistic: words where numbers are needed, no order, a negative ratio. */
  'level',
  /** The statistic needs a table without missing cells. */
  'incomplete',
  /** Too few ratings of the kind it is about. */
  'too_few_ratings',
] as const;
export type Reason = (typeof REASONS)[number];

export type Interval = [number, number];

export interface Estimate {
  value: number;
  /** Standard error. */
  se?: number;
  /** 95 % confidence interval. */
  ci?: Interval;
}

export interface NoValue {
  value: null;
  reason: Reason;
}

export type Statistic = Estimate | NoValue;

export const noValue = (reason: Reason): NoValue => ({ value: null, reason });

/**
 * A value, with standard error and interval where both are numbers. A value that is not a finite number (an overflow:
 * values too large for the statistic) is never passed on.
 */
export function estimate(value: number, se?: number, ci?: Interval): Statistic {
  if (!Number.isFinite(value)) return noValue('level');
  if (se === undefined || ci === undefined || ![se, ...ci].every(Number.isFinite)) return { value };
  return { value, se, ci };
}
