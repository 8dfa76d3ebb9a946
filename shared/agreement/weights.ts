import type { UnitTable } from './unit-table.ts';

/**
 * Agreement weights: 1 for the same category, less the further two categories are apart, 0 for the two ends.
 *
 * Source: Gwet, K. L. (2014). Handbook of inter-rater reliability, 4th ed., chapter 3; the same definitions as in the
 * R package irrCAC 1.0. Linear and quadratic weights go by the numeric values (by position where they are words),
 * ordinal weights by rank. These are not Krippendorff's ordinal metric.
 */
export const WEIGHTINGS = ['identity', 'linear', 'quadratic', 'ordinal'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** A square of weights, q x q, row by row. */
export interface Weights {
  readonly size: number;
  readonly cells: Float64Array;
}

/** A coefficient over categories says nothing about a table with more of them than this, and would be slow. */
export const MOST_CATEGORIES = 1000;

/** Weights for the table's categories; null where they have no order, or are too many to be categories. */
export function weightsFor(weighting: Weighting, table: UnitTable): Weights | null {
  const q = table.categories.length;
  if (q > MOST_CATEGORIES) return null;
  if (weighting === 'identity')
    return squareOf(
      Float64Array.from({ length: q }, (_, i) => i),
      (d) => (d === 0 ? 1 : 0),
    );
  if (table.ranks === null) return null;
  const positions = weighting === 'ordinal' ? table.ranks : (table.coordinates ?? table.ranks);
  return distanceWeights(weighting, positions);
}

/** Weights that fall with the distance of positions: linearly, with its square, or with the pairs of ranks spanned. */
export function distanceWeights(weighting: Exclude<Weighting, 'identity'>, positions: Float64Array): Weights {
  const span =
    positions.reduce((a, b) => Math.max(a, b), -Infinity) -
    positions.reduce((a, b) => Math.min(a, b), Infinity);
  const decline = DECLINE[weighting];
  return squareOf(positions, (distance) => (distance === 0 ? 1 : 1 - decline(distance) / decline(span)));
}

const DECLINE: Record<Exclude<Weighting, 'identity'>, (distance: number) => number> = {
  linear: (distance) => distance,
  quadratic: (distance) => distance ** 2,
  ordinal: (distance) => (distance * (distance + 1)) / 2,
};

function squareOf(positions: Float64Array, weightAt: (distance: number) => number): Weights {
  const size = positions.length;
  const cells = new Float64Array(size * size);
  positions.forEach((one, row) => {
    positions.forEach((other, column) => {
      cells[row * size + column] = weightAt(Math.abs(one - other));
    });
  });
  return { size, cells };
}

/** The weights times a vector: entry k is the sum over l of w(k, l) v(l). */
export function weighted({ size, cells }: Weights, vector: Float64Array): Float64Array {
  return vector.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column++)
      sum += (cells[row * size + column] ?? 0) * (vector[column] ?? 0);
    return sum;
  });
}
