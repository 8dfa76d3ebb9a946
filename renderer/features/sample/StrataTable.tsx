import type { StratumCount } from '../../../shared/contract/sampling.ts';
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

function columns(strata: readonly StratumCount[]): readonly Column<StratumCount>[] {
  const population = Math.max(1, ...strata.map((stratum) => stratum.population));
  const drawn = Math.max(1, ...strata.map((stratum) => stratum.drawn));
  return [
    { key: 'key', title: 'Stratum', cell: (stratum) => stratum.key },
    { key: 'there', title: 'In the project', number: true, width: '112px', cell: (s) => count(s.population) },
    { key: 'bar', title: '', width: '20%', cell: (s) => <Bar share={s.population / population} /> },
    { key: 'drawn', title: 'Drawn', number: true, width: '88px', cell: (s) => count(s.drawn) },
    { key: 'drawnBar', title: '', width: '20%', cell: (s) => <Bar drawn share={s.drawn / drawn} /> },
  ];
}

/** Population against draw, the largest strata first. */
export function StrataTable({ strata }: { strata: readonly StratumCount[] }) {
  const sorted = strata.toSorted((a, b) => b.population - a.population);
  const shown = sorted.slice(0, SHOWN);
  const left = sorted.length - shown.length;
  return (
    <div className={classes.strata}>
      <DataTable label="Strata" columns={columns(strata)} rows={shown} rowKey={(stratum) => stratum.key} />
      {left > 0 ? (
        <p className={classes.hint}>and {plural(left, 'smaller stratum', 'smaller strata')}</p>
      ) : null}
    </div>
  );
}
