import type { Patterns } from './patterns.ts';
import { givenCodes, type UnitTable } from './unit-table.ts';

/** Above this many categories the cells are kept in a hash instead of a square array. */
const DENSE_LIMIT = 512;

/**
 * Krippendorff's matrix of observed coincidences, without its diagonal: cell i says that the categories `left[i]` <
 * `right[i]` met `weight[i]` times within units, each unit of m ratings adding 1 / (m - 1) for every pair. Units with
 * fewer than two ratings do not enter.
 *
 * Source: Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. Annenberg School for Communication
 * Departmental Papers 43, steps B and C.
 */
export interface Coincidences {
  /** Pairable ratings: those in units with at least two. */
  readonly pairable: number;
  /** Pairable ratings of each category. */
  readonly marginals: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
}

/** Coincidences of a table, optionally without one rater (index into `table.raters`). */
export function coincidences(table: UnitTable, without = -1): Coincidences {
  const q = table.categories.length;
  const cells = q <= DENSE_LIMIT ? denseCells(q) : sparseCells(q);
  const marginals = new Float64Array(q);
  const given = new Int32Array(table.raters.length);
  let pairable = 0;
  for (let unit = 0; unit < table.units.length; unit++) {
    const m = givenCodes(table, unit, given, without);
    if (m < 2) continue;
    pairable += m;
    const share = 1 / (m - 1);
    for (let i = 0; i < m; i++) {
      const one = given[i] ?? 0;
      marginals[one] = (marginals[one] ?? 0) + 1;
      for (let j = 0; j < i; j++) {
        const other = given[j] ?? 0;
        if (one !== other) cells.add(one < other ? one * q + other : other * q + one, share);
      }
    }
  }
  return { pairable, marginals, ...cells.list() };
}

/** The same from units grouped by their values, of `q` categories. */
export function coincidencesOf(patterns: Patterns, q: number): Coincidences {
  const { count, units, ratings, start, code, times } = patterns;
  const cells = q <= DENSE_LIMIT ? denseCells(q) : sparseCells(q);
  const marginals = new Float64Array(q);
  let pairable = 0;
  for (let p = 0; p < count; p++) {
    const m = ratings[p] ?? 0;
    const held = units[p] ?? 0;
    if (m < 2) continue;
    pairable += held * m;
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
      const one = code[i] ?? 0;
      const given = held * (times[i] ?? 0);
      marginals[one] = (marginals[one] ?? 0) + given;
      for (let j = start[p] ?? 0; j < i; j++)
        cells.add((code[j] ?? 0) * q + one, (given * (times[j] ?? 0)) / (m - 1));
    }
  }
  return { pairable, marginals, ...cells.list() };
}

interface Cells {
  /** Adds to the cell `left * q + right`. */
  add(cell: number, share: number): void;
  list(): Pick<Coincidences, 'left' | 'right' | 'weight'>;
}

function denseCells(q: number): Cells {
  const square = new Float64Array(q * q);
  return {
    add(cell, share) {
      square[cell] = (square[cell] ?? 0) + share;
    },
    list() {
      const filled: number[] = [];
      for (let cell = 0; cell < square.length; cell++) {
        if ((square[cell] ?? 0) > 0) filled.push(cell);
      }
      return cellList(filled, (cell) => square[cell] ?? 0, q);
    },
  };
}

function sparseCells(q: number): Cells {
  const found = new Map<number, number>();
  return {
    add(cell, share) {
      found.set(cell, (found.get(cell) ?? 0) + share);
    },
    list() {
      const filled = Array.from(found.keys()).sort((a, b) => a - b);
      return cellList(filled, (cell) => found.get(cell) ?? 0, q);
    },
  };
}

function cellList(
  filled: readonly number[],
  weightOf: (cell: number) => number,
  q: number,
): ReturnType<Cells['list']> {
  return {
    left: Int32Array.from(filled, (cell) => Math.floor(cell / q)),
    right: Int32Array.from(filled, (cell) => cell % q),
    weight: Float64Array.from(filled, weightOf),
  };
}

/** The whole square matrix, rows and columns in the order of the categories, as the paper prints it. */
export function coincidenceMatrix({ marginals, left, right, weight }: Coincidences): number[][] {
  const matrix = Array.from(marginals, () => Array.from(marginals, () => 0));
  const set = (row: number, column: number, value: number): void => {
    matrix[row]?.splice(column, 1, value);
  };
  const diagonal = marginals.slice();
  for (let i = 0; i < weight.length; i++) {
    const [c, k, o] = [left[i] ?? 0, right[i] ?? 0, weight[i] ?? 0];
    set(c, k, o);
    set(k, c, o);
    diagonal[c] = (diagonal[c] ?? 0) - o;
    diagonal[k] = (diagonal[k] ?? 0) - o;
  }
  diagonal.forEach((value, code) => {
    set(code, code, value);
  });
  return matrix;
}
