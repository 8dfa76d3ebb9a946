import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { capFor } from '../../keys/labels.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Coach } from './Coach.tsx';
import { PracticeAnswer } from './PracticeAnswer.tsx';
import { PracticeRail } from './PracticeRail.tsx';
import { Result } from './Result.tsx';
import classes from './Trainer.module.css';
import { useCourse } from './useCourse.ts';

/** Two minutes of practice in place of the screen; it can be left at any time, and nothing of it is kept. */
export function TrainerScreen() {
  const leave = () => useApp.getState().showOverlay(null);
  const controls = useCourse(leave);
  const { t, course } = controls;
  useEffect(() => {
    const { desk } = useApp.getState();
    desk.flush();
    // Practice is no work on the item that waits.
    desk.setAway('practising', true);
    return () => desk.setAway('practising', false);
  }, []);
  return (
    <main className={classes.screen} aria-label={t.title}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t.title}</h1>
        <span className={classes.lead}>{t.lead}</span>
        <Button
          size="xs"
          variant="default"
          aria-keyshortcuts={capFor('escape')}
          rightSection={<KeyCap keys={capFor('escape')} decorative />}
          onClick={leave}
        >
          {t.leave}
        </Button>
      </header>
      {course.endedAt === null ? (
        <>
          <Coach controls={controls} />
          <div className={classes.bench}>
            <PracticeAnswer controls={controls} />
            <PracticeRail controls={controls} />
          </div>
        </>
      ) : (
        <Result controls={controls} onLeave={leave} />
      )}
    </main>
  );
}
