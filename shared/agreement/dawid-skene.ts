import { everySo, type Groups, groupsOf, type Judgements } from './judgements.ts';
import { type NoValue, noValue, type Reason } from './statistic.ts';

export interface DawidSkeneOptions {
  /** What each row of a confusion matrix is taken to rest on beforehand, in ratings; 1 unless told, 0 is maximum likelihood. */
  prior?: number | undefined;
  /** Most rounds of the EM algorithm; 500 unless told. */
  rounds?: number | undefined;
}

export interface DawidSkene {
  /** Estimated share of each category among the true values of the units. */
  prevalence: Float64Array;
  /** For each rater, how likely each answer (column) is where the truth is the row: q x q, row by row, rows sum to 1. */
  confusion: Float64Array[];
  /** For each rater, the chance that an answer is right: the diagonal, weighted by prevalence. */
  accuracy: Float64Array;
  /** Chance of each category for each unit, `unit * q + category`. */
  posterior: Float64Array;
  /** Natural logarithm of the likelihood of all ratings. */
  logLikelihood: number;
  rounds: number;
  /** False where the likelihood was still rising when the rounds were used up. */
  converged: boolean;
}

const ROUNDS = 500;
/** The rounds end when the objective rises by less than this part of itself. */
const ENOUGH = 1e-7;
/** With more units than this the rounds begin with so many of them, evenly spread. */
const MOST_AT_FIRST = 10_000;
/** More categories than this are no categories to confuse. */
const MOST = 100;
/**
 * Chances of units are kept in steps of 2^-40: added to this and taken from it again, a number up to 1 is rounded to such a step.
 * Where the ratings leave two answers equally likely, EM stands on a ridge between two peaks, and the rounding of sums, which
 * depends on the order of raters and units, would push it down either side.
 */
const STEPS = 2 ** 12;

/**
 * The model of Dawid and Skene: each unit has one true category, each rater a confusion matrix of their own, and ratings
 * of a unit are independent given its truth. Fitted by EM from the shares of the votes, so the same ratings always give
 * the same answer.
 *
 * Prior: each row of each confusion matrix has a Dirichlet prior worth `prior` ratings, half on the diagonal, half
 * spread evenly, so that a rater who never met a category is not taken to be certain about it. Prevalence has none.
 * What cannot be known: the names of the true categories are fixed only by starting from the votes (swapped names fit as
 * well), and where most raters share an error the model takes it for the truth. With fewer than three raters on most
 * units the matrices lean on the prior and the prevalence.
 *
 * Without a value: `no_pairs` where no unit has two ratings, `too_few_raters` with one rater, `one_category` or
 * `unanimous` where there is nothing to confuse, `level` with more than 100 categories.
 *
 * Source: Dawid, A. P., & Skene, A. M. (1979). Maximum likelihood estimation of observer error-rates using the EM
 * algorithm. Applied Statistics 28, 20-28, equations 2.3 to 2.5 and 3.1.
 */
export function dawidSkene(
  judgements: Judgements,
  { prior = 1, rounds = ROUNDS }: DawidSkeneOptions = {},
  groups = groupsOf(judgements),
): DawidSkene | NoValue {
  const reason = whyNot(judgements);
  if (reason) return noValue(reason);
  const q = judgements.categories.length;
  const state: State = { prevalence: new Float64Array(q), confusion: emptyMatrices(judgements) };
  const posterior = votes(judgements, groups);
  const sample = everySo(judgements, MOST_AT_FIRST);
  if (sample !== judgements) {
    // The parameters of a part are a good place for the whole to start from.
    const some = groupsOf(sample);
    improve(sample, some, votes(sample, some), prior, rounds, state);
    expect(judgements, groups, posterior, state);
  }
  const fitted = improve(judgements, groups, posterior, prior, rounds, state);
  return {
    ...state,
    accuracy: Float64Array.from(state.confusion, (matrix) =>
      state.prevalence.reduce((sum, share, k) => sum + share * (matrix[k * q + k] ?? 0), 0),
    ),
    posterior: byUnit(groups, posterior, q),
    ...fitted,
  };
}

/** Rounds of EM from the posteriors given, until the objective no longer rises. */
function improve(
  judgements: Judgements,
  groups: Groups,
  posterior: Float64Array,
  prior: number,
  rounds: number,
  state: State,
): Pick<DawidSkene, 'logLikelihood' | 'rounds' | 'converged'> {
  let before = Number.NEGATIVE_INFINITY;
  let logLikelihood = before;
  for (let round = 1; round <= rounds; round++) {
    maximise(judgements, groups, posterior, prior, state);
    logLikelihood = expect(judgements, groups, posterior, state);
    const objective = logLikelihood + logPrior(state.confusion, prior, state.prevalence.length);
    if (objective - before <= ENOUGH * (1 + Math.abs(objective)))
      return { logLikelihood, rounds: round, converged: true };
    before = objective;
  }
  return { logLikelihood, rounds, converged: false };
}

function whyNot({ raters, categories, start, code }: Judgements): Reason | null {
  if (!start.some((end, unit) => end - (start[unit - 1] ?? end) > 1)) return 'no_pairs';
  if (raters.length < 2) return 'too_few_raters';
  if (categories.length < 2) return 'one_category';
  if (categories.length > MOST) return 'level';
  return code.every((one) => one === code[0]) ? 'unanimous' : null;
}

