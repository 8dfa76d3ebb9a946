import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, percent } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { type PrevalenceRow, prevalencePlot } from './prevalence-plot.ts';
import type { DimensionReport } from './report.ts';
import { optionName } from './words.ts';

const columns = ({ columns: t }: typeof agreementText.en): readonly Column<PrevalenceRow>[] => [
  { key: 'value', title: t.value, cell: ({ name }) => name },
  { key: 'count', title: t.ratings, number: true, cell: (row) => count(row.count) },
  { key: 'share', title: t.share, number: true, cell: (row) => percent(row.share, 1) },
];

/** Where there are more values than this, as on a slider, only those given are shown. */
const MOST_EMPTY = 21;

interface PrevalenceProps {
  report: DimensionReport;
  options: readonly RubricOption[];
}

/** How often each value was given, of a short scale those never given included: without it no coefficient can be read. */
export function Prevalence({ report, options }: PrevalenceProps) {
  const t = useText(agreementText);
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
      caption={t.values}
      description={most ? t.mostOften(most.name, percent(most.share)) : t.noRatings}
      draw={draw}
      table={<DataTable label={t.values} columns={columns(t)} rows={rows} rowKey={({ name }) => name} />}
    />
  );
}
