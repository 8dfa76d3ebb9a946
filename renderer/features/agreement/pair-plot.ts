import type * as Plot from '@observablehq/plot';
import { opening, statistic } from '../../ui/format.ts';
import type { PairCell } from './pairs.ts';

/** Strongest tint of a cell: text stays readable on it in both themes. */
const STRONGEST = 0.45;

/** Above this many raters the cells are too small for their numbers: the table has them. */
const MOST_LABELLED = 16;

/** More blue for more agreement, amber below zero, bare where undefined. */
export function cellFill(value: number | null): { colour: string; tint: number } {
  const colour = value !== null && value < 0 ? 'var(--attention)' : 'var(--accent)';
  return { colour, tint: Math.min(1, Math.abs(value ?? 0)) * STRONGEST };
}

/** The heatmap of kappa: raters by raters, each pair once, its number in the cell. */
export function pairPlot(
  plot: typeof Plot,
  cells: readonly PairCell[],
  raters: readonly string[],
  title: (rater: string) => string,
): Plot.PlotOptions {
  const many = raters.length > 6;
  const side = Math.max(18, Math.min(72, Math.floor(440 / Math.max(1, raters.length - 1))));
  const longest = Math.max(...raters.map((rater) => Math.min(16, title(rater).length)));
  const label = (rater: string) => opening(title(rater), 16);
  const margins = {
    marginLeft: 16 + longest * 7.5,
    marginBottom: many ? 16 + longest * 6 : 32,
    marginTop: 4,
  };
  const columns = raters.slice(0, -1);
  const rows = raters.slice(1);
  return {
    ...margins,
    marginRight: 8,
    width: margins.marginLeft + 8 + columns.length * side,
    height: margins.marginTop + margins.marginBottom + rows.length * Math.min(side, 56),
    x: {
      domain: columns,
      tickSize: 0,
      label: null,
      tickFormat: label,
      tickRotate: many ? -45 : 0,
      padding: 0.04,
    },
    y: { domain: rows, tickSize: 0, label: null, tickFormat: label, padding: 0.04 },
    marks: [
      plot.cell(cells, {
        x: 'column',
        y: 'row',
        fill: { value: (cell: PairCell) => cellFill(cell.figure.value).colour, scale: null },
        fillOpacity: { value: (cell: PairCell) => cellFill(cell.figure.value).tint, scale: null },
        stroke: 'var(--rule)',
      }),
      raters.length > MOST_LABELLED
        ? null
        : plot.text(cells, {
            x: 'column',
            y: 'row',
            text: (cell: PairCell) => (cell.figure.value === null ? '–' : statistic(cell.figure.value)),
            fill: 'var(--ink)',
            fontSize: many ? 12 : 14,
          }),
    ],
  };
}
