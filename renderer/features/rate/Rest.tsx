import { useEffect, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import classes from './RateScreen.module.css';
import { desk } from './useRate.ts';

/** How often it is looked whether a rest is due: milliseconds. */
const LOOK_EVERY = 15_000;
const MINUTE = 60_000;

/** Suggests a pause after so many minutes of work without one; put off, it comes again after as long. */
export function Rest({ minutes }: { minutes: number }) {
  const t = useText(queuePagesText);
  const [worked, setWorked] = useState(0);
  const [putOff, setPutOff] = useState(0);
  useEffect(() => {
    const look = () => setWorked(Math.floor(desk().sinceRest() / MINUTE));
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  const due = worked < putOff ? minutes : putOff + minutes;
  if (worked < due) return null;
  return (
    <div className={classes.quietNote} role="status">
      <p>{t.restSuggested(worked)}</p>
      <button type="button" className={classes.quietButton} onClick={() => desk().pause(true)}>
        {t.pause}
      </button>
      <button type="button" className={classes.quietButton} onClick={() => setPutOff(worked)}>
        {t.later}
      </button>
    </div>
  );
}
