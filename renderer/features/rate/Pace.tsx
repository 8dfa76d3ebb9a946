import { useEffect, useMemo } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { useApp } from '../../store/app.ts';
import { doneCount } from '../../store/rate/state.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './RateBar.module.css';
import { useRateLater } from './useRate.ts';

/** Below this much active time a rate says nothing: milliseconds. */
const TELLING = 60_000;
/** Counted anew when the hand has been still for a moment after an item is finished: milliseconds. */
const SETTLED = 1500;
const HOUR = 3_600_000;

const midnight = (): string => new Date(new Date().setHours(0, 0, 0, 0)).toISOString();

/** The rater's own pace: items finished today, and in an hour of active time. Nobody else is shown it. */
export function Pace() {
  const t = useText(queuePagesText);
  const rater = useApp((state) => state.person?.id ?? null);
  const done = useRateLater(({ queue }) => doneCount(queue));
  const since = useMemo(midnight, []);
  const { value, reload } = useCall('pace.since', rater === null ? null : { rater, since });
  useEffect(() => {
    if (done === 0) return;
    const timer = setTimeout(() => void reload(), SETTLED);
    return () => clearTimeout(timer);
  }, [done, reload]);
  if (!value) return null;
  const { items, activeMs } = value;
  const rate = items > 0 && activeMs >= TELLING ? Math.round((items * HOUR) / activeMs) : null;
  return (
    <span className={classes.pace} title={t.paceHint}>
      {t.pace(rate, items)}
    </span>
  );
}
