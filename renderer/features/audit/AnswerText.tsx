import classes from './Audit.module.css';
import { type LabelledSpan, segments } from './spans.ts';

interface AnswerTextProps {
  answer: string;
  spans: readonly LabelledSpan[];
}

const describe = (spans: readonly LabelledSpan[]): string =>
  spans.map(({ label, rater }) => `${label} (${rater})`).join(', ');

/** The answer with the stretches raters labelled: underlined, the label and the rater's pseudonym where each ends. */
export function AnswerText({ answer, spans }: AnswerTextProps) {
  return (
    <p className={classes.answer}>
      {segments(answer, spans).map(({ start, text, spans: over, ending }) =>
        over.length === 0 ? (
          <span key={start}>{text}</span>
        ) : (
          <mark
            key={start}
            className={over.length > 1 ? `${classes.span} ${classes.overlap}` : classes.span}
            title={describe(over)}
          >
            {text}
            {ending.length > 0 ? <span className={classes.spanLabel}> {describe(ending)} </span> : null}
          </mark>
        ),
      )}
    </p>
  );
}
