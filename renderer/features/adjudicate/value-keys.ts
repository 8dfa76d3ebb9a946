import { preferenceValues } from '../../../shared/domain/comparison.ts';
import type { Dimension, OptionValue } from '../../../shared/domain/rubric.ts';

/** A value that can be set, and the digit that sets it; no key for those beyond the digits. */
export interface ValueChoice {
  value: OptionValue;
  code: string;
}

/** The keys of a preference that names no candidate, as on Rate. */
const NO_WINNER: Readonly<Record<string, string>> = { tie: 'Digit5', both_bad: 'Digit0' };

/** What can be set with one key: the options of a dimension by their own keys, candidates by their numbers. */
export function choicesOf(entry: Dimension | null, candidates: number): ValueChoice[] {
  if (entry === null)
    return preferenceValues(candidates).map((value) => ({
      value,
      code: NO_WINNER[value] ?? `Digit${value}`,
    }));
  return entry.options.map(({ value, key }, place) => ({
    value,
    code: key ?? (place < 9 ? `Digit${place + 1}` : ''),
  }));
}
