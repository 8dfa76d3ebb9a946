import { Suspense } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { useApp } from '../../store/app.ts';
import { doneCount } from '../../store/rate/state.ts';
import { count } from '../../ui/format.ts';
import { SectionMenu } from '../../ui/frame/SectionMenu.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { ActiveTime } from './ActiveTime.tsx';
import { PauseButton } from './PauseButton.tsx';
import classes from './RateBar.module.css';
import { SaveState } from './SaveState.tsx';
import { useRate } from './useRate.ts';

const Pace = lazily(async () => (await import('./Pace.tsx')).Pace);

/** On Rate the bar shows where one is, how far, the time spent, and whether all is saved. */
export function RateBar() {
  const t = useText(queueText);
  const position = useRate((state) => state.position);
  const total = useRate(({ queue }) => queue.length);
  const done = useRate(({ queue }) => doneCount(queue));
  const showsPace = useApp((state) => state.project?.settings.showPace ?? false);
  return (
    <>
      <SectionMenu />
      {total === 0 ? null : (
        <div className={classes.bar}>
          <span className={classes.position}>
            {t.position(count(position === null ? done : position + 1), count(total))}
          </span>
          <div
            className={classes.track}
            role="progressbar"
            aria-label={t.done}
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={done}
            title={t.doneOf(count(done), count(total))}
          >
            <div className={classes.fill} style={{ transform: `scaleX(${done / total})` }} />
          </div>
          <ActiveTime />
          <PauseButton />
          <Suspense fallback={null}>{showsPace ? <Pace /> : null}</Suspense>
          <SaveState />
        </div>
      )}
    </>
  );
}
