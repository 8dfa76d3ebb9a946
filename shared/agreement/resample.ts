import type { Random } from '../sampling/random.ts';

/**
 * Draws with replacement, counted by group: how often each of the groups comes up in as many draws as there are units
 * in all. Exact and in whole numbers only, so that a seed gives the same counts on every machine.
 */
export type Resample = (counts: Float64Array) => void;

/** With more groups than this share of the units, drawing the units one by one is the faster way. */
const FEW_GROUPS = 1 / 16;

/** A sampler for groups of `sizes` units; each call fills `counts` with one resample. */
export function resampler(sizes: Float64Array, random: Random): Resample {
  const ends = new Float64Array(sizes.length);
  let units = 0;
  sizes.forEach((size, group) => {
    units += size;
    ends[group] = units;
  });
  return sizes.length > units * FEW_GROUPS ? oneByOne(sizes, units, random) : byHalving(ends, units, random);
}

function oneByOne(sizes: Float64Array, units: number, random: Random): Resample {
  const groupOf = new Int32Array(units);
  let next = 0;
  sizes.forEach((size, group) => {
    groupOf.fill(group, next, next + size);
    next += size;
  });
  return (counts) => {
    counts.fill(0);
    for (let draw = 0; draw < units; draw++) {
      const group = groupOf[random.below(units)] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  };
}

/** Splits the draws between the two halves of the groups, then within each half: a multinomial as binomials. */
function byHalving(ends: Float64Array, units: number, random: Random): Resample {
  return (counts) => {
    const split = (from: number, to: number, draws: number): void => {
      if (to - from === 1 || draws === 0) {
        counts.fill(0, from, to);
        counts[from] = draws;
        return;
      }
      const middle = (from + to) >> 1;
      const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
      const left = (ends[middle - 1] ?? 0) - start;
      const inLeft = binomial(draws, left, (ends[to - 1] ?? 0) - start, random);
      split(from, middle, inLeft);
      split(middle, to, draws - inLeft);
    };
    split(0, ends.length, units);
  };
}

/**
 * Successes in `trials` trials of probability `part` / `whole`: each trial compares a random binary fraction with the
 * probability, digit by digit, all trials at once, until every trial differs.
 */
export function binomial(trials: number, part: number, whole: number, random: Random): number {
  if (part >= whole) return trials;
  let successes = 0;
  let undecided = trials;
  let rest = part;
  while (undecided > 0 && rest > 0) {
    rest *= 2;
    const ones = heads(undecided, random);
    if (rest >= whole) {
      rest -= whole;
      successes += undecided - ones;
      undecided = ones;
    } else undecided -= ones;
  }
  return successes;
}

/** Heads in so many tosses of a fair coin. */
function heads(tosses: number, random: Random): number {
  let count = 0;
  let left = tosses;
  for (; left >= 32; left -= 32) count += bitCount(random.uint32());
  return left === 0 ? count : count + bitCount(random.uint32() >>> (32 - left));
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
