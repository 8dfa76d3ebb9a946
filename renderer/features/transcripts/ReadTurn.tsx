import { type RefObject, useEffect, useState } from 'react';
import { marksIn } from '../../../shared/search/excerpt.ts';
import type { TextQuestion } from '../../../shared/search/question.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { ReadMessage } from './ReadMessage.tsx';
import classes from './Transcripts.module.css';
import { firstShown, type Turn } from './turns.ts';

interface ReadTurnProps {
  turn: Turn;
  question: TextQuestion | null;
  /** Hears the keys that turn to the next alternative. */
  pane: RefObject<HTMLElement | null>;
}

/** A message, or the alternatives at its place, one at a time. */
export function ReadTurn({ turn, question, pane }: ReadTurnProps) {
  const t = useText(transcriptsText);
  const many = turn.messages.length;
  const [at, setAt] = useState(() =>
    firstShown(turn, ({ text }) => question !== null && marksIn(question, text).length > 0),
  );
  useEffect(() => {
    const element = pane.current;
    if (!element || many < 2) return;
    const onTurn = (event: Event) => {
      if (event instanceof CustomEvent) setAt((own) => (own + Number(event.detail) + many) % many);
    };
    element.addEventListener('candidate', onTurn);
    return () => element.removeEventListener('candidate', onTurn);
  }, [pane, many]);
  const message = turn.messages[at];
  if (!message) return null;
  return (
    <section className={many > 1 ? `${classes.turn} ${classes.branching}` : classes.turn}>
      {many > 1 ? (
        <fieldset className={classes.candidates}>
          <legend className="visually-hidden">{t.alternatives}</legend>
          {turn.messages.map(({ candidate, model }, index) => (
            <button
              key={candidate}
              type="button"
              className={classes.candidate}
              aria-pressed={index === at}
              onClick={() => setAt(index)}
            >
              {t.answer(index + 1, model)}
            </button>
          ))}
        </fieldset>
      ) : null}
      <ReadMessage key={message.candidate} message={message} question={question} />
    </section>
  );
}
