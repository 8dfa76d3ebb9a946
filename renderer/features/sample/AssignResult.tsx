import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, plural } from '../../ui/format.ts';
import classes from './Sample.module.css';
import type { Assigned } from './store.ts';

type Row = readonly [name: string, items: number];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'rater', title: 'Rater', cell: ([name]) => name },
  { key: 'items', title: 'Items to judge', number: true, cell: ([, items]) => count(items) },
];

/** What was planned: the work of each rater, and how well the raters can be compared. */
export function AssignResult({ result }: { result: Assigned }) {
  const navigate = useApp((state) => state.navigate);
  const { assignments, items, per_rater, smallest_pair, repeats, gold } = result;
  const rows = Object.entries(per_rater);
  const extra = [
    repeats > 0 ? `${plural(repeats, 'hidden repeat')} among them.` : '',
    gold > 0 ? `${plural(gold, 'item')} with a known answer.` : '',
  ];
  return (
    <section aria-label="Assigned" className={classes.assigned}>
      <p className={classes.headline} role="status">
        <span className={classes.big}>{count(assignments)}</span> assignments of {plural(items, 'item')}
      </p>
      {rows.length > 1 ? (
        <p className={classes.sentence}>
          The two raters who share fewest have {plural(smallest_pair, 'item')} in common.
        </p>
      ) : null}
      {extra.filter(Boolean).map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      <DataTable label="Items by rater" columns={COLUMNS} rows={rows} rowKey={([name]) => name} />
      <Button className={classes.onward} variant="default" onClick={() => navigate('rate')}>
        Go to Rate
      </Button>
    </section>
  );
}
