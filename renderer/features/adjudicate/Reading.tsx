import { useMemo } from 'react';
import type { UnitShown } from '../../../shared/contract/adjudication.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { useReadingStyle } from '../../ui/reading/useReadingStyle.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { Message } from '../../ui/transcript/Message.tsx';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import classes from './Adjudicate.module.css';
import { spanMarks } from './spans.ts';

/** A long conversation starts at its end, next to the answer. */
function fromItsEnd(element: HTMLElement | null) {
  element?.scrollTo({ top: element.scrollHeight });
  return reachedWhenItScrolls(element);
}

const placed = <Thing,>(things: readonly Thing[]): [number, Thing][] => [...things.entries()];

/** The answer in its context, as on Rate, with what raters labelled in it. Mount anew for each unit. */
export function Reading({ shown }: { shown: UnitShown }) {
  const t = useText(adjudicateText);
  const style = useReadingStyle();
  const { context, answers, unit, ratings } = shown;
  return (
    <div className={classes.reading} style={style}>
      <section ref={fromItsEnd} className={classes.context} aria-label={t.conversation}>
        {placed(context).map(([place, message]) => (
          <Message key={place} message={message} />
        ))}
      </section>
      <div ref={reachedWhenItScrolls} className={classes.answers} data-count={answers.length}>
        {placed(answers).map(([place, message]) => (
          <Answer
            key={place}
            title={answers.length === 1 ? t.judged : t.answer(place + 1)}
            inQuestion={unit.candidate === place ? t.inQuestion : null}
            message={message}
            ratings={ratings}
            number={answers.length === 1 ? null : place}
          />
        ))}
      </div>
    </div>
  );
}

interface AnswerProps {
  title: string;
  inQuestion: string | null;
  message: UnitShown['answers'][number];
  ratings: UnitShown['ratings'];
  /** Among candidates. */
  number: number | null;
}

function Answer({ title, inQuestion, message, ratings, number }: AnswerProps) {
  const marks = useMemo(() => spanMarks(ratings, number), [ratings, number]);
  return (
    <section className={classes.answer} aria-label={title} data-in-question={inQuestion !== null}>
      <h2 className={classes.heading}>
        {title}
        {inQuestion === null ? null : <span className={classes.facts}>{inQuestion}</span>}
      </h2>
      <div className={classes.text}>
        {message.parts ? <Parts parts={message.parts} /> : null}
        <MessageText text={message.text} marks={marks} />
      </div>
    </section>
  );
}
