import { percent } from '../../shared/agreement/words.ts';
import type { Column } from './table.ts';
import { decimals } from './text.ts';

/** What the tables of an agreement report are made of. */

export const right = (title: string): Column => ({ title, align: 'right' });

/** "0.412 to 0.583", or nothing where there is no interval. No coefficient exceeds 1. */
export const interval = (ci: readonly [number, number] | null | undefined): string =>
  ci ? `${decimals(ci[0])} to ${decimals(Math.min(1, ci[1]))}` : '';

interface Told {
  value: number | null;
  reason?: string | undefined;
  ci?: readonly [number, number] | null | undefined;
}

/** "87 % (78 % to 93 %)", or a dash where there is nothing to say. */
export const shareCell = (told: Told | undefined): string =>
  told === undefined || told.value === null
    ? '–'
    : told.ci
      ? `${percent(told.value)} (${percent(told.ci[0])} to ${percent(told.ci[1])})`
      : percent(told.value);

/** "0.21 (0.05 to 0.37)" with two decimals. */
export const numberCell = (told: Told | undefined): string =>
  told === undefined || told.value === null
    ? '–'
    : told.ci
      ? `${decimals(told.value, 2)} (${decimals(told.ci[0], 2)} to ${decimals(told.ci[1], 2)})`
      : decimals(told.value, 2);
