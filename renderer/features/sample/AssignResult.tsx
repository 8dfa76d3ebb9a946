import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count, plural } from '../../ui/format.ts';
import classes from './Sample.module.css';
import type { Assigned } from './store.ts';

type Row = readonly [name: string, items: number];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'rater', title: 'Rater', cell: ([name]) => name },
  { key: 'items', title: 'Items to judge', number: true, width: '136px', cell: ([, items]) => count(items) },
];

interface AssignResultProps {
  result: Assigned;
  /** Back to the plan, for a further assignment of the same sample. */
  onAgain: () => void;
}

/** What was planned: the work of each rater, and how well the raters can be compared. */
export function AssignResult({ result, onAgain }: AssignResultProps) {
  const navigate = useApp((state) => state.navigate);
  const { assignments, items, per_rater, smallest_pair, repeats, gold } = result;
  const rows = Object.entries(per_rater);
  const sentences = [
    assignments === 0 ? 'Nothing new: these raters have all of these items already.' : '',
    rows.length > 1 ? `The two raters who share fewest have ${plural(smallest_pair, 'item')} in common.` : '',
    repeats > 0 ? `${plural(repeats, 'hidden repeat')} among them.` : '',
    gold > 0 ? `${plural(gold, 'assignment')} with a known answer.` : '',
  ].filter(Boolean);
  return (
    <section aria-label="Assigned">
      <div className={classes.top}>
        <p className={classes.headline} role="status">
          <span className={classes.big}>{count(assignments)}</span> assignments of {plural(items, 'item')}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onAgain}>
            Assign again…
          </Button>
          <Button onClick={() => navigate('rate')}>Go to Rate</Button>
        </div>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      <div className={classes.perRater}>
        <DataTable label="Items by rater" columns={COLUMNS} rows={rows} rowKey={([name]) => name} />
      </div>
    </section>
  );
}
