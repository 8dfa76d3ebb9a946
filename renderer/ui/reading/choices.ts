import type { Preferences } from '../../../shared/contract/window.ts';

type Looks = Pick<Preferences, 'textFont' | 'textSize' | 'textWidth' | 'textSpacing'>;
export type Measure = Exclude<keyof Looks, 'textFont'>;

/** What can be chosen, in steps. */
export const RANGES: Readonly<Record<Measure, { least: number; most: number; step: number }>> = {
  textSize: { least: 14, most: 36, step: 1 },
  textWidth: { least: 45, most: 100, step: 5 },
  textSpacing: { least: 130, most: 220, step: 10 },
};

export const AT_FIRST: Looks = { textFont: 'serif', textSize: 18, textWidth: 68, textSpacing: 160 };

/** The next value of a measure in steps that begin at its least, within what can be chosen. */
export function stepped(measure: Measure, value: number, by: 1 | -1): number {
  const { least, most, step } = RANGES[measure];
  const steps = (value - least) / step;
  const next = by === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  return Math.min(most, Math.max(least, least + next * step));
}
