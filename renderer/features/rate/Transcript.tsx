import { useMemo } from 'react';
import type { Span } from '../../../shared/domain/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { useApp } from '../../store/app.ts';
import { rubricAt } from '../../store/rate/version.ts';
import { useReadingStyle } from '../../ui/reading/useReadingStyle.ts';
import { RawView } from '../../ui/transcript/raw-view.ts';
import { Answer } from './Answer.tsx';
import { Context } from './Context.tsx';
import { Covered } from './Covered.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useFinding } from './find/finding.ts';
import { ReadAhead } from './ReadAhead.tsx';
import { Rewrite } from './Rewrite.tsx';
import { allLabels, SpanLabels } from './spans/labels.ts';
import classes from './Transcript.module.css';
import { usePainters } from './usePainters.ts';
import { useHeld } from './useRate.ts';
import { useReadingDesk } from './useReadingDesk.ts';

const NO_SPANS: readonly Span[] = [];
const NO_LABELS: readonly string[] = [];

/** What is read: the conversation, and the answer to judge set apart below it. */
export function Transcript() {
  const t = useText(readingText);
  const item = useHeld((held) => held.item, null);
  const spans = useHeld(({ rating }) => rating.spans, NO_SPANS);
  const rubric = useApp(({ rate, project }) => rubricAt(rate, project));
  const labels = useMemo(() => (rubric ? allLabels(rubric) : NO_LABELS), [rubric]);
  const isRaw = useReadingDesk((state) => state.isRaw);
  const isLifted = useReadingDesk(({ lifted }) => item !== null && lifted.has(item.assignment));
  const isFinding = useFinding(({ isOpen }) => isOpen);
  const style = useReadingStyle();
  usePainters();
  if (!item) return <div className={classes.transcript} />;
  const warning = isLifted ? null : item.warning;
  const answer = (
    <Answer key={item.assignment} answer={item.answer} assignment={item.assignment} spans={spans} />
  );
  return (
    <div className={classes.transcript} style={style}>
      <RawView value={isRaw}>
        <SpanLabels value={labels}>
          {isFinding ? <FindBar /> : null}
          <Context key={`context ${item.assignment}`} item={item} warning={warning} />
          <section className={classes.answer} aria-label={t.answerRegion}>
            <h2 className={classes.heading}>
              {t.answer}
              {isRaw ? <span className={classes.raw}>{t.rawMark}</span> : null}
            </h2>
            {warning?.answer ? (
              <Covered warning={warning} assignment={item.assignment}>
                {answer}
              </Covered>
            ) : (
              answer
            )}
          </section>
          <Rewrite />
        </SpanLabels>
      </RawView>
      <div className="visually-hidden" aria-live="polite">
        {warning ? t.warning.hidden(warning.kinds.map((kind) => t.warning.kinds[kind]).join(', ')) : ''}
      </div>
      <ReadAhead />
    </div>
  );
}
