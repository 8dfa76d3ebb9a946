import { useEffect, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { assignmentAt } from '../../store/rate/state.ts';
import { duration } from '../../ui/format.ts';
import classes from './RateBar.module.css';
import { desk, useRate } from './useRate.ts';

/** Active time on the item, told once a second; stands still while nobody is there. */
export function ActiveTime() {
  const t = useText(queueText);
  const assignment = useRate(assignmentAt);
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const read = () => setMs(assignment === null ? 0 : desk().activeMs(assignment));
    read();
    const timer = setInterval(read, 1000);
    return () => clearInterval(timer);
  }, [assignment]);
  return (
    <span className={classes.time} title={t.activeTime} aria-hidden="true">
      {assignment === null ? '' : duration(Math.floor(ms / 1000) * 1000)}
    </span>
  );
}
