import type { NumberWindow } from '../number-windows.ts';
import { type Candidate, type Detector, type Scanned, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { lastBefore, near } from '../words.ts';
import { AMERICAS_IDS } from './ids-americas.ts';
import { ASIA_IDS } from './ids-asia.ts';
import { EUROPE_IDS } from './ids-europe.ts';
import { NORTH_IDS } from './ids-north.ts';
import { OTHER_NUMBER_WORDS } from './number-words.ts';

/** A number that a country gives to a person, all digits (or a check letter X after them). */
export interface NumericId {
  name: string;
  lengths: readonly number[];
  /** Shapes (of `NumberWindow`) that tell it without a word beside it; none where the check is weak. */
  alone: RegExp | null;
  /** Shapes that count with a word beside it. */
  shapes: RegExp;
  /** Words it is called by, before or shortly after it. */
  words: RegExp;
  isValid(digits: string): boolean;
}

export const NUMERIC_IDS: readonly NumericId[] = [...EUROPE_IDS, ...NORTH_IDS, ...AMERICAS_IDS, ...ASIA_IDS];

const BY_LENGTH = new Map<number, NumericId[]>();
for (const id of NUMERIC_IDS)
  for (const length of id.lengths) BY_LENGTH.set(length, [...(BY_LENGTH.get(length) ?? []), id]);

/** National ids by their check digits, and by a word beside them where these are weak. */
export const numericIds: Detector = {
  name: 'numeric_ids',
  needs: SIGNAL.digits,
  find: (scanned) => scanned.numbers.flatMap((window) => judged(scanned, window)),
};

function judged({ text }: Scanned, window: NumberWindow): Candidate[] {
  const { start, end, digits, shape } = window;
  let strength = 0;
  for (const id of BY_LENGTH.get(digits.length) ?? []) {
    const alone = id.alone?.test(shape) ?? false;
    if ((!alone && !id.shapes.test(shape)) || !id.isValid(digits)) continue;
    if (near(text, start, end, id.words))
      return [{ kind: 'national_id', start, end, strength: STRENGTH.certain }];
    if (alone && !isOther(text, start)) strength = /^\d+$/.test(shape) ? STRENGTH.shape : STRENGTH.context;
  }
  return strength > 0 ? [{ kind: 'national_id', start, end, strength }] : [];
}

/** A number that is called something else: an order, a parcel ... */
function isOther(text: string, start: number): boolean {
  const other = lastBefore(text, start, OTHER_NUMBER_WORDS);
  return other >= 0 && other <= 24;
}
