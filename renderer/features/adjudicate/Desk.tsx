import type { Rubric } from '../../../shared/domain/rubric.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Adjudicate.module.css';
import { DecisionPanel } from './DecisionPanel.tsx';
import { QueueList } from './QueueList.tsx';
import { Ratings } from './Ratings.tsx';
import { Reading } from './Reading.tsx';
import { openUnit, unitOf } from './state.ts';
import { useAdjudicate } from './store.ts';
import { useAdjudicateKeys } from './useAdjudicateKeys.ts';
import { useReread } from './useReread.ts';
import { entryOf } from './words.ts';

interface DeskProps {
  rubric: Rubric;
  /** Units of the state that is listed, as the queue was last read. */
  total: number;
}

/** The queue at the left, the answer and its ratings in the middle, the decision at the right. */
export function Desk({ rubric, total }: DeskProps) {
  const unit = useAdjudicate(openUnit);
  const changes = useAdjudicate((state) => state.changes);
  const { value, error, reload } = useCall('adjudication.unit', unit && unitOf(unit));
  useReread(changes, reload);
  const isThis =
    unit !== null &&
    value?.unit.item === unit.item &&
    value.unit.dimension === unit.dimension &&
    value.unit.candidate === unit.candidate;
  const shown = isThis ? value : null;
  useAdjudicateKeys(rubric, unit, shown);
  const entry = unit && entryOf(rubric, unit);
  return (
    <div className={classes.desk}>
      <QueueList rubric={rubric} total={total} />
      <article className={classes.page}>
        {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
        {unit && shown ? (
          <>
            <Reading key={`${unit.item} ${unit.candidate} ${unit.dimension}`} shown={shown} />
            <Ratings shown={shown} entry={entry} />
          </>
        ) : null}
      </article>
      {unit ? <DecisionPanel rubric={rubric} unit={unit} entry={entry} shown={shown} /> : null}
    </div>
  );
}
