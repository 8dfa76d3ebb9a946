import { Suspense, useEffect } from 'react';
import { candidateRubric } from '../../../shared/domain/comparison.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useKeymap } from '../../keys/current.ts';
import { useApp } from '../../store/app.ts';
import { isComparison } from '../../store/rate/looking.ts';
import { assignmentAt, currentOf } from '../../store/rate/state.ts';
import { rubricAt } from '../../store/rate/version.ts';
import { lazily } from '../../ui/lazily.tsx';
import { Banner } from './Banner.tsx';
import { Rail } from './Rail.tsx';
import classes from './RateScreen.module.css';
import { Transcript } from './Transcript.tsx';
import { useActivity } from './useActivity.ts';
import { usePlace } from './usePlace.ts';
import { useHeld, useRate, useRateLater } from './useRate.ts';
import { type RateHandlers, useRateKeys } from './useRateKeys.ts';
import { useTypedAhead } from './useTypedAhead.ts';

// What is seldom seen is fetched when it is.
const QueueFailure = lazily(async () => (await import('./QueueFailure.tsx')).QueueFailure);
const Through = lazily(async () => (await import('./Through.tsx')).Through);
const Comparison = lazily(async () => (await import('./Comparison.tsx')).Comparison);
const ComparisonRail = lazily(async () => (await import('./ComparisonRail.tsx')).ComparisonRail);
const Veil = lazily(async () => (await import('./Veil.tsx')).Veil);
const Lesson = lazily(async () => (await import('./Lesson.tsx')).Lesson);
const RoundPage = lazily(async () => (await import('./RoundPage.tsx')).RoundPage);

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

interface BenchRailProps {
  compares: boolean;
  rubric: Rubric;
  handlers: RateHandlers;
}

function BenchRail({ compares, rubric, handlers }: BenchRailProps) {
  if (!compares) return <Rail rubric={rubric} handlers={handlers} />;
  return (
    <Suspense fallback={<aside />}>
      <ComparisonRail rubric={rubric} handlers={handlers} />
    </Suspense>
  );
}

function Bench({ rubric: whole }: { rubric: Rubric }) {
  const compares = useHeld(isComparison, false);
  const rubric = compares ? candidateRubric(whole) : whole;
  const handlers = useRateKeys(rubric);
  // Every cap of the rail is drawn anew when the keys change.
  const keymap = useKeymap(({ version }) => version);
  const stage = useRate((state) => state.stage);
  const failure = useRate((state) => state.failure);
  const over = useRate((state) => state.stage === 'open' && assignmentAt(state) === null);
  const ready = useRate((state) => !state.waiting && currentOf(state) !== null);
  const learning = useRate((state) => state.lesson !== null);
  const paused = useRate((state) => state.paused);
  useReadyMark(ready);
  usePlace();
  useTypedAhead();
  if (failure) return <QueueFailure error={failure} />;
  if (over) return <Through />;
  if (stage !== 'open') return null;
  return (
    <main className={classes.bench} data-wide={compares}>
      <Banner />
      {compares ? (
        <Suspense fallback={<div />}>
          <Comparison rubric={rubric} />
        </Suspense>
      ) : (
        <Transcript />
      )}
      {learning ? (
        <Suspense fallback={null}>
          <Lesson rubric={rubric} />
        </Suspense>
      ) : (
        <BenchRail key={keymap} compares={compares} rubric={rubric} handlers={handlers} />
      )}
      {paused ? (
        <Suspense fallback={<div className={classes.veiled} />}>
          <Veil />
        </Suspense>
      ) : null}
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
  const rubric = useApp(({ rate, project }) => rubricAt(rate, project));
  const round = useRate((state) => state.round);
  useActivity();
  return (
    <>
      <Suspense fallback={null}>
        {rubric ? (
          round === null ? (
            <Bench rubric={rubric} />
          ) : (
            <RoundPage key={round} rubric={rubric} round={round} />
          )
        ) : null}
      </Suspense>
      <Said />
    </>
  );
}
