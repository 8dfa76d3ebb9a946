import { clockTime } from '../../ui/format.ts';
import classes from './RateBar.module.css';
import { useRateLater } from './useRate.ts';

/** Whether what is on the screen is on the disk. Says saved only when nothing is on its way. */
export function SaveState() {
  const unsaved = useRateLater((state) => state.unsaved);
  const lost = useRateLater((state) => state.trouble?.lost.length ?? 0);
  const savedAt = useRateLater((state) => state.savedAt);
  if (lost > 0)
    return (
      <span className={classes.status} data-state="lost">
        {lost} not saved
      </span>
    );
  if (unsaved > 0) {
    return (
      <span className={classes.status} data-state="saving">
        {unsaved === 1 ? 'saving…' : `saving ${unsaved}…`}
      </span>
    );
  }
  return (
    <span className={classes.status} data-state="saved">
      {savedAt === null ? '' : `saved ${clockTime(savedAt)}`}
    </span>
  );
}
