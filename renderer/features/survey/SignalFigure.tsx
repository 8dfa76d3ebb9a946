import { useMemo } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { ValueFigure } from './ValueFigure.tsx';

/** How often each signal came, and the stars given. */
export function SignalFigure({ feedback }: { feedback: SurveyReport['feedback'] }) {
  const t = useText(surveyText);
  const signals = useMemo(() => {
    const titles: Readonly<Record<string, string>> = t.signals;
    const all = feedback.signals.reduce((sum, { n }) => sum + n, 0);
    const top = feedback.signals.map(({ signal, n }) => ({
      value: titles[signal] ?? signal,
      n,
      share: n / all,
    }));
    return { top, other: 0, absent: 0 };
  }, [t, feedback]);
  const stars = useMemo(() => {
    const all = feedback.stars.reduce((sum, n) => sum + n, 0);
    const top = feedback.stars.map((n, index) => ({ value: t.stars(index + 1), n, share: n / all }));
    return { top: all === 0 ? [] : top, other: 0, absent: 0 };
  }, [t, feedback]);
  return (
    <>
      <ValueFigure caption={t.signalsCaption} values={signals} />
      <ValueFigure caption={t.starsCaption} values={stars} />
    </>
  );
}
