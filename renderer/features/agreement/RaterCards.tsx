import { useState } from 'react';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementRatersText } from '../../catalogue/agreement-raters.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, duration, statistic } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import { OverTime } from './OverTime.tsx';
import { RaterDetail } from './RaterDetail.tsx';
import raterClasses from './Raters.module.css';
import { type RaterRow, raterRows } from './rater-rows.ts';
import type { AgreementReport, DimensionReport, Figure } from './report.ts';
import { coefficient, intervalText, shareInterval, shareOf } from './words.ts';

type Texts = typeof agreementRatersText.en;

const withUnder = (main: string, under: string) => (
  <>
    {main}
    {under ? <span className={raterClasses.quiet}>{under}</span> : null}
  </>
);

const shareCell = (t: Texts, figure: Figure | null, right: number, all: number) =>
  figure === null
    ? '–'
    : withUnder(
        shareOf(figure),
        [t.ofSo(count(right), count(all)), shareInterval(figure)].filter(Boolean).join(', '),
      );

/** Every column there may be; those that say nothing of anybody are left out. */
const columnsOf = (
  t: Texts,
  title: (rater: string) => string,
): readonly (Column<RaterRow> & { has?: keyof RaterRow })[] => [
  { key: 'rater', title: t.columns.rater, cell: ({ rater }) => title(rater) },
  { key: 'ratings', title: t.columns.ratings, number: true, cell: ({ ratings }) => count(ratings) },
  {
    key: 'kappa',
    title: t.columns.kappa,
    number: true,
    has: 'kappa',
    cell: ({ kappa }) => (kappa === null ? '–' : statistic(kappa)),
  },
  {
    key: 'without',
    title: t.columns.without,
    number: true,
    has: 'without',
    cell: ({ without }) => (without ? coefficient(without) : '–'),
  },
  {
    key: 'leniency',
    title: t.columns.leniency,
    number: true,
    has: 'leniency',
    cell: ({ leniency }) => (leniency ? withUnder(coefficient(leniency), intervalText(leniency)) : '–'),
  },
  {
    key: 'gold',
    title: t.columns.gold,
    number: true,
    has: 'gold',
    cell: ({ gold }) => shareCell(t, gold, gold?.correct ?? 0, gold?.answers ?? 0),
  },
  {
    key: 'again',
    title: t.columns.again,
    number: true,
    has: 'again',
    cell: ({ again }) => shareCell(t, again, again?.same ?? 0, again?.repeats ?? 0),
  },
  {
    key: 'pace',
    title: t.columns.pace,
    number: true,
    has: 'pace',
    cell: ({ pace }) =>
      pace
        ? withUnder(
            duration(pace.median),
            t.quartiles(duration(pace.quartiles[0]), duration(pace.quartiles[1])),
          )
        : '–',
  },
  {
    key: 'time',
    title: t.columns.time,
    has: 'time',
    cell: ({ time }) => (time ? <OverTime {...time} /> : '–'),
  },
];

interface RaterCardsProps {
  report: DimensionReport;
  cards: AgreementReport['raters'];
  options: readonly Pick<RubricOption, 'value' | 'label'>[];
  title: (rater: string) => string;
}

/** A line for each rater: agreement with the others, leniency, known answers, repeats, pace, change over time. */
export function RaterCards({ report, cards, options, title }: RaterCardsProps) {
  const t = useText(agreementRatersText);
  const [open, setOpen] = useState<string | null>(null);
  const rows = raterRows(report, cards);
  if (rows.length === 0) return null;
  const columns = columnsOf(t, title).filter(({ has }) => !has || rows.some((row) => row[has] !== null));
  return (
    <section className={raterClasses.raters}>
      <h3 className={classes.partTitle}>{t.title}</h3>
      <p className={classes.hint}>{rows.length > 1 ? t.hint : t.one}</p>
      <DataTable
        label={t.title}
        columns={columns}
        rows={rows}
        rowKey={({ rater }) => rater}
        selected={open}
        onOpen={({ rater }) => setOpen((now) => (now === rater ? null : rater))}
        detail={(row) => <RaterDetail row={row} report={report} options={options} />}
      />
    </section>
  );
}
