import { solved } from './linear.ts';

/** Parameters of a rating scale model with steps 0 to `thresholds.length`. */
export interface ScaleParameters {
  severity: Float64Array;
  thresholds: Float64Array;
  spread: number;
}

/** Variance of the normal prior of a severity: a standard deviation of 2 logits. */
const SEVERITY_VARIANCE = 4;
/** No Newton step goes further than this, in logits. */
const LONGEST_STEP = 1;
const LEAST_SPREAD = 1e-3;

/** Chance of each step for each rater at each point of the units' distribution: `(rater * points + point) * steps + step`. */
export function tableOfChances(points: Float64Array, parameters: ScaleParameters): Float64Array {
  const { severity, thresholds, spread } = parameters;
  const steps = thresholds.length + 1;
  const chances = new Float64Array(severity.length * points.length * steps);
  let cell = 0;
  for (const severe of severity) {
    for (const z of points) {
      const from = cell;
      let height = 0;
      let top = 0;
      for (let k = 0; k < steps; k++) {
        if (k > 0) height += spread * z - severe - (thresholds[k - 1] ?? 0);
        chances[cell++] = height;
        top = Math.max(top, height);
      }
      let sum = 0;
      for (let k = from; k < cell; k++) {
        const one = Math.exp((chances[k] ?? 0) - top);
        chances[k] = one;
        sum += one;
      }
      for (let k = from; k < cell; k++) chances[k] = (chances[k] ?? 0) / sum;
    }
  }
  return chances;
}

/**
 * Moves severities, then thresholds and spread, to a better fit of expected answers (`rater, point, step`), by Newton
 * steps on the log-likelihood, which is concave in each.
 */
export function fitScale(counts: Float64Array, points: Float64Array, parameters: ScaleParameters): void {
  moveSeverities(counts, points, parameters);
  moveThresholds(counts, points, parameters);
}

/** Expected step, its variance, and what was answered, for each rater at each point. */
function* cells(counts: Float64Array, points: Float64Array, parameters: ScaleParameters) {
  const steps = parameters.thresholds.length + 1;
  const chances = tableOfChances(points, parameters);
  for (let rater = 0, from = 0; rater < parameters.severity.length; rater++) {
    for (let point = 0; point < points.length; point++, from += steps) {
      let [given, sum, squares, mean, second] = [0, 0, 0, 0, 0];
      for (let k = 0; k < steps; k++) {
        const count = counts[from + k] ?? 0;
        const chance = chances[from + k] ?? 0;
        given += count;
        sum += count * k;
        squares += count * k * k;
        mean += chance * k;
        second += chance * k * k;
      }
      if (given > 0)
        yield { rater, point, from, chances, given, sum, squares, mean, variance: second - mean * mean };
    }
  }
}

const bounded = (step: number): number => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));

function moveSeverities(counts: Float64Array, points: Float64Array, parameters: ScaleParameters): void {
  const { severity, thresholds } = parameters;
  const slope = severity.map((one) => -one / SEVERITY_VARIANCE);
  const bend = new Float64Array(severity.length).fill(1 / SEVERITY_VARIANCE);
  for (const { rater, given, sum, mean, variance } of cells(counts, points, parameters)) {
    slope[rater] = (slope[rater] ?? 0) - (sum - given * mean);
    bend[rater] = (bend[rater] ?? 0) + given * variance;
  }
  severity.forEach((one, rater) => {
    severity[rater] = one + bounded((slope[rater] ?? 0) / (bend[rater] ?? 1));
  });
  // A common part of all severities is a part of every threshold.
  const middle = severity.reduce((all, one) => all + one, 0) / severity.length;
  severity.forEach((one, rater) => {
    severity[rater] = one - middle;
  });
  thresholds.forEach((one, k) => {
    thresholds[k] = one + middle;
  });
}

function moveThresholds(counts: Float64Array, points: Float64Array, parameters: ScaleParameters): void {
  const { thresholds } = parameters;
  const size = thresholds.length;
  // Unknowns: the thresholds, then the spread.
  const slope = new Float64Array(size + 1);
  const bend = new Float64Array((size + 1) ** 2);
  const add = (row: number, column: number, by: number): void => {
    const cell = row * (size + 1) + column;
    bend[cell] = (bend[cell] ?? 0) + by;
  };
  const reached = new Float64Array(size);
  const above = new Float64Array(size);
  for (const { point, from, chances, given, sum, mean, variance } of cells(counts, points, parameters)) {
    const z = points[point] ?? 0;
    let [chance, upper, answers] = [0, 0, 0];
    // For each threshold: chance of a step above it, mean of the steps above it, and answers above it.
    for (let k = size; k > 0; k--) {
      const one = chances[from + k] ?? 0;
      chance += one;
      upper += one * k;
      answers += counts[from + k] ?? 0;
      reached[k - 1] = chance;
      above[k - 1] = upper;
      slope[k - 1] = (slope[k - 1] ?? 0) - answers + given * chance;
    }
    slope[size] = (slope[size] ?? 0) + z * (sum - given * mean);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        add(i, j, given * ((reached[Math.max(i, j)] ?? 0) - (reached[i] ?? 0) * (reached[j] ?? 0)));
      const shared = given * z * ((above[i] ?? 0) - mean * (reached[i] ?? 0));
      add(i, size, -shared);
      add(size, i, -shared);
    }
    add(size, size, given * z * z * variance);
  }
  const step = solved(bend, slope);
  if (step === null) return;
  thresholds.forEach((one, k) => {
    thresholds[k] = one + bounded(step[k] ?? 0);
  });
  parameters.spread = Math.max(LEAST_SPREAD, parameters.spread + bounded(step[size] ?? 0));
}

/** Standard error of each severity, the units' measures taken as known, and each rater's mean squared residual over its expectation. */
export function raterFit(
  counts: Float64Array,
  points: Float64Array,
  parameters: ScaleParameters,
): { severitySe: Float64Array; fit: Float64Array } {
  const raters = parameters.severity.length;
  const variances = new Float64Array(raters);
  const residuals = new Float64Array(raters);
  for (const { rater, given, sum, squares, mean, variance } of cells(counts, points, parameters)) {
    variances[rater] = (variances[rater] ?? 0) + given * variance;
    residuals[rater] = (residuals[rater] ?? 0) + squares - 2 * mean * sum + given * mean * mean;
  }
  return {
    severitySe: variances.map((variance) => 1 / Math.sqrt(variance + 1 / SEVERITY_VARIANCE)),
    fit: residuals.map((squares, rater) => squares / (variances[rater] ?? 1)),
  };
}
