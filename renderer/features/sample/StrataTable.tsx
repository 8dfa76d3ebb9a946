import type { PlannedStratum, SamplePlan } from '../../../shared/contract/sampling.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, plural } from '../../ui/format.ts';
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

const points = (width: number | null): string => (width === null ? '–' : `±${(100 * width).toFixed(1)}`);

function columns({ strata, rate, allocation }: SamplePlan): readonly Column<PlannedStratum>[] {
  const population = Math.max(1, ...strata.map((stratum) => stratum.population));
  const drawn = Math.max(1, ...strata.map((stratum) => stratum.drawn));
  const at: Column<PlannedStratum>[] =
    rate === null
      ? []
      : [
          {
            key: 'at',
            title: `At ${Number((100 * rate).toFixed(3))} %`,
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
            title: 'Spread',
            number: true,
            width: '72px',
            cell: (s) => s.spread?.toFixed(2) ?? '',
          },
        ]
      : [];
  return [
    { key: 'key', title: 'Stratum', cell: (stratum) => stratum.key },
    { key: 'there', title: 'Answers', number: true, width: '88px', cell: (s) => count(s.population) },
    { key: 'bar', title: '', width: '14%', cell: (s) => <Bar share={s.population / population} /> },
    ...spread,
    { key: 'drawn', title: 'Drawn', number: true, width: '72px', cell: (s) => count(s.drawn) },
    { key: 'drawnBar', title: '', width: '14%', cell: (s) => <Bar drawn share={s.drawn / drawn} /> },
    { key: 'width', title: '95 %', number: true, width: '72px', cell: (s) => points(s.half_width) },
    ...at,
  ];
}

/** Population against draw, the largest strata first, and what each is worth. */
export function StrataTable({ plan }: { plan: SamplePlan }) {
  const sorted = plan.strata.toSorted((a, b) => b.population - a.population);
  const shown = sorted.slice(0, SHOWN);
  const left = sorted.length - shown.length;
  return (
    <div className={classes.strata}>
      <DataTable label="Strata" columns={columns(plan)} rows={shown} rowKey={(stratum) => stratum.key} />
      {left > 0 ? (
        <p className={classes.hint}>and {plural(left, 'smaller stratum', 'smaller strata')}</p>
      ) : null}
    </div>
  );
}
