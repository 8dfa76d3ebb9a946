import { memo } from 'react';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import type { Span } from '../../../shared/domain/rating.ts';
import type { Block } from '../../ui/transcript/code-blocks.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import { segmentsOf, spansWithin } from './segments.ts';
import { ANSWER } from './selection.ts';
import classes from './Transcript.module.css';

/** Marks the pane that the arrow keys scroll. */
export const ANSWER_PANE = 'answer-pane';

interface AnswerProps {
  item: ShownItem;
  spans: readonly Span[];
}

const drawn = (spans: readonly Span[]) => (block: Block) =>
  segmentsOf(block.text, spansWithin(spans, block.start, block.text.length)).map(
    ({ start, text, labels, ends }) =>
      labels.length === 0 ? (
        text
      ) : (
        <mark
          key={start}
          className={labels.length > 1 ? `${classes.span} ${classes.several}` : classes.span}
          data-ends={ends.length > 0 ? ends.join(', ') : undefined}
        >
          {text}
        </mark>
      ),
  );

/** The answer under judgement: its text exactly, labelled stretches underlined and named. Mount anew for each item. */
export const Answer = memo(function Answer({ item, spans }: AnswerProps) {
  const { text, parts } = item.answer;
  return (
    <div id={ANSWER_PANE} className={classes.pane} data-scrolls>
      {parts ? <Parts parts={parts} /> : null}
      <div id={ANSWER} className={classes.text} dir="auto">
        <MessageText text={text} draw={drawn(spans)} />
      </div>
    </div>
  );
});
