import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { percent } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import classes from './Agreement.module.css';
import { type ConfusionCell, confusionCells, confusionPlot, mostConfused } from './confusion-plot.ts';
import type { DimensionReport } from './report.ts';
import type { optionName } from './words.ts';

interface ConfusionProps {
  report: DimensionReport;
  options: Parameters<typeof optionName>[0];
}

/** Which values raters give where others give another; nothing where no two rated the same. */
export function Confusion({ report, options }: ConfusionProps) {
  const t = useText(agreementPartsText);
  const cells = useMemo(() => confusionCells(report, options), [report, options]);
  const draw = useCallback((plot: typeof Plot) => confusionPlot(plot, cells, t.columnGave), [cells, t]);
  if (cells.every(({ share }) => !share)) return null;
  const most = mostConfused(cells);
  const said = most ? t.confusionSaid(most.row, most.column, percent(most.share ?? 0)) : t.confusionNone;
  const columns: readonly Column<ConfusionCell>[] = [
    { key: 'row', title: t.rowGave, cell: ({ row }) => row },
    { key: 'column', title: t.columnGave, cell: ({ column }) => column },
    {
      key: 'share',
      title: t.confusionShare,
      number: true,
      cell: ({ share }) => (share === null ? '–' : percent(share, 1)),
    },
  ];
  return (
    <div>
      <PlotFigure
        caption={t.confusion}
        description={said}
        draw={draw}
        table={
          <DataTable
            label={t.confusion}
            columns={columns}
            rows={cells}
            rowKey={({ row, column }) => `${row}\n${column}`}
            height={320}
          />
        }
      />
      <p className={classes.hint}>{said}</p>
    </div>
  );
}
