import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { RaterWork } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { pairSentence } from './guidance.ts';
import { HandOn } from './HandOn.tsx';
import { PairTable } from './PairTable.tsx';
import classes from './Sample.module.css';

const columnsIn = ({ columns }: typeof assignText.en): readonly Column<RaterWork>[] => [
  { key: 'rater', title: columns.rater, cell: ({ rater }) => rater },
  { key: 'done', title: columns.done, number: true, width: '96px', cell: ({ done }) => count(done) },
  { key: 'open', title: columns.open, number: true, width: '96px', cell: ({ open }) => count(open) },
];

interface WorkStateProps {
  sample: string;
  state: OutputOf<'assign.state'>;
  /** Called when work was handed on. */
  onChange: () => void;
}

/** Who has what of a sample by now, how far the raters can be compared, and what to do when one of them leaves. */
export function WorkState({ sample, state: { raters, pairs }, onChange }: WorkStateProps) {
  const t = useText(assignText);
  const [leaving, setLeaving] = useState(false);
  if (raters.length === 0) return null;
  const hasOpen = raters.some(({ open }) => open > 0);
  return (
    <section className={classes.list} aria-label={t.soFar}>
      <div className={classes.top}>
        <h2 className={classes.label}>{t.soFar}</h2>
        {hasOpen && !leaving ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setLeaving(true)}>
            {t.leaves}
          </Button>
        ) : null}
      </div>
      {leaving ? (
        <HandOn sample={sample} raters={raters} onDone={onChange} onClose={() => setLeaving(false)} />
      ) : null}
      <div className={classes.sides}>
        <DataTable label={t.workOfEach} columns={columnsIn(t)} rows={raters} rowKey={({ rater }) => rater} />
        <div>
          <p className={classes.sentence}>{pairSentence(pairs)}</p>
          <PairTable pairs={pairs} />
        </div>
      </div>
    </section>
  );
}
