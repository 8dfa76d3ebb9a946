import { memo, use, useEffect, useMemo, useRef } from 'react';
import type { ShownMessage } from '../../../shared/contract/rating.ts';
import type { Span } from '../../../shared/domain/rating.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import { keepSelection } from '../../ui/transcript/selection-keeper.ts';
import { ANSWER, ANSWER_PANE } from './answer-element.ts';
import { ANSWER_TEXT } from './find/hits.ts';
import { useHeldSpan } from './spans/held.ts';
import { withHeld } from './spans/in-hand.ts';
import { SpanLabels } from './spans/labels.ts';
import { marksOf } from './spans/marks.ts';
import classes from './Transcript.module.css';

interface AnswerProps {
  answer: ShownMessage;
  assignment: string;
  spans: readonly Span[];
}

/** The answer under judgement: its text exactly, labelled stretches underlined and named. Mount anew for each item. */
export const Answer = memo(function Answer({ answer, assignment, spans }: AnswerProps) {
  const { text, parts } = answer;
  const element = useRef<HTMLDivElement>(null);
  const labels = use(SpanLabels);
  const held = useHeldSpan(({ held }) => (held?.assignment === assignment ? held : null));
  const marks = useMemo(
    () => marksOf(withHeld(spans, held), labels, held?.span ?? null),
    [spans, labels, held],
  );
  useEffect(() => (element.current ? keepSelection(element.current) : undefined), []);
  return (
    <div ref={reachedWhenItScrolls} id={ANSWER_PANE} className={classes.pane} data-scrolls>
      {parts ? <Parts parts={parts} id={ANSWER_TEXT} /> : null}
      <div ref={element} id={ANSWER} className={classes.text} data-text={ANSWER_TEXT}>
        <MessageText text={text} marks={marks} />
      </div>
    </div>
  );
});
