import { doneCount } from '../../store/rate/state.ts';
import { count } from '../../ui/format.ts';
import { SectionMenu } from '../../ui/frame/SectionMenu.tsx';
import { ActiveTime } from './ActiveTime.tsx';
import classes from './RateBar.module.css';
import { SaveState } from './SaveState.tsx';
import { useRate } from './useRate.ts';

/** On Rate the bar shows where one is, how far, the time spent, and whether all is saved. */
export function RateBar() {
  const position = useRate((state) => state.position);
  const total = useRate(({ queue }) => queue.length);
  const done = useRate(({ queue }) => doneCount(queue));
  return (
    <>
      <SectionMenu />
      {total === 0 ? null : (
        <div className={classes.bar}>
          <span className={classes.position}>
            {position === null
              ? `${count(done)} of ${count(total)}`
              : `${count(position + 1)} of ${count(total)}`}
          </span>
          <div
            className={classes.track}
            role="progressbar"
            aria-label="Done"
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={done}
            title={`${count(done)} done`}
          >
            <div className={classes.fill} style={{ transform: `scaleX(${done / total})` }} />
          </div>
          <ActiveTime />
          <SaveState />
        </div>
      )}
    </>
  );
}
