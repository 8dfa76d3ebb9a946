import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, percent } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import type { DimensionReport, Figure } from './report.ts';
import { numberWithInterval, unbroken } from './words.ts';

type Labels = NonNullable<DimensionReport['multi_label']>;
type Spans = NonNullable<DimensionReport['spans']>;
type Row = readonly [name: string, figure: Figure];

const rowKey = ([name]: Row): string => name;

function useRowColumns(): readonly Column<Row>[] {
  const t = useText(agreementPartsText);
  return [
    { key: 'name', title: t.statistic, cell: ([name]) => name },
    { key: 'value', title: t.valueInterval, number: true, cell: ([, figure]) => numberWithInterval(figure) },
  ];
}

/** Agreement on the categories chosen beside a value. */
export function Categories({ labels }: { labels: Labels }) {
  const t = useText(agreementPartsText);
  const columns = useRowColumns();
  const each: readonly Column<Labels['labels'][number]>[] = [
    { key: 'label', title: t.labelColumns.label, cell: ({ label }) => label },
    { key: 'count', title: t.labelColumns.ratings, number: true, cell: (row) => count(row.count) },
    {
      key: 'share',
      title: t.labelColumns.share,
      number: true,
      cell: ({ share }) => unbroken(percent(share, 1)),
    },
    {
      key: 'alpha',
      title: t.labelColumns.alpha,
      number: true,
      cell: ({ alpha }) => numberWithInterval(alpha),
    },
    { key: 'ac1', title: t.labelColumns.ac1, number: true, cell: ({ ac1 }) => numberWithInterval(ac1) },
  ];
  const given = labels.labels.filter((label) => label.count > 0);
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t.categories}</h3>
      <p className={classes.hint}>{t.noneNamed(count(labels.empty), count(labels.ratings))}</p>
      <div className={classes.pairOfTables}>
        <DataTable label={t.categories} columns={each} rows={given} rowKey={({ label }) => label} />
        <DataTable
          label={t.masi}
          columns={columns}
          rows={[
            [t.masi, labels.masi],
            [t.masiMarked, labels.masi_marked],
          ]}
          rowKey={rowKey}
        />
      </div>
    </section>
  );
}

const F1 = ['exact', 'overlap', 'characters', 'anywhere'] as const;

/** Agreement on the places marked in answers. */
export function Places({ spans }: { spans: Spans }) {
  const t = useText(agreementPartsText);
  const columns = useRowColumns();
  const rows: readonly Row[] = [
    [t.anywhere, spans.anywhere],
    [t.labelled, spans.labelled],
    ...F1.map((kind): Row => [t.f1[kind], spans.f1[kind]]),
    ...spans.labels.map(({ label, alpha }): Row => [t.ofLabel(label), alpha]),
  ];
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t.places}</h3>
      <p className={classes.hint}>{t.placesSaid(count(spans.spans), count(spans.answers))}</p>
      <div className={classes.oneTable}>
        <DataTable label={t.places} columns={columns} rows={rows} rowKey={rowKey} />
      </div>
    </section>
  );
}
