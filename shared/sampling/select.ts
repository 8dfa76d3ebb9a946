import type { Frame } from './frame.ts';
import { permutation, type Random } from './random.ts';

/** An answer that was chosen, by its place in the frame, with the chance it had within its stratum. */
export interface Chosen {
  answer: number;
  inclusion: number;
}

/** Chooses so many of a stratum's answers, which stand in the order of the frame. */
export type Selection = (own: Uint32Array, wanted: number, random: Random, frame: Frame) => Chosen[];

const at = (list: Uint32Array, place: number): number => list[place] ?? 0;

/** Simple random sampling without replacement: each answer with the same chance. */
export const simple: Selection = (own, wanted, random) => {
  const order = permutation(own.length, random);
  const inclusion = own.length === 0 ? 0 : wanted / own.length;
  return Array.from({ length: wanted }, (_, i) => ({ answer: at(own, at(order, i)), inclusion }));
};

/**
 * Systematic sampling over time: the answers in the order of their time, those without one last, ties in the order of their refs; every
 * (population / wanted)th from a random start in the first interval (Cochran 1977, Sampling Techniques, chapter 8; the interval may be a
 * fraction). Each answer has the same chance.
 */
export const systematic: Selection = (own, wanted, random, { time }) => {
  if (wanted === 0) return [];
  const when = (answer: number): number => {
    const moment = time?.[answer] ?? Number.NaN;
    return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment;
  };
  const ordered = own.slice().sort((a, b) => {
    const [first, second] = [when(a), when(b)];
    return first === second ? a - b : first < second ? -1 : 1;
  });
  const interval = own.length / wanted;
  const start = random.unit() * interval;
  return Array.from({ length: wanted }, (_, i) => ({
    answer: at(ordered, Math.min(own.length - 1, Math.floor(start + i * interval))),
    inclusion: wanted / own.length,
  }));
};

/**
 * Weighted sampling without replacement: each answer gets the rank -ln(u) / weight, and the smallest ranks are chosen, the order that
 * Efraimidis and Spirakis 2006 (Information Processing Letters 97) give by u^(1/weight). The inclusion is the chance of a rank below
 * the smallest that was not chosen, 1 - exp(-weight x threshold), which makes totals weighted by its inverse unbiased (Cohen and Kaplan
 * 2007, Summarizing Data using Bottom-k Sketches, the rank conditioning estimator).
 */
export const weighted: Selection = (own, wanted, random, { weight }) => {
  const weightOf = (answer: number): number => weight?.[answer] ?? 1;
  const ranks = Float64Array.from(own, (answer) => -Math.log(random.unit()) / weightOf(answer));
  const order = Uint32Array.from(own, (_, place) => place).sort(
    (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b,
  );
  const threshold = wanted < own.length ? (ranks[at(order, wanted)] ?? 0) : Number.POSITIVE_INFINITY;
  return Array.from({ length: wanted }, (_, i) => {
    const answer = at(own, at(order, i));
    return { answer, inclusion: 1 - Math.exp(-weightOf(answer) * threshold) };
  });
};
