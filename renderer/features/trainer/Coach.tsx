import { useEffect, useState } from 'react';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { perMinute, taskOf } from './course.ts';
import classes from './Trainer.module.css';
import { TASKS } from './tasks.ts';
import type { CourseControls } from './useCourse.ts';

const TICK_MS = 1000;

/** What is to be done now, by which keys, and how far and how fast it goes. */
export function Coach({ controls }: { controls: CourseControls }) {
  const { t, course, material, keymap } = controls;
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const task = taskOf(course);
  if (!task) return null;
  return (
    <section className={classes.coach}>
      <progress
        className={classes.progress}
        max={TASKS.length}
        value={course.task}
        aria-label={t.step(course.task + 1, TASKS.length)}
      />
      <p className={classes.task} aria-live="polite">
        {course.missed ? <span className={classes.missed}>{t.notNow} </span> : null}
        {t.tasks[task.name]}{' '}
        <span className={classes.caps}>
          {task.caps(material, keymap).map((cap) => (
            <KeyCap key={cap} keys={cap} />
          ))}
        </span>
      </p>
      <p className={classes.pace}>
        <span>{t.step(course.task + 1, TASKS.length)}</span>
        <span>{t.speed(course.presses, perMinute(course, now))}</span>
      </p>
    </section>
  );
}
