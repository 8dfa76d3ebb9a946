import { everySo, type Groups, groupsOf, type Judgements } from './judgements.ts';
import { fitScale, raterFit, type ScaleParameters, tableOfChances } from './rating-scale-fit.ts';
import { type NoValue, noValue, type Reason } from './statistic.ts';

export interface RatingScaleOptions {
  /** Place of each category from lowest to highest, 0 first; absent: the order of the categories. */
  ranks?: Float64Array | undefined;
  /** Most rounds of the EM algorithm; 500 unless told. */
  rounds?: number | undefined;
}

export interface RatingScale {
  /** Categories that were used, by index, from lowest to highest; the model knows no others. */
  used: number[];
  /** For each rater, in logits: above 0 rates lower than the others do, below 0 higher; they sum to 0. */
  severity: Float64Array;
  severitySe: Float64Array;
  /** For each rater, mean squared residual against what the model expects: about 1; above 1.5 the rater is erratic, below 0.5 too even. */
  fit: Float64Array;
  /** Steps between neighbouring used categories, in logits. */
  thresholds: Float64Array;
  /** Standard deviation of the units, in logits. */
  spread: number;
  /** For each unit its place on the scale in logits (posterior mean) and how sure that is (posterior standard deviation). */
  measure: Float64Array;
  measureSd: Float64Array;
  /** Chance of each category for each unit from a rater of middling severity, `unit * q + category`. */
  chance: Float64Array;
  /** Share of the spread of the measures that is not uncertainty, 0 to 1. */
  reliability: number;
  logLikelihood: number;
  rounds: number;
  converged: boolean;
}

const ROUNDS = 500;
const ENOUGH = 1e-8;
const MOST = 30;
/** With more units the parameters come from so many of them, evenly spread, which is more than enough to fix them. */
const MOST_FITTED = 10_000;

/**
 * A many-facet rating scale model: the log-odds of a category against the one below it are the unit's measure, less the
 * rater's severity, less a threshold that all share. Marginal maximum likelihood: the measures are normal with mean 0,
 * integrated over 25 points from -4 to 4 standard deviations, fitted by EM with Newton steps (on 10,000 units, evenly
 * spread, where there are more).
 *
 * What fixes the scale: the mean of the units is 0, severities sum to 0, thresholds are free. Severities have a normal
 * prior with a standard deviation of 2 logits, so that a rater who only ever gave one end of the scale has a place on it.
 * Raters who share no unit, not even through others, are comparable only if their units are alike: the model has to
 * take that for granted.
 *
 * Without a value: `no_pairs`, `too_few_raters`, `unanimous` (one category used), `level` (more than 30 used).
 *
 * Sources: Andrich, D. (1978). A rating formulation for ordered response categories. Psychometrika 43, 561-573; Linacre,
 * J. M. (1989). Many-facet Rasch measurement. MESA Press; marginal likelihood: Bock, R. D., & Aitkin, M. (1981).
 * Psychometrika 46, 443-459.
 */
export function ratingScale(
  judgements: Judgements,
  options: RatingScaleOptions = {},
  groups = groupsOf(judgements),
): RatingScale | NoValue {
  const scale = scaleOf(judgements, options.ranks);
  const reason = whyNot(judgements, scale.used.length);
  if (reason) return noValue(reason);
  const parameters: ScaleParameters = {
    severity: new Float64Array(judgements.raters.length),
    thresholds: startingThresholds(judgements, scale),
    spread: 1,
  };
  const fitted = fitParameters(everySo(judgements, MOST_FITTED), scale, parameters, options.rounds ?? ROUNDS);
  const weights = new Float64Array(groups.count * POINTS.length);
  const logLikelihood = weigh(judgements, groups, scale, parameters, weights);
  return { ...read(judgements, groups, scale, parameters, weights), logLikelihood, ...fitted };
}

/** Fits the parameters by EM: the units' places under the parameters, then the parameters under those. */
function fitParameters(
  judgements: Judgements,
  scale: Scale,
  parameters: ScaleParameters,
  rounds: number,
): { rounds: number; converged: boolean } {
  const groups = groupsOf(judgements);
  const weights = new Float64Array(groups.count * POINTS.length);
  let before = Number.NEGATIVE_INFINITY;
  for (let round = 1; round <= rounds; round++) {
    const logLikelihood = weigh(judgements, groups, scale, parameters, weights);
    if (logLikelihood - before <= ENOUGH * (1 + Math.abs(logLikelihood)))
      return { rounds: round, converged: true };
    before = logLikelihood;
    fitScale(answered(judgements, groups, scale, weights), POINTS, parameters);
  }
  return { rounds, converged: false };
}

/** Points of the standard normal distribution and the share of it that each stands for. */
const POINTS = Float64Array.from({ length: 25 }, (_, i) => (i - 12) / 3);
const SHARES = (() => {
  const density = POINTS.map((z) => Math.exp((-z * z) / 2));
  const all = density.reduce((sum, one) => sum + one, 0);
  return density.map((one) => one / all);
})();

/** The categories in use: which, in order, and the step of each category, -1 where it is not used. */
interface Scale {
  used: number[];
  step: Int32Array;
}

function scaleOf({ categories, code }: Judgements, ranks: Float64Array | undefined): Scale {
  const counts = new Float64Array(categories.length);
  for (const one of code) counts[one] = (counts[one] ?? 0) + 1;
  const used = Array.from(counts.keys())
    .filter((k) => (counts[k] ?? 0) > 0)
    .sort((a, b) => (ranks?.[a] ?? a) - (ranks?.[b] ?? b));
  const step = new Int32Array(categories.length).fill(-1);
  used.forEach((category, place) => {
    step[category] = place;
  });
  return { used, step };
}

