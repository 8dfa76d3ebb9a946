import type { PlannedStratum, SamplePlan } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, decimal } from '../../ui/format.ts';
import { percentage } from './guidance.ts';
import classes from './Sample.module.css';

const SHOWN = 60;

interface BarProps {
  share: number;
  drawn?: boolean;
}

/** A bar as long as its share of the widest one; the number beside it says the same. */
function Bar({ share, drawn = false }: BarProps) {
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={drawn ? classes.barDrawn : classes.bar} style={{ width: `${share * 100}%` }} />
    </span>
  );
}

const points = (width: number | null): string => (width === null ? '–' : `±${decimal(100 * width, 1)}`);

function columnsIn(
  t: typeof sampleText.en,
  { strata, rate, allocation }: SamplePlan,
): readonly Column<PlannedStratum>[] {
  const population = Math.max(1, ...strata.map((stratum) => stratum.population));
  const drawn = Math.max(1, ...strata.map((stratum) => stratum.drawn));
  const at: Column<PlannedStratum>[] =
    rate === null
      ? []
      : [
          {
            key: 'at',
            title: t.at(percentage(rate)),
            number: true,
            width: '72px',
            cell: (s) => points(s.half_width_at_rate),
          },
        ];
  const spread: Column<PlannedStratum>[] =
    allocation === 'neyman'
      ? [
          {
            key: 'spread',
            title: t.columns.spread,
            number: true,
            width: '72px',
            cell: (s) => (typeof s.spread === 'number' ? decimal(s.spread, 2) : ''),
          },
        ]
      : [];
  return [
    { key: 'key', title: t.stratum, cell: (stratum) => stratum.key },
    { key: 'there', title: t.columns.answers, number: true, width: '88px', cell: (s) => count(s.population) },
    { key: 'bar', title: '', width: '14%', cell: (s) => <Bar share={s.population / population} /> },
    ...spread,
    { key: 'drawn', title: t.columns.drawn, number: true, width: '72px', cell: (s) => count(s.drawn) },
    { key: 'drawnBar', title: '', width: '14%', cell: (s) => <Bar drawn share={s.drawn / drawn} /> },
    {
      key: 'width',
      title: t.columns.interval,
      number: true,
      width: '72px',
      cell: (s) => points(s.half_width),
    },
    ...at,
  ];
}

/** Population against draw, the largest strata first, and what each is worth. */
export function StrataTable({ plan }: { plan: SamplePlan }) {
  const t = useText(sampleText);
  const sorted = plan.strata.toSorted((a, b) => b.population - a.population);
  const shown = sorted.slice(0, SHOWN);
  const left = sorted.length - shown.length;
  return (
    <div className={classes.strata}>
      <DataTable
        label={t.strata}
        columns={columnsIn(t, plan)}
        rows={shown}
        rowKey={(stratum) => stratum.key}
      />
      {left > 0 ? <p className={classes.hint}>{t.smaller(left)}</p> : null}
    </div>
  );
}
