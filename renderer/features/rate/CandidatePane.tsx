import { memo, use, useEffect, useMemo, useRef } from 'react';
import type { ContentWarning, ShownItem } from '../../../shared/contract/rating.ts';
import { isWinner } from '../../../shared/domain/preference.ts';
import type { Rating, Span } from '../../../shared/domain/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { capOf } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import { keepSelection } from '../../ui/transcript/selection-keeper.ts';
import { ANSWER, ANSWER_PANE } from './answer-element.ts';
import classes from './Comparison.module.css';
import { Covered } from './Covered.tsx';
import { ANSWER_TEXT } from './find/hits.ts';
import { useHeldSpan } from './spans/held.ts';
import { withHeld } from './spans/in-hand.ts';
import { SpanLabels } from './spans/labels.ts';
import { marksOf } from './spans/marks.ts';
import { desk, useRate } from './useRate.ts';
import { useLookedAt, useWhole } from './useWhole.ts';

interface CandidatePaneProps {
  assignment: string;
  candidate: ShownItem['candidates'][number];
  /** In the order shown, counted from 1. */
  place: number;
  warning: ContentWarning | null;
}

const NO_SPANS: readonly Span[] = [];

/** How this answer stands: that it is the better one, or that none is. */
function useVerdict(number: number): string {
  const t = useText(comparisonText);
  const preference = useWhole<Rating['preference']>(({ rating }) => rating.preference, null);
  if (!preference) return '';
  const { choice, strength } = preference;
  if (!isWinner(choice)) return t.none[choice];
  if (choice !== number) return '';
  return strength === null ? t.better : t.strengths[strength];
}

/** One of the answers that are compared. The one looked at is what keys scroll, select in and judge. Mount anew for each item. */
export const CandidatePane = memo(function CandidatePane(props: CandidatePaneProps) {
  const { assignment, candidate, place, warning } = props;
  const { number, message } = candidate;
  const t = useText(comparisonText);
  const active = useLookedAt() === number;
  const asking = useRate(({ dimension }) => dimension === null);
  const verdict = useVerdict(number);
  const heading = `candidate-${place}`;
  const text = <CandidateText assignment={assignment} number={number} message={message} active={active} />;
  return (
    <section
      className={classes.pane}
      aria-labelledby={heading}
      aria-current={active}
      data-better={verdict !== '' && asking ? undefined : verdict !== ''}
      onMouseDown={() => desk().look(number)}
    >
      <h3 id={heading} className={classes.name}>
        {asking ? <KeyCap keys={capOf(`Digit${place}`)} decorative /> : null}
        {t.answer(place)}
        <span className={classes.verdict}>{verdict}</span>
      </h3>
      {warning ? (
        <Covered warning={warning} assignment={assignment}>
          {text}
        </Covered>
      ) : (
        text
      )}
    </section>
  );
});

interface CandidateTextProps {
  assignment: string;
  number: number;
  message: ShownItem['answer'];
  active: boolean;
}

function CandidateText({ assignment, number, message, active }: CandidateTextProps) {
  const { text, parts } = message;
  const element = useRef<HTMLDivElement>(null);
  const labels = use(SpanLabels);
  const spans = useWhole(({ rating }) => rating.candidates[number]?.spans ?? NO_SPANS, NO_SPANS);
  const inHand = useHeldSpan(({ held }) => (active && held?.assignment === assignment ? held : null));
  const marks = useMemo(
    () => marksOf(withHeld(spans, inHand), labels, inHand?.span ?? null),
    [spans, labels, inHand],
  );
  useEffect(() => (element.current ? keepSelection(element.current) : undefined), []);
  const name = active ? ANSWER_TEXT : `candidate.${number}`;
  return (
    <div
      ref={reachedWhenItScrolls}
      id={active ? ANSWER_PANE : undefined}
      className={classes.scroll}
      data-scrolls
    >
      {parts ? <Parts parts={parts} id={name} /> : null}
      <div ref={element} id={active ? ANSWER : undefined} className={classes.text} data-text={name}>
        <MessageText text={text} marks={marks} />
      </div>
    </div>
  );
}
