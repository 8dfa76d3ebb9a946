import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { focusOnMount } from '../../ui/focus.ts';
import { duration } from '../../ui/format.ts';
import { perMinute } from './course.ts';
import classes from './Trainer.module.css';
import type { CourseControls } from './useCourse.ts';

interface ResultProps {
  controls: CourseControls;
  onLeave: () => void;
}

/** How it went, once all is done. */
export function Result({ controls, onLeave }: ResultProps) {
  const { t, course, again } = controls;
  const elapsed = (course.endedAt ?? 0) - (course.startedAt ?? 0);
  return (
    <section className={classes.result}>
      <h2 className={classes.finished}>{t.finished}</h2>
      <p role="status">
        {t.result(duration(elapsed), course.presses, perMinute(course, course.endedAt ?? 0))}{' '}
        {t.misses(course.misses)}
      </p>
      <div className={classes.ways}>
        <Button ref={focusOnMount} onClick={onLeave}>
          {t.close}
        </Button>
        <Button variant="default" onClick={again}>
          {t.again}
        </Button>
        <Button variant="default" onClick={() => useApp.getState().showOverlay('keys')}>
          {t.changeKeys}
        </Button>
      </div>
    </section>
  );
}
