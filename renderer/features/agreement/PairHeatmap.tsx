import { SegmentedControl } from '@mantine/core';
import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, statistic } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import classes from './Agreement.module.css';
import { pairPlot } from './pair-plot.ts';
import { extremes, type PairCell, pairCells, ratersOf } from './pairs.ts';
import { type DimensionReport, WEIGHTINGS, type Weighting } from './report.ts';
import { useAgreement } from './store.ts';
import { coefficient } from './words.ts';

const isWeighting = (value: string): value is Weighting => WEIGHTINGS.some((known) => known === value);

type Titles = (rater: string) => string;
type Texts = typeof agreementText.en;

function description(t: Texts, cells: readonly PairCell[], title: Titles): string {
  const found = extremes(cells);
  if (!found) return t.kappaOfEach;
  const say = ({ row, column, units, figure }: PairCell) =>
    t.pairSaid(title(column), title(row), statistic(figure.value), count(units), units);
  return t.extremes(say(found.most), say(found.least));
}

const columns = ({ columns: t }: Texts, title: Titles): readonly Column<PairCell>[] => [
  { key: 'one', title: t.rater, cell: ({ column }) => title(column) },
  { key: 'other', title: t.andRater, cell: ({ row }) => title(row) },
  { key: 'units', title: t.shared, number: true, cell: ({ units }) => count(units) },
  { key: 'kappa', title: t.kappa, number: true, cell: ({ figure }) => coefficient(figure) },
];

interface PairHeatmapProps {
  report: DimensionReport;
  title: Titles;
}

/** Cohen's kappa of every two raters, as a map and as numbers. */
export function PairHeatmap({ report, title }: PairHeatmapProps) {
  const t = useText(agreementText);
  const { weighting, set } = useAgreement();
  const weighted = report.level !== 'nominal' && report.categories.length > 2;
  const used = weighted ? weighting : 'unweighted';
  const pairs = report.cohen_kappa;
  const cells = useMemo(() => pairCells(pairs, used), [pairs, used]);
  const draw = useCallback(
    (plot: typeof Plot) => pairPlot(plot, cells, ratersOf(pairs), title),
    [cells, pairs, title],
  );
  if (pairs.length === 0) return <p className={classes.hint}>{t.noPairs}</p>;
  const said = description(t, cells, title);
  return (
    <div>
      <PlotFigure
        caption={t.pairs}
        description={said}
        draw={draw}
        table={
          <DataTable
            label={t.pairsTable}
            columns={columns(t, title)}
            rows={cells}
            rowKey={({ row, column }) => `${column} ${row}`}
            height={320}
          />
        }
      />
      <p className={classes.hint}>{said}</p>
      {weighted ? (
        <div className={classes.weights}>
          <span className={classes.hint}>{t.nearMisses}</span>
          <SegmentedControl
            size="xs"
            aria-label={t.weightsFor}
            value={weighting}
            onChange={(value) => isWeighting(value) && set({ weighting: value })}
            data={WEIGHTINGS.map((value) => ({ value, label: t.weightings[value] }))}
          />
        </div>
      ) : null}
    </div>
  );
}