interface State {
  prevalence: Float64Array;
  confusion: Float64Array[];
}

const emptyMatrices = ({ raters, categories }: Judgements): Float64Array[] =>
  raters.map(() => new Float64Array(categories.length ** 2));

/** Where EM starts: for each group of units the share of the votes for each category. */
function votes({ start, code, categories }: Judgements, groups: Groups): Float64Array {
  const q = categories.length;
  const shares = new Float64Array(groups.count * q);
  for (let g = 0; g < groups.count; g++) {
    const unit = groups.first[g] ?? 0;
    const [from, to] = [start[unit] ?? 0, start[unit + 1] ?? 0];
    for (let i = from; i < to; i++) {
      const cell = g * q + (code[i] ?? 0);
      shares[cell] = (shares[cell] ?? 0) + 1 / (to - from);
    }
  }
  return shares;
}

/** Prevalence and confusion matrices that fit the current posteriors best. */
function maximise(
  { start, rater, code }: Judgements,
  groups: Groups,
  posterior: Float64Array,
  prior: number,
  { prevalence, confusion }: State,
): void {
  const q = prevalence.length;
  prevalence.fill(0);
  for (const matrix of confusion) {
    matrix.fill((0.5 * prior) / q);
    for (let k = 0; k < q; k++) matrix[k * q + k] = (matrix[k * q + k] ?? 0) + 0.5 * prior;
  }
  let units = 0;
  for (let g = 0; g < groups.count; g++) {
    const size = groups.size[g] ?? 0;
    const unit = groups.first[g] ?? 0;
    units += size;
    for (let k = 0; k < q; k++) prevalence[k] = (prevalence[k] ?? 0) + size * (posterior[g * q + k] ?? 0);
    for (let i = start[unit] ?? 0; i < (start[unit + 1] ?? 0); i++) {
      const matrix = confusion[rater[i] ?? 0];
      if (!matrix) continue;
      for (let k = 0, cell = code[i] ?? 0; k < q; k++, cell += q)
        matrix[cell] = (matrix[cell] ?? 0) + size * (posterior[g * q + k] ?? 0);
    }
  }
  for (let k = 0; k < q; k++) prevalence[k] = (prevalence[k] ?? 0) / units;
  for (const matrix of confusion) normaliseRows(matrix, q);
}

/** Rows to sum to 1; a row of zeros, about which nothing is known, becomes even. */
function normaliseRows(matrix: Float64Array, q: number): void {
  for (let row = 0; row < q * q; row += q) {
    let sum = 0;
    for (let k = row; k < row + q; k++) sum += matrix[k] ?? 0;
    for (let k = row; k < row + q; k++) matrix[k] = sum === 0 ? 1 / q : (matrix[k] ?? 0) / sum;
  }
}

/** Posteriors under the current parameters; gives back the log-likelihood. */
function expect(
  { start, rater, code }: Judgements,
  groups: Groups,
  posterior: Float64Array,
  { prevalence, confusion }: State,
): number {
  const q = prevalence.length;
  const chance = new Float64Array(q);
  let logLikelihood = 0;
  for (let g = 0; g < groups.count; g++) {
    const unit = groups.first[g] ?? 0;
    chance.set(prevalence);
    let scale = 0;
    for (let i = start[unit] ?? 0; i < (start[unit + 1] ?? 0); i++) {
      const matrix = confusion[rater[i] ?? 0];
      let sum = 0;
      for (let k = 0, cell = code[i] ?? 0; k < q; k++, cell += q) {
        const one = (chance[k] ?? 0) * (matrix?.[cell] ?? 0);
        chance[k] = one;
        sum += one;
      }
      // Products of very many small chances would come to zero.
      if (sum > 0 && sum < 1e-200) {
        scale += Math.log(sum);
        for (let k = 0; k < q; k++) chance[k] = (chance[k] ?? 0) / sum;
      }
    }
    let all = 0;
    for (let k = 0; k < q; k++) all += chance[k] ?? 0;
    for (let k = 0; k < q; k++) posterior[g * q + k] = (chance[k] ?? 0) / all + STEPS - STEPS;
    logLikelihood += (groups.size[g] ?? 0) * (Math.log(all) + scale);
  }
  return logLikelihood;
}

function logPrior(confusion: readonly Float64Array[], prior: number, q: number): number {
  if (prior === 0) return 0;
  let sum = 0;
  for (const matrix of confusion) {
    for (let cell = 0; cell < matrix.length; cell++) {
      const diagonal = cell % (q + 1) === 0 ? 0.5 : 0;
      sum += prior * (diagonal + 0.5 / q) * Math.log(matrix[cell] ?? 1);
    }
  }
  return sum;
}

function byUnit({ ofUnit }: Groups, ofGroup: Float64Array, q: number): Float64Array {
  const all = new Float64Array(ofUnit.length * q);
  for (let unit = 0; unit < ofUnit.length; unit++) {
    const from = (ofUnit[unit] ?? 0) * q;
    all.set(ofGroup.subarray(from, from + q), unit * q);
  }
  return all;
}
