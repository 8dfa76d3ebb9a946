import type { AllocationRule } from './parameters.ts';
import { type Allocation, allocate } from './strata.ts';

export interface AllocationInput {
  rule: AllocationRule;
  size: number;
  /** Each stratum gives at least so many, or all it has. */
  minimum: number;
  spreads: Spreads;
}

/** The standard deviation of what is measured, by key of stratum, and in those that are not named. */
export interface Spreads {
  byKey: Readonly<Record<string, number>>;
  otherwise: number;
}

/** Where nothing is known: the widest spread that a rate can have. */
export const UNKNOWN_SPREADS: Spreads = { byKey: {}, otherwise: 0.5 };

export const spreadOf = ({ byKey, otherwise }: Spreads, key: string): number =>
  Object.hasOwn(byKey, key) ? (byKey[key] ?? otherwise) : otherwise;

/** What all the minimums together come to: the smallest size that can meet them. */
export const leastSize = (populations: ReadonlyMap<string, number>, minimum: number): number =>
  [...populations.values()].reduce((sum, population) => sum + Math.min(population, minimum), 0);

/**
 * Shares a sample among strata: in proportion to their size; equally; or by Neyman's rule, in proportion to size times standard deviation,
 * which gives the smallest variance for a size (Neyman 1934; Cochran 1977, section 5.5). Each stratum gives at least its minimum and at
 * most what it has.
 */
export function allocateBy(
  populations: ReadonlyMap<string, number>,
  { rule, size, minimum, spreads }: AllocationInput,
): Allocation[] {
  if (rule === 'proportional') return allocate(populations, size, minimum);
  const share = (key: string, population: number): number =>
    rule === 'equal' ? 1 : population * spreadOf(spreads, key);
  return allocateByShare(populations, share, size, minimum);
}

interface Bounded extends Allocation {
  share: number;
  least: number;
}

function allocateByShare(
  populations: ReadonlyMap<string, number>,
  share: (key: string, population: number) => number,
  size: number,
  minimum: number,
): Allocation[] {
  const strata = [...populations]
    .map(([key, population]): Bounded => {
      const least = Math.min(minimum, population);
      return { key, population, share: share(key, population), least, drawn: least };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const most = strata.reduce((sum, { population }) => sum + population, 0);
  const least = strata.reduce((sum, own) => sum + own.least, 0);
  const wanted = Math.max(least, Math.min(size, most));
  const level = levelFor(strata, wanted);
  const quotas = strata.map((stratum) => ({ stratum, quota: atLevel(stratum, level) }));
  for (const { stratum, quota } of quotas) stratum.drawn = Math.max(stratum.least, Math.floor(quota));
  settle(quotas, wanted);
  return strata.map(({ key, population, drawn }) => ({ key, population, drawn }));
}

/** What a stratum gives at a level: so much for each unit of its share, within its bounds. */
const atLevel = ({ share, least, population }: Bounded, level: number): number =>
  Math.min(population, Math.max(least, level * share));

const STEPS = 200;

/** The level at which all strata together give what is wanted, by halving. */
function levelFor(strata: readonly Bounded[], wanted: number): number {
  const given = (level: number): number => strata.reduce((sum, stratum) => sum + atLevel(stratum, level), 0);
  let low = 0;
  let high = 1;
  while (given(high) < wanted && high < 1e15) high *= 2;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (given(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

/** Gives what rounding down left over to the largest remainders, or takes back what bounds gave too much; ties go to the earlier key. */
function settle(quotas: readonly { stratum: Bounded; quota: number }[], wanted: number): void {
  const remainder = ({ stratum, quota }: { stratum: Bounded; quota: number }): number =>
    quota - stratum.drawn;
  let left = wanted - quotas.reduce((sum, { stratum }) => sum + stratum.drawn, 0);
  while (left !== 0) {
    const open = quotas
      .filter(({ stratum }) =>
        left > 0 ? stratum.drawn < stratum.population : stratum.drawn > stratum.least,
      )
      .sort(
        (a, b) => Math.sign(left) * (remainder(b) - remainder(a)) || (a.stratum.key < b.stratum.key ? -1 : 1),
      );
    if (open.length === 0) return;
    for (const { stratum } of open) {
      if (left === 0) return;
      stratum.drawn += Math.sign(left);
      left -= Math.sign(left);
    }
  }
}
