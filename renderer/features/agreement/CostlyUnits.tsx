import { useEffect, useState } from 'react';
import type { CostlyUnit } from '../../../shared/contract/reporting.ts';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { opening, percent } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import { CostlyDetail } from './CostlyDetail.tsx';

interface CostlyUnitsProps {
  dimension: string;
  /** False where no item has two ratings. */
  compared: boolean;
  options: readonly RubricOption[];
  title: (rater: string) => string;
  /** Fetched again whenever the report was counted again. */
  countedAt: string | null;
}

const keyOf = ({ unit }: CostlyUnit): string => `${unit.item} ${unit.candidate ?? ''}`;

const columns = (
  { columns: t }: typeof agreementText.en,
  title: (rater: string) => string,
): readonly Column<CostlyUnit>[] => [
  {
    key: 'answer',
    title: t.answer,
    cell: ({ answer }) => <span className={classes.words}>{opening(answer, 110)}</span>,
  },
  {
    key: 'values',
    title: t.values,
    width: '32%',
    cell: ({ values }) => (
      <span className={classes.values}>
        {values.map(({ rater, value }) => (
          <span key={rater}>
            <span className={classes.hint}>{title(rater)}</span> {value}
          </span>
        ))}
      </span>
    ),
  },
  {
    key: 'share',
    title: t.shareOfAll,
    number: true,
    width: '144px',
    cell: ({ share }) => percent(share, 1),
  },
];

/** The items behind most of the disagreement; one opens onto the answer with all its ratings beside it. */
export function CostlyUnits({ dimension, compared, options, title, countedAt }: CostlyUnitsProps) {
  const t = useText(agreementText);
  const [open, setOpen] = useState<string | null>(null);
  const { value, error, loading, reload } = useCall('agreement.costly', { dimension, limit: 20 });
  useEffect(() => {
    if (countedAt !== null) void reload();
  }, [countedAt, reload]);
  const units = value?.units ?? [];
  return (
    <section className={classes.costly} aria-busy={loading}>
      <h3 className={classes.partTitle}>{t.costly}</h3>
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {value && units.length === 0 ? (
        <p className={classes.hint}>{compared ? t.noneDisagreed : t.noneCompared}</p>
      ) : null}
      {units.length > 0 ? (
        <DataTable
          label={t.costly}
          columns={columns(t, title)}
          rows={units}
          rowKey={keyOf}
          selected={open}
          onOpen={(unit) => setOpen((now) => (now === keyOf(unit) ? null : keyOf(unit)))}
          detail={(unit) => <CostlyDetail unit={unit} options={options} title={title} />}
        />
      ) : null}
    </section>
  );
}
