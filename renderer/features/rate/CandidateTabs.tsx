import { gaps, judgementOf } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { capFor } from '../../keys/labels.ts';
import { Check } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Comparison.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useRate } from './useRate.ts';
import { useLookedAt, useWhole } from './useWhole.ts';

interface TabProps {
  rubric: Rubric;
  number: number;
  place: number;
}

function Tab({ rubric, number, place }: TabProps) {
  const t = useText(comparisonText);
  const active = useLookedAt() === number;
  const done = useWhole(({ rating }) => gaps(rubric, judgementOf(rating, number)).length === 0, false);
  return (
    <button
      type="button"
      className={classes.tab}
      aria-pressed={active}
      onMouseDown={keepFocus}
      onClick={() => desk().look(number)}
    >
      {t.answer(place)}
      {done ? (
        <>
          <Check size={14} />
          <span className="visually-hidden">{t.done}</span>
        </>
      ) : null}
    </button>
  );
}

/** Which answer the dimensions below are about, and which are done. */
export function CandidateTabs({ rubric }: { rubric: Rubric }) {
  const t = useText(comparisonText);
  const candidates = useWhole(({ item }) => item.candidates, null);
  const asked = useRate(({ dimension }) => dimension !== null);
  if (!candidates) return null;
  return (
    <fieldset className={classes.tabs} data-current={asked} aria-label={t.answers}>
      {candidates.map(({ number }, index) => (
        <Tab key={number} rubric={rubric} number={number} place={index + 1} />
      ))}
      <span className={classes.walk}>
        <KeyCap keys={capFor('candidate.previous')} decorative />
        <KeyCap keys={capFor('candidate.next')} decorative />
      </span>
    </fieldset>
  );
}
