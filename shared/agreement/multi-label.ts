import { alphaWithInterval } from './alpha-interval.ts';
import { type BootstrapOptions, bootstrapOf } from './bootstrap.ts';
import { observe } from './chance-corrected.ts';
import { type Coincidences, coincidencesOf } from './coincidences.ts';
import { gwetAc } from './gwet-ac.ts';
import { alphaBy } from './krippendorff-alpha.ts';
import { masiDistance } from './masi.ts';
import type { Metric } from './metric.ts';
import { type Patterns, pairedUnits, patternsOf, recoded } from './patterns.ts';
import type { Statistic } from './statistic.ts';
import { codeTable, ratingCount, type UnitTable } from './unit-table.ts';

/** Sets of labels: entry i was given by `raters[raterOf[i]]` to `units[unitOf[i]]`. An empty set is an answer; no answer is no entry. */
export interface LabelSets {
  /** The labels there are, in their order. */
  labels: readonly string[];
  raters: readonly string[];
  units: readonly (string | number)[];
  raterOf: readonly number[];
  unitOf: readonly number[];
  sets: readonly (readonly string[])[];
}

export interface LabelAgreement {
  label: string;
  /** Ratings that hold the label, and their share of all ratings, 0 to 1. */
  count: number;
  share: number;
  /** Nominal alpha and AC1 of "has the label" against "has it not". */
  alpha: Statistic;
  ac1: Statistic;
}

export interface MultiLabelAgreement {
  units: number;
  unitsPaired: number;
  ratings: number;
  /** Ratings without any label. */
  empty: number;
  /** Alpha with MASI distance; interval from the bootstrap where one was asked for. */
  masi: Statistic;
  /** The same over ratings that hold a label: whether those who see something name the same. */
  masiMarked: Statistic;
  labels: LabelAgreement[];
}

/**
 * Agreement on sets of labels: Krippendorff's alpha with MASI distance in place of the squared difference, and each
 * label by itself. `unanimous` where all sets are the same, `no_pairs` where no unit has two.
 *
 * Sources: see `masiDistance`; Krippendorff (2011) for alpha.
 */
export function multiLabelAgreement(
  input: LabelSets,
  bootstrap?: BootstrapOptions | undefined,
): MultiLabelAgreement {
  const { table, sets } = setTable(input);
  const patterns = patternsOf(table);
  const marked = setTable(withLabels(input));
  const empty = sets.findIndex((set) => set.length === 0);
  return {
    units: table.units.length,
    unitsPaired: pairedUnits(patterns),
    ratings: ratingCount(table),
    empty: table.counts[empty] ?? 0,
    masi: masiAlpha(patterns, sets, bootstrap),
    masiMarked: masiAlpha(patternsOf(marked.table), marked.sets, bootstrap),
    labels: input.labels.map((label, index) =>
      oneLabel(
        label,
        table,
        patterns,
        sets.map((set) => (set.includes(index) ? 1 : 0)),
      ),
    ),
  };
}

/** A table whose categories are the different sets; `sets[code]` holds the places of the labels in a set, ascending. */
function setTable(input: LabelSets): { table: UnitTable; sets: number[][] } {
  const place = new Map(input.labels.map((label, index) => [label, index]));
  const known = new Map<string, number[]>([['', []]]);
  const values = input.sets.map((set) => {
    if (set.length === 0) return '';
    const places = [...new Set(set.flatMap((label) => place.get(label) ?? []))].sort((a, b) => a - b);
    const key = places.join(' ');
    known.set(key, places);
    return key;
  });
  const { raters, units, raterOf, unitOf } = input;
  const table = codeTable({ raters, units, raterOf, unitOf, values }, { level: 'nominal' });
  return { table, sets: table.categories.map((key) => known.get(String(key)) ?? []) };
}

function withLabels(input: LabelSets): LabelSets {
  const kept = input.sets.flatMap((set, i) => (set.length > 0 ? [i] : []));
  return {
    ...input,
    sets: kept.map((i) => input.sets[i] ?? []),
    raterOf: kept.map((i) => input.raterOf[i] ?? 0),
    unitOf: kept.map((i) => input.unitOf[i] ?? 0),
  };
}

function masiAlpha(
  patterns: Patterns,
  sets: readonly number[][],
  bootstrap: BootstrapOptions | undefined,
): Statistic {
  const q = sets.length;
  const distances = new Float64Array(q * q).map((_, cell) =>
    masiDistance(sets[Math.floor(cell / q)] ?? [], sets[cell % q] ?? []),
  );
  const alphaFrom = (counted: Coincidences): Statistic =>
    alphaBy(counted, metricOf(distances, counted.marginals));
  const alpha = alphaFrom(coincidencesOf(patterns, q));
  if (alpha.value === null || bootstrap === undefined) return alpha;
  const { ci } = bootstrapOf(patterns, q, alphaFrom, bootstrap);
  return ci === null ? alpha : { ...alpha, ci };
}

/** Distances as a metric of alpha: MASI takes the place of the squared difference, as in the paper. */
function metricOf(distances: Float64Array, marginals: Float64Array): Metric {
  const q = marginals.length;
  let chanceSum = 0;
  for (let c = 0; c < q; c++) {
    const count = marginals[c] ?? 0;
    if (count === 0) continue;
    for (let k = 0; k < c; k++) chanceSum += 2 * count * (marginals[k] ?? 0) * (distances[c * q + k] ?? 0);
  }
  return { squared: (c, k) => distances[c * q + k] ?? 0, chanceSum };
}

/** Agreement on whether a label was given; `has` says of each set, 1 or 0, whether the label is in it. */
function oneLabel(
  label: string,
  table: UnitTable,
  patterns: Patterns,
  has: readonly number[],
): LabelAgreement {
  const count = table.counts.reduce((sum, ratings, code) => sum + ratings * (has[code] ?? 0), 0);
  const ratings = ratingCount(table);
  // All that is computed here looks at patterns and counts, not at cells.
  const yesNo: UnitTable = {
    ...table,
    categories: [0, 1],
    labels: ['no', 'yes'],
    codes: new Int32Array(0),
    given: { start: new Int32Array(0), rater: new Int32Array(0), code: new Int32Array(0) },
    counts: Float64Array.of(ratings - count, count),
    coordinates: Float64Array.of(0, 1),
    ranks: Float64Array.of(0, 1),
  };
  const own = recoded(patterns, has);
  return {
    label,
    count,
    share: ratings === 0 ? 0 : count / ratings,
    alpha: alphaWithInterval(yesNo, 'nominal', own),
    ac1: gwetAc(observe(yesNo, 'identity', own)),
  };
}
