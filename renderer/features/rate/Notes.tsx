import { gaps, type Span } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { Close } from '../../ui/icons.tsx';
import { NoteField } from './NoteField.tsx';
import classes from './Notes.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

const NO_SPANS: readonly Span[] = [];

/** The labelled stretches, each with the way to take its label off. */
function LabelledText() {
  const spans = useHeld(({ rating }) => rating.spans, NO_SPANS);
  const answer = useHeld(({ item }) => item.answer.text, '');
  if (spans.length === 0) return null;
  return (
    <ul className={classes.spans} aria-label="Labelled text">
      {[...spans.entries()].map(([index, { start, end, label }]) => (
        <li key={`${start}-${end}-${label}`} className={classes.span}>
          <span className={classes.quote}>“{answer.slice(start, end)}”</span>
          <span className={classes.label}>{label}</span>
          <button
            type="button"
            className={classes.remove}
            aria-label={`Take the label ${label} off`}
            onMouseDown={keepFocus}
            onClick={() => desk().removeSpan(index)}
          >
            <Close size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the rater adds to the values: labelled text, the reason, a question for the lead. Shows only what there is. */
export function Notes({ rubric }: { rubric: Rubric }) {
  const panel = useRate((state) => state.panel);
  const rationale = useHeld(({ rating }) => rating.rationale, '');
  const wanted = useHeld(
    ({ rating }) => gaps(rubric, rating).some(({ wants }) => wants === 'rationale'),
    false,
  );
  const flagged = useHeld(({ rating }) => rating.flagged, false);
  const question = useHeld(({ rating }) => rating.question, '');
  return (
    <>
      <LabelledText />
      {rationale !== '' || wanted || panel === 'rationale' ? (
        <NoteField
          panel="rationale"
          label="Why"
          text={rationale}
          wanted={wanted ? 'required at this value' : undefined}
          invite="Write (C)"
          action={(text) => ({ kind: 'rationale', text })}
        />
      ) : null}
      {flagged ? (
        <NoteField
          panel="mark"
          label="Marked for the lead"
          invite="Ask a question"
          text={question}
          action={(text) => ({ kind: 'flag', flagged: true, question: text })}
        />
      ) : null}
    </>
  );
}
