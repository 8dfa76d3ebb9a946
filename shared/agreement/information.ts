import { measured } from './measured.ts';
import { MISSING, type UnitTable, type Value } from './unit-table.ts';

/** A unit as a lead decides about it. */
export interface UnitDoubt {
  unit: string | number;
  /** How much a decision is expected to tell, in bits: 0 where nothing is open, at most log2 of the number of categories. */
  information: number;
  /** Highest less lowest value; null where values have no order. */
  range: number | null;
  /** How many different values were given. */
  different: number;
  ratings: { rater: string; value: Value }[];
}

/** Which units a lead is asked about. */
export type DoubtRule =
  /** Raters gave different values. */
  | { kind: 'any' }
  /** The highest value is at least so far above the lowest; where values have no order, any difference. */
  | { kind: 'range'; atLeast: number }
  /** A decision is expected to tell at least so many bits. */
  | { kind: 'information'; atLeast: number };

/**
 * Expected information of deciding each unit, in bits: the entropy of what its value may be, which a decision brings to 0.
 * With a model (`posterior`, as from `dawidSkene` or `ratingScale`) of its chances; without one, of the votes with half a
 * vote added for each category (Jeffreys' prior), so that two ratings that agree leave more open than five.
 *
 * Source: Lindley, D. V. (1956). On a measure of the information provided by an experiment. Annals of Mathematical
 * Statistics 27, 986-1005.
 */
export function expectedInformation(table: UnitTable, posterior?: Float64Array): Float64Array {
  const q = table.categories.length;
  const chances = new Float64Array(q);
  return Float64Array.from(table.units, (_, unit) => {
    if (posterior) return entropy(posterior.subarray(unit * q, (unit + 1) * q));
    chances.fill(0.5);
    let all = 0.5 * q;
    for (const code of table.given.code.subarray(table.given.start[unit], table.given.start[unit + 1])) {
      chances[code] = (chances[code] ?? 0) + 1;
      all++;
    }
    for (let k = 0; k < q; k++) chances[k] = (chances[k] ?? 0) / all;
    return entropy(chances);
  });
}

function entropy(chances: Float64Array): number {
  let bits = 0;
  for (const chance of chances) if (chance > 0) bits -= chance * Math.log2(chance);
  return bits;
}

/** The units that fall under a rule, the most informative first; of equal ones those with more different values, then the earlier. */
export function unitsInDoubt(table: UnitTable, rule: DoubtRule, posterior?: Float64Array): UnitDoubt[] {
  const bits = expectedInformation(table, posterior);
  const position = measured(table);
  const found: (UnitDoubt & { place: number })[] = [];
  for (const [place, unit] of table.units.entries()) {
    const codes = table.codes.subarray(place * table.raters.length, (place + 1) * table.raters.length);
    const given = codes.filter((code) => code !== MISSING);
    const different = new Set(given).size;
    const range = position && rangeOf(given, position);
    const information = bits[place] ?? 0;
    if (given.length === 0 || !falls(rule, different, range, information)) continue;
    found.push({ unit, information, range, different, ratings: ratingsOf(table, codes), place });
  }
  found.sort((a, b) => b.information - a.information || b.different - a.different || a.place - b.place);
  return found.map(({ place: _place, ...doubt }) => doubt);
}

function falls(rule: DoubtRule, different: number, range: number | null, information: number): boolean {
  if (rule.kind === 'information') return information >= rule.atLeast;
  if (rule.kind === 'any' || range === null) return different > 1;
  return different > 1 && range >= rule.atLeast;
}

function rangeOf(given: Int32Array, position: Float64Array): number {
  const values = Array.from(given, (code) => position[code] ?? 0);
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

const ratingsOf = ({ raters, categories }: UnitTable, codes: Int32Array): UnitDoubt['ratings'] =>
  raters.flatMap((rater, index) => {
    const value = categories[codes[index] ?? MISSING];
    return value === undefined ? [] : [{ rater, value }];
  });
