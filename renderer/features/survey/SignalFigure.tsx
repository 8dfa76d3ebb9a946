import { useMemo } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { ValueFigure } from './ValueFigure.tsx';
import { SIGNAL_TITLES } from './words.ts';

const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'];

/** How often each signal came, and the stars given. */
export function SignalFigure({ feedback }: { feedback: SurveyReport['feedback'] }) {
  const signals = useMemo(() => {
    const all = feedback.signals.reduce((sum, { n }) => sum + n, 0);
    const top = feedback.signals.map(({ signal, n }) => ({
      value: SIGNAL_TITLES[signal] ?? signal,
      n,
      share: n / all,
    }));
    return { top, other: 0, absent: 0 };
  }, [feedback]);
  const stars = useMemo(() => {
    const all = feedback.stars.reduce((sum, n) => sum + n, 0);
    const top = feedback.stars.map((n, index) => ({ value: STARS[index] ?? '', n, share: n / all }));
    return { top: all === 0 ? [] : top, other: 0, absent: 0 };
  }, [feedback]);
  return (
    <>
      <ValueFigure caption="Signals" values={signals} />
      <ValueFigure caption="Stars" values={stars} />
    </>
  );
}
