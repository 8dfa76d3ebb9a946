import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import type { DimensionReport } from './report.ts';
import { numberWithInterval } from './words.ts';

type Effect = NonNullable<DimensionReport['rubric_versions']>;

/** What each version of the rubric changed. */
export function Versions({ effect }: { effect: Effect }) {
  const t = useText(agreementPartsText);
  const columns: readonly Column<Effect['versions'][number]>[] = [
    { key: 'version', title: t.versionColumns.version, cell: ({ version }) => version },
    { key: 'units', title: t.versionColumns.items, number: true, cell: ({ units }) => count(units) },
    { key: 'ratings', title: t.versionColumns.ratings, number: true, cell: ({ ratings }) => count(ratings) },
    {
      key: 'alpha',
      title: t.versionColumns.alpha,
      number: true,
      cell: ({ alpha }) => numberWithInterval(alpha),
    },
    { key: 'mean', title: t.versionColumns.mean, number: true, cell: ({ mean }) => numberWithInterval(mean) },
  ];
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t.versions}</h3>
      <DataTable
        label={t.versions}
        columns={columns}
        rows={effect.versions}
        rowKey={({ version }) => version}
      />
      {effect.changes.map(({ from, to, mean, common }) => (
        <p key={to} className={classes.hint}>
          {t.versionChange(from, to, numberWithInterval(mean))}{' '}
          {common.mean.value === null
            ? ''
            : t.versionCommon(count(common.units), numberWithInterval(common.mean))}
        </p>
      ))}
    </section>
  );
}
