import { Suspense, useEffect } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useApp } from '../../store/app.ts';
import { assignmentAt, currentOf } from '../../store/rate/state.ts';
import { lazily } from '../../ui/lazily.tsx';
import { Rail } from './Rail.tsx';
import classes from './RateScreen.module.css';
import { Transcript } from './Transcript.tsx';
import { useActivity } from './useActivity.ts';
import { useRate, useRateLater } from './useRate.ts';
import { useRateKeys } from './useRateKeys.ts';

// What is seldom seen is fetched when it is.
const QueueFailure = lazily(async () => (await import('./QueueFailure.tsx')).QueueFailure);
const Through = lazily(async () => (await import('./Through.tsx')).Through);
const Trouble = lazily(async () => (await import('./Trouble.tsx')).Trouble);

/** Says on the page itself that an item is shown and keys are answered: for tests and measurements. */
function useReadyMark(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    document.documentElement.dataset.ready = 'rate';
    return () => {
      delete document.documentElement.dataset.ready;
    };
  }, [ready]);
}

function Bench({ rubric }: { rubric: Rubric }) {
  const handlers = useRateKeys(rubric);
  const stage = useRate((state) => state.stage);
  const failure = useRate((state) => state.failure);
  const over = useRate((state) => state.stage === 'open' && assignmentAt(state) === null);
  const ready = useRate((state) => !state.waiting && currentOf(state) !== null);
  const troubled = useRate((state) => state.trouble !== null);
  useReadyMark(ready);
  if (failure) return <QueueFailure error={failure} />;
  if (over) return <Through />;
  if (stage !== 'open') return null;
  return (
    <main className={classes.bench}>
      <div className={classes.banner}>
        {troubled ? (
          <Suspense fallback={null}>
            <Trouble />
          </Suspense>
        ) : null}
      </div>
      <Transcript />
      <Rail rubric={rubric} handlers={handlers} />
    </main>
  );
}

/** Says each value as it is set, and what else was done, to those who do not see it. */
function Said() {
  const said = useRateLater(({ note }) => note.text);
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  );
}

/** Where raters spend their day: the answer is the page, the rubric its margin. */
export function RateScreen() {
  const rubric = useApp((state) => state.project?.rubric);
  useActivity();
  return (
    <>
      <Suspense fallback={null}>{rubric ? <Bench rubric={rubric} /> : null}</Suspense>
      <Said />
    </>
  );
}
