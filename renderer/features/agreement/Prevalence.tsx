import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, percent } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { PlotTable } from './PlotTable.tsx';
import { type PrevalenceRow, prevalencePlot } from './prevalence-plot.ts';
import type { DimensionReport } from './report.ts';
import { optionName } from './words.ts';

const COLUMNS: readonly Column<PrevalenceRow>[] = [
  { key: 'value', title: 'Value', cell: ({ name }) => name },
  { key: 'count', title: 'Ratings', number: true, cell: (row) => count(row.count) },
  { key: 'share', title: 'Share', number: true, cell: (row) => percent(row.share, 1) },
];

/** Where there are more values than this, as on a slider, only those given are shown. */
const MOST_EMPTY = 21;

interface PrevalenceProps {
  report: DimensionReport;
  options: readonly RubricOption[];
}

/** How often each value was given, of a short scale those never given included: without it no coefficient can be read. */
export function Prevalence({ report, options }: PrevalenceProps) {
  const { prevalence } = report;
  const rows = useMemo(
    () =>
      prevalence
        .filter((share) => share.count > 0 || prevalence.length <= MOST_EMPTY)
        .map((share) => ({ ...share, name: optionName(options, share.value) })),
    [prevalence, options],
  );
  const draw = useCallback((plot: typeof Plot) => prevalencePlot(plot, rows), [rows]);
  const most = rows.reduce<PrevalenceRow | null>(
    (best, row) => (best && best.count >= row.count ? best : row),
    null,
  );
  return (
    <PlotFigure
      caption="Values given"
      description={most ? `Most often ${most.name}: ${percent(most.share)} of the ratings.` : 'No ratings.'}
      draw={draw}
      table={
        <PlotTable>
          <DataTable label="Values given" columns={COLUMNS} rows={rows} rowKey={({ name }) => name} />
        </PlotTable>
      }
    />
  );
}
