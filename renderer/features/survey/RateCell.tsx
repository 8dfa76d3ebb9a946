import type { Rate } from '../../../shared/survey/wilson.ts';
import classes from './Survey.module.css';
import { intervalText, percent } from './words.ts';

/** A rate in a table, its 95 % interval under it; a dash where there was nothing to count. */
export function RateCell({ rate }: { rate: Rate }) {
  if (rate.value === null || rate.ci === null) return <>–</>;
  return (
    <>
      <span className={classes.rate}>{percent(rate.value)}</span>
      <span className={classes.interval}>{intervalText(rate.ci)}</span>
    </>
  );
}
