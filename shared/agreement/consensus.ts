import { measured } from './measured.ts';
import type { UnitTable, Value } from './unit-table.ts';

/** Where a unit's consensus value comes from. */
export const CONSENSUS_SOURCES = [
  /** The lead's decision. */
  'adjudicated',
  /** The only rating there is. */
  'single',
  /** More raters gave it than any other: unordered categories. */
  'majority',
  /** The middle rating: ordered ones. */
  'median',
  /** The most likely value under a model, where the raters are tied. */
  'model',
  /** The lower, or the higher, of the tied values. */
  'tie_lower',
  'tie_higher',
] as const;
export type ConsensusSource = (typeof CONSENSUS_SOURCES)[number];

/** What becomes of a tie that no model settles. */
export const TIE_RULES = ['model', 'lower', 'higher', 'open'] as const;
export type TieRule = (typeof TIE_RULES)[number];

export interface UnitConsensus {
  unit: string | number;
  /** null where the raters are tied and the rule leaves it open. */
  value: Value | null;
  source: ConsensusSource | null;
  ratings: number;
  /** Ratings that are the consensus value. */
  agreeing: number;
  /** The model's chance of the value, 0 to 1, where there is a model and a value. */
  probability: number | null;
}

export interface ConsensusOptions {
  /** The lead's binding values, by unit. */
  adjudicated?: ReadonlyMap<string | number, Value> | undefined;
  /** Chance of each category for each unit, `unit * q + category`: `DawidSkene.posterior` or `RatingScale.chance`. */
  posterior?: Float64Array | undefined;
  /** `model` unless told: by the model where there is one, else open. */
  ties?: TieRule | undefined;
}

/**
 * One value for each unit: adjudicated, else what most raters gave (unordered categories) or the middle rating (ordered
 * ones), else by the rule for ties. A majority is tied where two categories have the most ratings, a median where an even
 * number of ratings has two different ones in its middle; lower and higher are by the order of the categories.
 */
export function consensusOf(table: UnitTable, options: ConsensusOptions = {}): UnitConsensus[] {
  const q = table.categories.length;
  const all: UnitConsensus[] = [];
  eachConsensus(table, options, (index, { code, source }, ratings, agreeing) => {
    const unit = table.units[index] ?? '';
    const decided = source === 'adjudicated' ? options.adjudicated?.get(unit) : undefined;
    all.push({
      unit,
      value: decided ?? (code === null ? null : (table.categories[code] ?? null)),
      source,
      ratings,
      agreeing,
      probability: code === null ? null : (options.posterior?.[index * q + code] ?? null),
    });
  });
  return all;
}

/** How a unit was settled; no code where it is open, or where the lead chose a value that is no category. */
export interface Chosen {
  code: number | null;
  source: ConsensusSource | null;
}

/** The same, handed over unit by unit: its number, how it was settled, its ratings and how many of them are the value. */
export function eachConsensus(
  table: UnitTable,
  { adjudicated, posterior, ties = 'model' }: ConsensusOptions,
  take: (unit: number, chosen: Chosen, ratings: number, agreeing: number) => void,
): void {
  const { units, categories, given } = table;
  const q = categories.length;
  const order = orderOf(table);
  const ordered = table.level !== 'nominal';
  const placeOf = new Map(categories.map((value, code) => [value, code]));
  const counts = new Float64Array(q);
  for (let unit = 0; unit < units.length; unit++) {
    counts.fill(0);
    const [from, to] = [given.start[unit] ?? 0, given.start[unit + 1] ?? 0];
    const ratings = to - from;
    for (let i = from; i < to; i++) {
      const code = given.code[i] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const decided = adjudicated?.get(units[unit] ?? '');
    const chosen: Chosen =
      decided === undefined
        ? byRatings(counts, ratings, order, ordered, posterior?.subarray(unit * q, (unit + 1) * q), ties)
        : { code: placeOf.get(decided) ?? null, source: 'adjudicated' };
    take(unit, chosen, ratings, chosen.code === null ? 0 : (counts[chosen.code] ?? 0));
  }
}

/** Category codes from lowest to highest. */
function orderOf(table: UnitTable): Int32Array {
  const position = measured(table) ?? table.ranks;
  const codes = Array.from(table.categories.keys());
  if (position) codes.sort((a, b) => (position[a] ?? 0) - (position[b] ?? 0));
  return Int32Array.from(codes);
}

function byRatings(
  counts: Float64Array,
  ratings: number,
  order: Int32Array,
  ordered: boolean,
  posterior: Float64Array | undefined,
  ties: TieRule,
): Chosen {
  const [lower, higher] = ordered ? middleOf(counts, ratings, order) : mostGiven(counts, order);
  if (lower < 0) return { code: null, source: null };
  if (lower === higher)
    return { code: lower, source: ratings === 1 ? 'single' : ordered ? 'median' : 'majority' };
  if (ties === 'lower') return { code: lower, source: 'tie_lower' };
  if (ties === 'higher') return { code: higher, source: 'tie_higher' };
  if (ties === 'open' || posterior === undefined) return { code: null, source: null };
  let best = lower;
  for (const code of order) if ((posterior[code] ?? 0) > (posterior[best] ?? 0)) best = code;
  return { code: best, source: 'model' };
}

/** The lowest and the highest of the categories with the most ratings; -1 where there are none. */
function mostGiven(counts: Float64Array, order: Int32Array): [number, number] {
  let [most, lower, higher] = [0, -1, -1];
  for (const code of order) {
    const count = counts[code] ?? 0;
    if (count > most) [most, lower] = [count, code];
    if (count > 0 && count === most) higher = code;
  }
  return [lower, higher];
}

/** The categories of the one or two ratings in the middle, lower first; -1 where there are none. */
function middleOf(counts: Float64Array, ratings: number, order: Int32Array): [number, number] {
  let [below, lower] = [0, -1];
  for (const code of order) {
    below += counts[code] ?? 0;
    if (lower < 0 && below > Math.floor((ratings - 1) / 2)) lower = code;
    if (below > Math.floor(ratings / 2)) return [lower, code];
  }
  return [lower, lower];
}