function whyNot({ raters, start }: Judgements, used: number): Reason | null {
  if (!start.some((end, unit) => end - (start[unit - 1] ?? end) > 1)) return 'no_pairs';
  if (raters.length < 2) return 'too_few_raters';
  if (used < 2) return 'unanimous';
  return used > MOST ? 'level' : null;
}

/** Log-odds of each used category against the next, which fit the prevalences where units do not differ. */
function startingThresholds({ code }: Judgements, { used, step }: Scale): Float64Array {
  const counts = new Float64Array(used.length);
  for (const one of code) {
    const place = step[one] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Float64Array.from({ length: used.length - 1 }, (_, k) =>
    Math.log((counts[k] ?? 1) / (counts[k + 1] ?? 1)),
  );
}

/** Posterior weight of each point for each group of units; gives back the log-likelihood. */
function weigh(
  { start, rater, code }: Judgements,
  groups: Groups,
  { used, step }: Scale,
  parameters: ScaleParameters,
  weights: Float64Array,
): number {
  const points = POINTS.length;
  const chances = tableOfChances(POINTS, parameters);
  let logLikelihood = 0;
  for (let g = 0; g < groups.count; g++) {
    const unit = groups.first[g] ?? 0;
    const at = g * points;
    weights.set(SHARES, at);
    let scale = 0;
    for (let i = start[unit] ?? 0; i < (start[unit + 1] ?? 0); i++) {
      let cell = (rater[i] ?? 0) * points * used.length + (step[code[i] ?? 0] ?? 0);
      let sum = 0;
      for (let p = at; p < at + points; p++, cell += used.length) {
        const one = (weights[p] ?? 0) * (chances[cell] ?? 0);
        weights[p] = one;
        sum += one;
      }
      if (sum < 1e-200) {
        scale += Math.log(sum);
        for (let p = at; p < at + points; p++) weights[p] = (weights[p] ?? 0) / sum;
      }
    }
    let all = 0;
    for (let p = at; p < at + points; p++) all += weights[p] ?? 0;
    for (let p = at; p < at + points; p++) weights[p] = (weights[p] ?? 0) / all;
    logLikelihood += (groups.size[g] ?? 0) * (Math.log(all) + scale);
  }
  return logLikelihood;
}

/** How many answers of each step each rater is expected to have given at each point: rater, point, step. */
function answered(
  { start, rater, code, raters }: Judgements,
  groups: Groups,
  { used, step }: Scale,
  weights: Float64Array,
): Float64Array {
  const points = POINTS.length;
  const counts = new Float64Array(raters.length * points * used.length);
  for (let g = 0; g < groups.count; g++) {
    const unit = groups.first[g] ?? 0;
    const size = groups.size[g] ?? 0;
    for (let i = start[unit] ?? 0; i < (start[unit + 1] ?? 0); i++) {
      let cell = (rater[i] ?? 0) * points * used.length + (step[code[i] ?? 0] ?? 0);
      for (let p = g * points; p < (g + 1) * points; p++, cell += used.length)
        counts[cell] = (counts[cell] ?? 0) + size * (weights[p] ?? 0);
    }
  }
  return counts;
}

/** What the fitted model says of raters and units. */
function read(
  judgements: Judgements,
  groups: Groups,
  scale: Scale,
  parameters: ScaleParameters,
  weights: Float64Array,
): Omit<RatingScale, 'logLikelihood' | 'rounds' | 'converged'> {
  const { severity, thresholds, spread } = parameters;
  const q = judgements.categories.length;
  const steps = scale.used.length;
  const middling = tableOfChances(POINTS, { severity: new Float64Array(1), thresholds, spread });
  const ofGroup = { measure: new Float64Array(groups.count), sd: new Float64Array(groups.count) };
  const chances = new Float64Array(groups.count * q);
  let [mean, squares, doubt, units] = [0, 0, 0, 0];
  for (let g = 0; g < groups.count; g++) {
    let [first, second] = [0, 0];
    for (let p = 0; p < POINTS.length; p++) {
      const z = POINTS[p] ?? 0;
      const weight = weights[g * POINTS.length + p] ?? 0;
      first += weight * z;
      second += weight * z * z;
      for (let step = 0; step < steps; step++) {
        const cell = g * q + (scale.used[step] ?? 0);
        chances[cell] = (chances[cell] ?? 0) + weight * (middling[p * steps + step] ?? 0);
      }
    }
    const variance = Math.max(0, second - first * first);
    ofGroup.measure[g] = spread * first;
    ofGroup.sd[g] = spread * Math.sqrt(variance);
    const size = groups.size[g] ?? 0;
    units += size;
    mean += size * first;
    squares += size * first * first;
    doubt += size * variance;
  }
  const between = squares - mean ** 2 / units;
  const chance = new Float64Array(groups.ofUnit.length * q);
  groups.ofUnit.forEach((g, unit) => {
    chance.set(chances.subarray(g * q, (g + 1) * q), unit * q);
  });
  return {
    used: scale.used,
    severity,
    thresholds,
    spread,
    ...raterFit(answered(judgements, groups, scale, weights), POINTS, parameters),
    measure: Float64Array.from(groups.ofUnit, (g) => ofGroup.measure[g] ?? 0),
    measureSd: Float64Array.from(groups.ofUnit, (g) => ofGroup.sd[g] ?? 0),
    chance,
    reliability: between + doubt > 0 ? between / (between + doubt) : 0,
  };
}
