import type { Figure, PairFigures, Weighting } from './report.ts';

/** A cell of the heatmap: two raters and their kappa. */
export interface PairCell {
  row: string;
  column: string;
  units: number;
  figure: Figure;
}

/** The raters met in the pairs, in order of first appearance. */
export const ratersOf = (pairs: readonly PairFigures[]): string[] => [
  ...new Set(pairs.flatMap(({ raters }) => raters)),
];

/** The lower triangle: each pair once, the later rater as the row. */
export function pairCells(pairs: readonly PairFigures[], weighting: Weighting): PairCell[] {
  const order = ratersOf(pairs);
  return pairs.map((pair) => {
    const [one, other] = pair.raters;
    const later = order.indexOf(one) > order.indexOf(other) ? one : other;
    const earlier = later === one ? other : one;
    return { row: later, column: earlier, units: pair.units, figure: pair[weighting] };
  });
}

/** The pairs that agree least and most, among those with a value; null where fewer than two have one. */
export function extremes(cells: readonly PairCell[]): { least: PairCell; most: PairCell } | null {
  const valued = cells
    .flatMap((cell) => (cell.figure.value === null ? [] : { cell, value: cell.figure.value }))
    .sort((a, b) => a.value - b.value);
  const least = valued[0]?.cell;
  const most = valued.at(-1)?.cell;
  return least && most && least !== most ? { least, most } : null;
}
