import { expect } from 'vitest';
import type { Statistic } from '../../shared/agreement/index.ts';
import { expectedNumber } from './golden-case.ts';

/** Checks value, standard error and interval against the keys `name`, `name_se`, `name_ci_low`, `name_ci_high`. */
export function expectStatistic(actual: Statistic, expected: Record<string, unknown>, name: string): void {
  expectNear(actual.value, expectedNumber(expected, name), 1e-9, name);
  const { se = null, ci = [null, null] } = actual.value === null ? {} : actual;
  expectNear(se, expectedNumber(expected, `${name}_se`), 1e-7, `${name} standard error`);
  expectNear(ci[0], expectedNumber(expected, `${name}_ci_low`), 1e-6, `${name} lower end`);
  expectNear(ci[1], expectedNumber(expected, `${name}_ci_high`), 1e-6, `${name} upper end`);
}

export function expectNear(
  actual: number | null,
  expected: number | null | undefined,
  tolerance: number,
  name: string,
): void {
  if (expected === undefined) return;
  if (expected === null || actual === null) expect(actual, name).toBe(expected);
  else
    expect(Math.abs(actual - expected), `${name}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}
