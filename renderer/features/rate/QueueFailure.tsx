import type { Failure } from '../../../shared/contract/result.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import classes from './RateScreen.module.css';
import { desk } from './useRate.ts';

/** Why the queue or the item cannot be shown, and the way to try again. */
export function QueueFailure({ error }: { error: Failure }) {
  return (
    <div className={classes.note}>
      <ErrorNote error={error} onRetry={() => void desk().open()} />
    </div>
  );
}
