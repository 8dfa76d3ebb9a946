import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { statistic } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import { coefficientRows } from './coefficient-rows.ts';
import type { DimensionReport, Figure } from './report.ts';
import { numberWithInterval } from './words.ts';

type Row = readonly [name: string, figure: Figure & { se?: number | undefined }];

/** Every coefficient there is of the dimension, behind a line that opens. */
export function Coefficients({ report }: { report: DimensionReport }) {
  const t = useText(agreementPartsText);
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t.statistic, cell: ([name]) => name },
    { key: 'value', title: t.valueInterval, number: true, cell: ([, figure]) => numberWithInterval(figure) },
    {
      key: 'se',
      title: t.standardError,
      number: true,
      cell: ([, { se }]) => (se === undefined ? '–' : statistic(se, 3)),
    },
  ];
  return (
    <details className={classes.part}>
      <summary className={classes.summary}>{t.coefficients}</summary>
      <DataTable
        label={t.coefficients}
        columns={columns}
        rows={coefficientRows(report)}
        rowKey={([name]) => name}
      />
    </details>
  );
}
