import { useEffect, useState } from 'react';
import type { CostlyUnit } from '../../../shared/contract/reporting.ts';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { opening, percent } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import { openingWords, optionName } from './words.ts';

interface CostlyUnitsProps {
  dimension: string;
  options: readonly RubricOption[];
  title: (rater: string) => string;
  /** Fetched again whenever the report was counted again. */
  countedAt: string | null;
}

const keyOf = ({ conversation, message }: CostlyUnit): string => `${conversation} ${message}`;

const columns = (title: (rater: string) => string): readonly Column<CostlyUnit>[] => [
  {
    key: 'answer',
    title: 'Answer',
    cell: ({ answer }) => <span className={classes.words}>{opening(answer, 110)}</span>,
  },
  {
    key: 'values',
    title: 'Values given',
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
    title: 'Share of all disagreement',
    number: true,
    width: '144px',
    cell: ({ share }) => percent(share, 1),
  },
];

/** The items behind most of the disagreement; one opens onto who gave which value. */
export function CostlyUnits({ dimension, options, title, countedAt }: CostlyUnitsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { value, error, loading, reload } = useCall('agreement.costly', { dimension, limit: 20 });
  useEffect(() => {
    if (countedAt !== null) void reload();
  }, [countedAt, reload]);
  const units = value?.units ?? [];
  return (
    <section className={classes.costly} aria-busy={loading}>
      <h3 className={classes.partTitle}>Items that cost most agreement</h3>
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {value && units.length === 0 ? (
        <p className={classes.hint}>Nobody disagreed on this dimension.</p>
      ) : null}
      {units.length > 0 ? (
        <DataTable
          label="Items that cost most agreement"
          columns={columns(title)}
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

interface CostlyDetailProps {
  unit: CostlyUnit;
  options: readonly RubricOption[];
  title: (rater: string) => string;
}

function CostlyDetail({ unit, options, title }: CostlyDetailProps) {
  return (
    <div className={classes.opened}>
      <p className={classes.answer}>{openingWords(unit.answer)}</p>
      <dl className={classes.given}>
        {unit.values.map(({ rater, value }) => (
          <div key={rater}>
            <dt>{title(rater)}</dt>
            <dd>{optionName(options, value)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>
        Conversation {unit.conversation}, message {unit.message}
      </p>
    </div>
  );
}
