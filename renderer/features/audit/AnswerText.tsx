import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import classes from './Audit.module.css';
import { type LabelledSpan, numbered, segments } from './spans.ts';

interface AnswerTextProps {
  answer: string;
  spans: readonly LabelledSpan[];
}

/** The answer with the stretches raters labelled: underlined and numbered, each with label and pseudonym below. */
export function AnswerText({ answer, spans }: AnswerTextProps) {
  const t = useText(auditText);
  const notes = numbered(spans);
  return (
    <>
      <p className={classes.answer}>
        {segments(answer, notes).map(({ start, text, spans: over, ending }) =>
          over.length === 0 ? (
            <span key={start}>{text}</span>
          ) : (
            <mark
              key={start}
              className={over.length > 1 ? `${classes.span} ${classes.overlap}` : classes.span}
            >
              {text}
              {ending.length > 0 ? (
                <sup className={classes.note}>{ending.map(({ number }) => number).join(', ')}</sup>
              ) : null}
            </mark>
          ),
        )}
      </p>
      {notes.length > 0 ? (
        <ol className={classes.notes} aria-label={t.stretches}>
          {notes.map(({ number, label, rater, start, end }) => (
            <li key={number}>
              <span className={classes.note}>{number}</span> {label}{' '}
              <span className={classes.hint}>{t.stretch(rater, answer.slice(start, end))}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
