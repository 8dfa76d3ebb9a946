import { Checkbox } from '@mantine/core';
import type { RaterExchange } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { when } from '../../ui/format.ts';
import classes from './Exchange.module.css';

interface RaterTableProps {
  raters: readonly RaterExchange[];
  /** Names. */
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

/** More raters than these scroll within the table. */
const ROWS = 10;
const HEIGHT = 416;

/** Who has how much to do, when they last got a packet, and when one last came back; each can be chosen. */
export function RaterTable({ raters, chosen, onChoose }: RaterTableProps) {
  const t = useText(exchangeText);
  const names = raters.map(({ rater }) => rater.name);
  const toggle = (name: string): void =>
    onChoose(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const time = (at: string | null) =>
    at === null ? <span className={classes.soft}>{t.never}</span> : when(at);
  const columns: readonly Column<RaterExchange>[] = [
    {
      key: 'rater',
      title: t.rater,
      cell: ({ rater: { name } }) => (
        <Checkbox label={name} checked={chosen.includes(name)} onChange={() => toggle(name)} />
      ),
    },
    {
      key: 'done',
      title: t.done,
      number: true,
      width: '112px',
      cell: ({ done, assigned }) => t.doneOf(done, Math.max(assigned, done)),
    },
    { key: 'out', title: t.handedOut, width: '128px', cell: ({ handedOut }) => time(handedOut) },
    { key: 'back', title: t.cameBack, width: '128px', cell: ({ cameBack }) => time(cameBack) },
  ];
  const isAll = chosen.length === names.length;
  return (
    <div className={classes.raters}>
      {raters.length > 1 ? (
        <Checkbox
          label={t.all}
          checked={isAll}
          indeterminate={!isAll && chosen.length > 0}
          onChange={() => onChoose(isAll ? [] : names)}
        />
      ) : null}
      <DataTable
        label={t.handOut}
        columns={columns}
        rows={raters}
        rowKey={({ rater }) => rater.id}
        {...(raters.length > ROWS ? { height: HEIGHT } : {})}
      />
    </div>
  );
}
