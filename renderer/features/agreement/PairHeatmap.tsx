import { SegmentedControl } from '@mantine/core';
import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, plural, statistic } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import classes from './Agreement.module.css';
import { PlotTable } from './PlotTable.tsx';
import { pairPlot } from './pair-plot.ts';
import { extremes, type PairCell, pairCells, ratersOf } from './pairs.ts';
import { type DimensionReport, WEIGHTINGS, type Weighting } from './report.ts';
import { useAgreement } from './store.ts';
import { coefficient } from './words.ts';

const isWeighting = (value: string): value is Weighting => WEIGHTINGS.some((known) => known === value);

const WEIGHTED: Record<Weighting, string> = {
  unweighted: 'count in full',
  linear: 'linear',
  quadratic: 'quadratic',
};

type Titles = (rater: string) => string;

function description(cells: readonly PairCell[], title: Titles): string {
  const found = extremes(cells);
  if (!found) return "Cohen's kappa for each pair of raters.";
  const say = ({ row, column, units, figure }: PairCell) =>
    `${title(column)} and ${title(row)} (${statistic(figure.value)} on ${plural(units, 'item')})`;
  return `Agree most: ${say(found.most)}. Agree least: ${say(found.least)}.`;
}

const columns = (title: Titles): readonly Column<PairCell>[] => [
  { key: 'one', title: 'Rater', cell: ({ column }) => title(column) },
  { key: 'other', title: 'and rater', cell: ({ row }) => title(row) },
  { key: 'units', title: 'Shared items', number: true, cell: ({ units }) => count(units) },
  { key: 'kappa', title: 'Kappa', number: true, cell: ({ figure }) => coefficient(figure) },
];

interface PairHeatmapProps {
  report: DimensionReport;
  title: Titles;
}

/** Cohen's kappa of every two raters, as a map and as numbers. */
export function PairHeatmap({ report, title }: PairHeatmapProps) {
  const { weighting, set } = useAgreement();
  const weighted = report.level !== 'nominal' && report.categories.length > 2;
  const used = weighted ? weighting : 'unweighted';
  const pairs = report.cohen_kappa;
  const cells = useMemo(() => pairCells(pairs, used), [pairs, used]);
  const draw = useCallback(
    (plot: typeof Plot) => pairPlot(plot, cells, ratersOf(pairs), title),
    [cells, pairs, title],
  );
  if (pairs.length === 0) return <p className={classes.hint}>No two raters have rated the same item.</p>;
  const said = description(cells, title);
  return (
    <div>
      <PlotFigure
        caption="Cohen's kappa, pair by pair"
        description={said}
        draw={draw}
        table={
          <PlotTable>
            <DataTable
              label="Kappa by pair"
              columns={columns(title)}
              rows={cells}
              rowKey={({ row, column }) => `${column} ${row}`}
              height={320}
            />
          </PlotTable>
        }
      />
      <p className={classes.hint}>{said}</p>
      {weighted ? (
        <div className={classes.weights}>
          <span className={classes.hint}>Near misses</span>
          <SegmentedControl
            size="xs"
            aria-label="Weights for near misses"
            value={weighting}
            onChange={(value) => isWeighting(value) && set({ weighting: value })}
            data={WEIGHTINGS.map((value) => ({ value, label: WEIGHTED[value] }))}
          />
        </div>
      ) : null}
    </div>
  );
}
