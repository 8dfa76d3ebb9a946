import { Button } from '@mantine/core';
import type { Progress } from '../../shared/contract/events.ts';
import { useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import { phaseText } from '../catalogue/phases.ts';
import { useApp } from '../store/app.ts';
import { pace } from '../store/jobs.ts';
import { bytes, count, duration, percent } from './format.ts';
import classes from './JobBar.module.css';

interface JobBarProps {
  /** The slot given to `runJob`. Shows nothing while the slot is free. */
  slot: string;
  /** Where a job tells of its parts one by one: how far it is with all of them. */
  overall?: ((progress: Progress) => Pick<Progress, 'done' | 'total'>) | undefined;
}

type Texts = (typeof controlsText)['en'];

const amount = (t: Texts, unit: Progress['unit'], value: number): string =>
  unit === 'bytes' ? bytes(value) : t.amount[unit](count(value));

function figures(t: Texts, progress: Progress, rate: number | null, left: number | null): string {
  const { unit, done, total } = progress;
  const parts = [total === null ? amount(t, unit, done) : `${percent(total === 0 ? 1 : done / total)}`];
  if (rate !== null) parts.push(t.aSecond(amount(t, unit, Math.round(rate))));
  if (left !== null) parts.push(t.left(duration(left)));
  return parts.join(' · ');
}

/** A running job: what it does, how far, how fast, how long still, and Cancel. */
export function JobBar({ slot, overall }: JobBarProps) {
  const t = useText(controlsText);
  const { phase } = useText(phaseText);
  const job = useApp((state) => state.jobs[slot]);
  const cancel = useApp((state) => state.cancelJob);
  if (!job) return null;
  const told = job.progress;
  const progress = told && overall ? { ...told, ...overall(told) } : told;
  const { rate, left } = pace({ ...job, progress }, Date.now());
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  return (
    <div className={classes.job}>
      <div className={classes.words}>
        <span>{progress?.phase ? t.doing(job.title, phase(progress.phase)) : job.title}</span>
        <span className={classes.figures}>{progress ? figures(t, progress, rate, left) : t.starting}</span>
      </div>
      <Button size="xs" variant="default" disabled={job.cancelling} onClick={() => void cancel(slot)}>
        {job.cancelling ? t.cancelling : t.cancel}
      </Button>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={job.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div
          className={share === null ? `${classes.fill} ${classes.unknown}` : classes.fill}
          style={share === null ? undefined : { transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
