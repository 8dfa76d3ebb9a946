import { CANNOT_REASONS, gaps, type Rating, type Span } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { Close } from '../../ui/icons.tsx';
import { NoteField } from './NoteField.tsx';
import classes from './Notes.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

const NO_SPANS: readonly Span[] = [];

/** The labelled stretches, each with the way to take its label off. */
function LabelledText() {
  const t = useText(railText);
  const spans = useHeld(({ rating }) => rating.spans, NO_SPANS);
  const answer = useHeld(({ item }) => item.answer.text, '');
  if (spans.length === 0) return null;
  return (
    <ul className={classes.spans} aria-label={t.labelled}>
      {[...spans.entries()].map(([index, { start, end, label }]) => (
        <li key={`${start}-${end}-${label}`} className={classes.span}>
          <span className={classes.quote}>“{answer.slice(start, end)}”</span>
          <span className={classes.label}>{label}</span>
          <button
            type="button"
            className={classes.remove}
            aria-label={t.takeLabelOff(label)}
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

/** Asks for the words that carry a value, and says how they are marked. */
function WantedWords() {
  const t = useText(railText);
  return (
    <p className={classes.asks}>
      <span className={classes.wanted}>{t.markWords}</span>{' '}
      {t.markWordsHow(keyInWords('word.next'), keyInWords('word.extend'), keyInWords('label'))}
    </p>
  );
}

/** Why a dimension cannot be judged, in the rater's words. */
function WhyNotField() {
  const t = useText(railText);
  const dimension = useRate((state) => state.dimension) ?? '';
  const reason = useHeld(({ rating }) => rating.cannot[dimension], undefined);
  const isKnown = CANNOT_REASONS.some((known) => known === reason);
  return (
    <NoteField
      panel="cannotWhy"
      label={t.whyCannot}
      text={isKnown ? '' : (reason ?? '')}
      invite={t.write('')}
      action={(text) => ({ kind: 'cannot', dimension, reason: text.trim() === '' ? null : text.trim() })}
    />
  );
}

/** The reason of the values: there where it is given, wanted or being written; what is wanted waits while categories are chosen. */
function Why({ rubric }: { rubric: Rubric }) {
  const t = useText(railText);
  const open = useRate(({ panel }) => panel === 'rationale' || panel === 'snippets');
  const choosing = useRate(({ panel }) => panel === 'categories');
  const rationale = useHeld(({ rating }) => rating.rationale, '');
  const wanted = useHeld(({ rating }) => wantedRationale(rubric, rating), null);
  if (rationale === '' && !open && (wanted === null || choosing)) return null;
  return (
    <NoteField
      panel="rationale"
      label={t.why}
      text={rationale}
      wanted={wanted === null ? undefined : t[wanted]}
      invite={t.write(keyInWords('rationale'))}
      action={(text) => ({ kind: 'rationale', text })}
    />
  );
}

/** How it is said that a rationale is owed; null where none is. */
function wantedRationale(rubric: Rubric, rating: Rating): 'required' | 'requiredHere' | null {
  const gap = gaps(rubric, rating).find(({ wants }) => wants === 'rationale');
  const entry = rubric.dimensions.find(({ id }) => id === gap?.dimension);
  return entry ? (entry.rationale_required ? 'required' : 'requiredHere') : null;
}

/** What the rater adds to the values: labelled text, the reason, a question for the lead. Shows only what there is. */
export function Notes({ rubric }: { rubric: Rubric }) {
  const t = useText(railText);
  const explaining = useRate(({ panel }) => panel === 'cannotWhy');
  const choosing = useRate(({ panel }) => panel === 'categories');
  const wantsWords = useHeld(
    ({ rating }) => gaps(rubric, rating).some(({ wants }) => wants === 'spans'),
    false,
  );
  const flagged = useHeld(({ rating }) => rating.flagged, false);
  const question = useHeld(({ rating }) => rating.question, '');
  return (
    <>
      {explaining ? <WhyNotField /> : null}
      {wantsWords && !choosing ? <WantedWords /> : null}
      <LabelledText />
      <Why rubric={rubric} />
      {flagged ? (
        <NoteField
          panel="mark"
          label={t.forLead}
          invite={t.ask}
          text={question}
          action={(text) => ({ kind: 'flag', flagged: true, question: text })}
        />
      ) : null}
    </>
  );
}
