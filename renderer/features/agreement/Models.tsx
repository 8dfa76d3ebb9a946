import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { agreementRatersText } from '../../catalogue/agreement-raters.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, percent, statistic } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import type { DimensionReport } from './report.ts';
import { optionName } from './words.ts';

interface ModelsProps {
  report: DimensionReport;
  options: Parameters<typeof optionName>[0];
  title: (rater: string) => string;
}

interface ModelledRater {
  rater: string;
  accuracy: number | null;
  severity: number | null;
  fit: number | null;
}

/** Each rater by both models; null where a model says nothing. */
function modelledRaters({
  rater_names: names,
  dawid_skene: truth,
  rating_scale: scale,
}: DimensionReport): ModelledRater[] {
  return names.map((rater) => {
    const right = truth && truth.value !== null ? truth.raters.find((one) => one.rater === rater) : undefined;
    const severe =
      scale && scale.value !== null ? scale.raters.find((one) => one.rater === rater) : undefined;
    return {
      rater,
      accuracy: right?.accuracy ?? null,
      severity: severe?.severity ?? null,
      fit: severe?.fit ?? null,
    };
  });
}

/** Where the consensus values come from, and two models of the truth beside the majority. */
export function Models({ report, options, title }: ModelsProps) {
  const t = useText(agreementPartsText);
  const raters = useText(agreementRatersText);
  const { consensus, dawid_skene: truth, rating_scale: scale } = report;
  if (!consensus) return null;
  const rows = modelledRaters(report);
  const any = (of: 'accuracy' | 'severity' | 'fit') => rows.some((row) => row[of] !== null);
  const number = (of: 'severity' | 'fit', name: string): Column<ModelledRater> => ({
    key: of,
    title: name,
    number: true,
    cell: (row) => statistic(row[of]),
  });
  const columns: readonly Column<ModelledRater>[] = [
    { key: 'rater', title: raters.columns.rater, cell: ({ rater }) => title(rater) },
    ...(any('accuracy')
      ? [
          {
            key: 'accuracy',
            title: t.accuracy,
            number: true,
            cell: ({ accuracy }: ModelledRater) => (accuracy === null ? '–' : percent(accuracy)),
          },
        ]
      : []),
    ...(any('severity') ? [number('severity', t.severity), number('fit', t.fit)] : []),
  ];
  const shares = truth && truth.value !== null ? truth.prevalence : [];
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t.models}</h3>
      <p>
        {report.units_paired === 0
          ? t.noConsensus
          : t.consensus(count(consensus.disputed), count(consensus.open))}{' '}
        {consensus.model_agrees === null ? '' : t.modelAgrees(percent(consensus.model_agrees))}
      </p>
      {truth && truth.value !== null ? <p className={classes.hint}>{t.truth(percent(truth.value))}</p> : null}
      {scale && scale.value !== null ? <p className={classes.hint}>{t.scale(percent(scale.value))}</p> : null}
      <div className={classes.pairOfTables}>
        {shares.length > 0 ? (
          <DataTable
            label={t.prevalenceColumns.model}
            columns={[
              {
                key: 'value',
                title: t.prevalenceColumns.value,
                cell: ({ value }) => optionName(options, value),
              },
              {
                key: 'ratings',
                title: t.prevalenceColumns.ratings,
                number: true,
                cell: ({ value }) =>
                  percent(report.prevalence.find((one) => one.value === value)?.share ?? 0, 1),
              },
              {
                key: 'model',
                title: t.prevalenceColumns.model,
                number: true,
                cell: ({ share }) => percent(share, 1),
              },
            ]}
            rows={shares}
            rowKey={({ value }) => value}
          />
        ) : null}
        {columns.length > 1 ? (
          <DataTable label={t.accuracy} columns={columns} rows={rows} rowKey={({ rater }) => rater} />
        ) : null}
      </div>
    </section>
  );
}
