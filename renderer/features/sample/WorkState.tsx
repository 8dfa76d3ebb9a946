import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { RaterWork } from '../../../shared/contract/sampling.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { pairSentence } from './guidance.ts';
import { HandOn } from './HandOn.tsx';
import { PairTable } from './PairTable.tsx';
import classes from './Sample.module.css';

const COLUMNS: readonly Column<RaterWork>[] = [
  { key: 'rater', title: 'Rater', cell: ({ rater }) => rater },
  { key: 'done', title: 'Done', number: true, width: '96px', cell: ({ done }) => count(done) },
  { key: 'open', title: 'Open', number: true, width: '96px', cell: ({ open }) => count(open) },
];

interface WorkStateProps {
  sample: string;
  state: OutputOf<'assign.state'>;
  /** Called when work was handed on. */
  onChange: () => void;
}

/** Who has what of a sample by now, how far the raters can be compared, and what to do when one of them leaves. */
export function WorkState({ sample, state: { raters, pairs }, onChange }: WorkStateProps) {
  const [leaving, setLeaving] = useState(false);
  if (raters.length === 0) return null;
  const hasOpen = raters.some(({ open }) => open > 0);
  return (
    <section className={classes.list} aria-label="Assigned so far">
      <div className={classes.top}>
        <h2 className={classes.label}>Assigned so far</h2>
        {hasOpen && !leaving ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setLeaving(true)}>
            A rater leaves…
          </Button>
        ) : null}
      </div>
      {leaving ? (
        <HandOn sample={sample} raters={raters} onDone={onChange} onClose={() => setLeaving(false)} />
      ) : null}
      <div className={classes.sides}>
        <DataTable label="Work of each rater" columns={COLUMNS} rows={raters} rowKey={({ rater }) => rater} />
        <div>
          <p className={classes.sentence}>{pairSentence(pairs)}</p>
          <PairTable pairs={pairs} />
        </div>
      </div>
    </section>
  );
}
