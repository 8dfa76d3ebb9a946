/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** What half-widths are told for: the worst case, which is a rate of one half. */
export const WORST_RATE = 0.5;

/**
 * Half the width of the 95 % interval for a rate, 0 to 1, measured on `drawn` of `population` answers drawn at random: z times the square
 * root of p (1 - p) / n x (N - n) / (N - 1), the normal approximation with finite population correction (Cochran 1977, section 3.2).
 * Null where nothing is drawn.
 */
export const halfWidth = (population: number, drawn: number, rate: number): number | null =>
  drawn < 1 ? null : Z * Math.sqrt(variance(population, drawn, rate));

const variance = (population: number, drawn: number, rate: number): number =>
  population <= 1 ? 0 : ((rate * (1 - rate)) / drawn) * (Math.max(0, population - drawn) / (population - 1));

/**
 * The same for a rate over all strata, each weighted by its share of the population: z times the square root of the sum of
 * (N_h / N)^2 p (1 - p) / n_h x (N_h - n_h) / (N_h - 1) (Cochran 1977, section 5.10). Null where a stratum that has answers gives none.
 */
export function stratifiedHalfWidth(
  strata: readonly { population: number; drawn: number }[],
  rate: number,
): number | null {
  const all = strata.reduce((sum, { population }) => sum + population, 0);
  if (all === 0) return null;
  let sum = 0;
  for (const { population, drawn } of strata) {
    if (population === 0) continue;
    if (drawn === 0) return null;
    sum += (population / all) ** 2 * variance(population, drawn, rate);
  }
  return Z * Math.sqrt(sum);
}

/** Answers of one weight. */
export interface WeightClass {
  weight: number;
  population: number;
}

/** The chance of each weight class when `drawn` are chosen: 1 - exp(-weight x t), with t such that they add up to the draw. */
export function expectedChances(classes: readonly WeightClass[], drawn: number): number[] {
  const all = classes.reduce((sum, { population }) => sum + population, 0);
  if (drawn >= all) return classes.map(() => 1);
  const chances = (level: number): number[] => classes.map(({ weight }) => 1 - Math.exp(-weight * level));
  const expected = (level: number): number =>
    chances(level).reduce((sum, chance, i) => sum + chance * (classes[i]?.population ?? 0), 0);
  let [low, high] = [0, 1];
  while (expected(high) < drawn && high < 1e9) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (expected(middle) < drawn) low = middle;
    else high = middle;
  }
  return chances(high);
}

/**
 * How many answers of a simple random sample a weighted one is worth for a rate over all of them: (sum of 1 / p)^2 / (sum of 1 / p^2) over
 * those drawn (Kish 1965, Survey Sampling, section 11.7), as expected before the draw.
 */
export function effectiveSize(classes: readonly WeightClass[], drawn: number): number {
  const all = classes.reduce((sum, { population }) => sum + population, 0);
  const inverse = expectedChances(classes, drawn).reduce(
    (sum, chance, i) => sum + (chance > 0 ? (classes[i]?.population ?? 0) / chance : 0),
    0,
  );
  return inverse === 0 ? 0 : (all * all) / inverse;
}
