import { NORMAL_975 } from './distributions.ts';
import { estimate, noValue, type Statistic } from './statistic.ts';
import { MISSING, type UnitTable } from './unit-table.ts';
import { distanceWeights, MOST_CATEGORIES, type Weights, weightsFor } from './weights.ts';

export interface CohenKappa {
  /** Indices into `table.raters`. */
  raters: [number, number];
  /** Units that both rated. */
  units: number;
  /** Share of those on which both gave the same value; null where there are none. */
  agreement: number | null;
  unweighted: Statistic;
  linear: Statistic;
  quadratic: Statistic;
}

/**
 * Cohen's kappa for every pair of raters, on the units both rated, with large-sample standard error and normal
 * interval. Linear and quadratic weights go by the position in the table's category list, used or not; `level` where
 * the categories have no order. 0 with standard error 0 where one rater always gave the same value and the other did
 * not; `unanimous` where both always gave the same one.
 *
 * Sources: Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement
 * 20, 37-46; Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213-220; Fleiss, J. L., Cohen, J., & Everitt,
 * B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin 72, 323-327, eq. 13.
 */
export function cohenKappas(table: UnitTable): CohenKappa[] {
  const schemes = weightingsOf(table);
  const crossed = allCrossed(table);
  let pair = 0;
  return table.raters.flatMap((_, first) =>
    table.raters.slice(first + 1).map((_, offset) => {
      const second = first + 1 + offset;
      return pairKappa(first, second, crossed?.(pair++) ?? crossTable(table, first, second), schemes);
    }),
  );
}

type Schemes = Record<'unweighted' | 'linear' | 'quadratic', Weights | null>;

function weightingsOf(table: UnitTable): Schemes {
  const q = table.categories.length;
  const positions = Float64Array.from({ length: q }, (_, code) => code);
  const ordered = table.ranks !== null && q <= MOST_CATEGORIES;
  return {
    unweighted: weightsFor('identity', table),
    linear: ordered ? distanceWeights('linear', positions) : null,
    quadratic: ordered ? distanceWeights('quadratic', positions) : null,
  };
}

function pairKappa(first: number, second: number, crossed: CrossTable, schemes: Schemes): CohenKappa {
  return {
    raters: [first, second],
    units: crossed.n,
    agreement: crossed.n === 0 ? null : crossed.same / crossed.n,
    unweighted: kappa(crossed, schemes.unweighted),
    linear: kappa(crossed, schemes.linear),
    quadratic: kappa(crossed, schemes.quadratic),
  };
}

/** How often the first rater gave a category (row) where the second gave another (column), filled cells only. */
interface CrossTable {
  n: number;
  same: number;
  cells: { row: number; column: number; share: number }[];
  /** Shares of the categories with each rater. */
  rows: Float64Array;
  columns: Float64Array;
}

/** More cells than this for all pairs together are not kept at once. */
const MOST_CELLS = 1 << 22;

/** The cross tables of all pairs, counted in one walk over the units, by the number of the pair; null where they are too large. */
function allCrossed({ given, raters, units, categories }: UnitTable): ((pair: number) => CrossTable) | null {
  const [r, q] = [raters.length, categories.length];
  const square = q * q;
  if (((r * (r - 1)) / 2) * square > MOST_CELLS) return null;
  const counts = new Int32Array(((r * (r - 1)) / 2) * square);
  const { start, rater, code } = given;
  for (let unit = 0; unit < units.length; unit++) {
    const end = start[unit + 1] ?? 0;
    for (let i = start[unit] ?? 0; i < end; i++) {
      const one = rater[i] ?? 0;
      // Pairs are numbered by the first rater, then by the second.
      const before = one * r - (one * (one + 1)) / 2 - one - 1;
      for (let j = i + 1; j < end; j++) {
        const cell = (before + (rater[j] ?? 0)) * square + (code[i] ?? 0) * q + (code[j] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
  }
  return (pair) => {
    const found = new Map<number, number>();
    counts.subarray(pair * square, (pair + 1) * square).forEach((count, cell) => {
      if (count > 0) found.set(cell, count);
    });
    return crossTableOf(found, q);
  };
}

function crossTable({ codes, raters, categories }: UnitTable, first: number, second: number): CrossTable {
  const q = categories.length;
  const found = new Map<number, number>();
  for (let start = 0; start < codes.length; start += raters.length) {
    const one = codes[start + first] ?? MISSING;
    const other = codes[start + second] ?? MISSING;
    if (one === MISSING || other === MISSING) continue;
    const cell = one * q + other;
    found.set(cell, (found.get(cell) ?? 0) + 1);
  }
  return crossTableOf(found, q);
}

/** A cross table from its filled cells, by `row * q + column`. */
function crossTableOf(found: ReadonlyMap<number, number>, q: number): CrossTable {
  let n = 0;
  for (const count of found.values()) n += count;
  const rows = new Float64Array(q);
  const columns = new Float64Array(q);
  let same = 0;
  const cells = Array.from(found, ([cell, count]) => {
    const row = Math.floor(cell / q);
    const column = cell % q;
    rows[row] = (rows[row] ?? 0) + count / n;
    columns[column] = (columns[column] ?? 0) + count / n;
    if (row === column) same += count;
    return { row, column, share: count / n };
  });
  return { n, same, cells, rows, columns };
}

function kappa(crossed: CrossTable, weights: Weights | null): Statistic {
  if (crossed.n === 0) return noValue('no_pairs');
  if (weights === null) return noValue('level');
  const { cells, rows, columns } = crossed;
  const usedRows = Array.from(rows.keys()).filter((k) => (rows[k] ?? 0) > 0);
  const usedColumns = Array.from(columns.keys()).filter((k) => (columns[k] ?? 0) > 0);
  if (usedRows.length === 1 || usedColumns.length === 1) {
    const unanimous = crossed.same === crossed.n;
    return unanimous ? noValue('unanimous') : estimate(0, 0, [0, 0]);
  }
  const weight = (row: number, column: number): number => weights.cells[row * weights.size + column] ?? 0;
  // Mean weight of a row's category against the second rater's shares, and of a column's against the first's.
  const rowMean = rows.map((_, row) =>
    usedColumns.reduce((sum, j) => sum + (columns[j] ?? 0) * weight(row, j), 0),
  );
  const columnMean = columns.map((_, column) =>
    usedRows.reduce((sum, i) => sum + (rows[i] ?? 0) * weight(i, column), 0),
  );
  const observed = cells.reduce((sum, { row, column, share }) => sum + share * weight(row, column), 0);
  const chance = usedRows.reduce((sum, i) => sum + (rows[i] ?? 0) * (rowMean[i] ?? 0), 0);
  const spread = cells.reduce((sum, { row, column, share }) => {
    const pulled = ((rowMean[row] ?? 0) + (columnMean[column] ?? 0)) * (1 - observed);
    return sum + share * (weight(row, column) * (1 - chance) - pulled) ** 2;
  }, 0);
  const variance =
    (spread - (observed * chance - 2 * chance + observed) ** 2) / (crossed.n * (1 - chance) ** 4);
  const value = (observed - chance) / (1 - chance);
  // Rounding can leave a variance of zero slightly below it.
  const se = Math.sqrt(Math.max(0, variance));
  return estimate(value, se, [value - NORMAL_975 * se, value + NORMAL_975 * se]);
}
