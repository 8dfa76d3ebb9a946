import type * as Plot from '@observablehq/plot';
import { opening, percent } from '../../ui/format.ts';
import type { DimensionReport } from './report.ts';
import { optionName } from './words.ts';

/** A cell of the confusion: of what others gave where one gave `row`, the share that is `column`; null where nobody gave `row`. */
export interface ConfusionCell {
  row: string;
  column: string;
  share: number | null;
}

const STRONGEST = 0.45;
const LONGEST = 22;
const MOST_LABELLED = 12;

/** Each row as shares of itself; empty where nothing was paired. */
export function confusionCells(
  { coincidences, categories }: Pick<DimensionReport, 'coincidences' | 'categories'>,
  options: Parameters<typeof optionName>[0],
): ConfusionCell[] {
  if (!coincidences || categories.length < 2) return [];
  const names = categories.map((value) => optionName(options, value));
  return coincidences.flatMap((row, at) => {
    const sum = row.reduce((all, one) => all + one, 0);
    return row.map((value, other) => ({
      row: names[at] ?? '',
      column: names[other] ?? '',
      share: sum === 0 ? null : value / sum,
    }));
  });
}

/** The two values that stand against each other most often; null where none do. */
export const mostConfused = (cells: readonly ConfusionCell[]): ConfusionCell | null =>
  cells.reduce<ConfusionCell | null>(
    (most, cell) => (cell.row !== cell.column && (cell.share ?? 0) > (most?.share ?? 0) ? cell : most),
    null,
  );

/** The confusion as a map, its shares in the cells. */
export function confusionPlot(
  plot: typeof Plot,
  cells: readonly ConfusionCell[],
  columnTitle: string,
): Plot.PlotOptions {
  const names = [...new Set(cells.map(({ row }) => row))];
  const longest = Math.max(...names.map((name) => Math.min(LONGEST, name.length)));
  const side = Math.max(36, Math.min(88, Math.floor(440 / names.length)));
  const turned = longest * 7 > side;
  const label = (name: string) => opening(name, LONGEST);
  const margins = {
    marginLeft: 16 + longest * 7.5,
    marginTop: 24,
    marginBottom: turned ? 20 + longest * 5.5 : 32,
  };
  return {
    ...margins,
    marginRight: 8,
    width: margins.marginLeft + 8 + names.length * side,
    height: margins.marginTop + margins.marginBottom + names.length * Math.min(side, 48),
    x: {
      domain: names,
      tickSize: 0,
      label: null,
      tickFormat: label,
      tickRotate: turned ? -40 : 0,
      padding: 0.04,
    },
    y: { domain: names, tickSize: 0, label: null, tickFormat: label, padding: 0.04 },
    marks: [
      plot.cell(cells, {
        x: 'column',
        y: 'row',
        fill: 'var(--accent)',
        fillOpacity: { value: ({ share }: ConfusionCell) => (share ?? 0) * STRONGEST, scale: null },
        stroke: 'var(--rule)',
      }),
      names.length > MOST_LABELLED
        ? null
        : plot.text(cells, {
            x: 'column',
            y: 'row',
            text: ({ share }: ConfusionCell) => (share === null ? '–' : percent(share)),
            fill: 'var(--ink)',
            fontSize: 13,
          }),
      plot.text([columnTitle], {
        frameAnchor: 'top-left',
        dy: -18,
        text: (title: string) => title,
        fill: 'var(--ink-soft)',
        fontSize: 13,
      }),
    ],
  };
}
