import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementRatersText } from '../../catalogue/agreement-raters.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { percent } from '../../ui/format.ts';
import { OverTime } from './OverTime.tsx';
import classes from './Raters.module.css';
import type { RaterRow } from './rater-rows.ts';
import type { DimensionReport } from './report.ts';
import { numberWithInterval, optionName } from './words.ts';

interface RaterDetailProps {
  row: RaterRow;
  report: DimensionReport;
  options: readonly Pick<RubricOption, 'value' | 'label'>[];
}

type Use = RaterRow['use'][number];

/** How a rater uses the scale beside the others, what changed in time, and what a model makes of their values. */
export function RaterDetail({ row, report, options }: RaterDetailProps) {
  const t = useText(agreementRatersText);
  const use: readonly Column<Use>[] = [
    { key: 'value', title: t.useColumns.value, cell: ({ value }) => optionName(options, value) },
    { key: 'own', title: t.useColumns.own, number: true, cell: ({ own }) => percent(own) },
    { key: 'others', title: t.useColumns.others, number: true, cell: ({ others }) => percent(others) },
    {
      key: 'difference',
      title: t.useColumns.difference,
      number: true,
      cell: ({ difference }) => numberWithInterval(difference),
    },
  ];
  const names = report.categories.map((value) => optionName(options, value));
  const confusion = (row.confusion ?? []).map((chances, at) => ({ name: names[at] ?? '', chances }));
  return (
    <div className={classes.detail}>
      {row.use.length > 0 ? (
        <section>
          <h4 className={classes.partTitle}>{t.use}</h4>
          <DataTable label={t.use} columns={use} rows={row.use} rowKey={({ value }) => value} />
        </section>
      ) : null}
      {confusion.length > 0 && confusion.length <= 12 ? (
        <section>
          <h4 className={classes.partTitle}>{t.confusion}</h4>
          <DataTable
            label={t.confusion}
            columns={[
              { key: 'true', title: t.trueValue, cell: ({ name }) => name },
              ...names.map((title, at) => ({
                key: title,
                title,
                number: true,
                cell: ({ chances }: (typeof confusion)[number]) => percent(chances[at] ?? 0),
              })),
            ]}
            rows={confusion}
            rowKey={({ name }) => name}
          />
        </section>
      ) : null}
      {row.series.length > 0 ? (
        <section>
          <h4 className={classes.partTitle}>{t.columns.time}</h4>
          {row.series.map((series) => (
            <div key={series.of} className={classes.series}>
              <span>{t.series[series.of]}</span>
              <OverTime {...series} />
            </div>
          ))}
        </section>
      ) : null}
    </div>
  );
}
