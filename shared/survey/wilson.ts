import { z } from 'zod';

const share = z.number().min(0).max(1);

/** A share of counted things with its 95 % interval; null where there was nothing to count. */
export const rateSchema = z.strictObject({
  /** How many of `n` had it. */
  k: z.int().min(0),
  n: z.int().min(0),
  value: share.nullable(),
  ci: z.tuple([share, share]).nullable(),
});
export type Rate = z.infer<typeof rateSchema>;

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The share `k / n` with its Wilson score interval, which holds its level for small n and shares near 0 or 1, where the
 * usual one does not.
 *
 * Source: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the
 * American Statistical Association 22, 209-212.
 */
export function rate(k: number, n: number): Rate {
  if (n === 0) return { k, n, value: null, ci: null };
  const p = k / n;
  const spread = (Z * Z) / n;
  const center = (p + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((p * (1 - p) + spread / 4) / n);
  // At the ends the formula gives 0 and 1 but for rounding.
  const low = k === 0 ? 0 : Math.max(0, center - half);
  const high = k === n ? 1 : Math.min(1, center + half);
  return { k, n, value: p, ci: [low, high] };
}
