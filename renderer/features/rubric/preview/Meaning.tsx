import { gaps } from '../../../../shared/domain/rating.ts';
import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { railText } from '../../../catalogue/rail.ts';
import { capsOf } from '../words.ts';
import classes from './Preview.module.css';
import { explain, type Trial } from './state.ts';

interface MeaningProps {
  rubric: Rubric;
  trial: Trial;
  onChange: (trial: Trial) => void;
}

/** What the options of the current dimension mean; the field for the rationale where one is due. */
export function Meaning({ rubric, trial, onChange }: MeaningProps) {
  const rail = useText(railText);
  const entry = rubric.dimensions.find(({ id }) => id === trial.dimension);
  const owes = gaps(rubric, trial.rating).some(({ wants }) => wants === 'rationale');
  const anchored = entry?.options.some(({ anchor }) => anchor) ?? false;
  return (
    <>
      {owes || trial.rating.rationale !== '' ? (
        <label className={classes.why}>
          {rail.why}
          <textarea
            className={classes.text}
            rows={2}
            value={trial.rating.rationale}
            onChange={(event) => onChange(explain(trial, event.currentTarget.value))}
          />
        </label>
      ) : null}
      {entry && anchored ? (
        <dl className={classes.meaning}>
          {entry.options.map(({ value, label, anchor }, index) => (
            <div key={value}>
              <dt>{capsOf(entry, rubric)[index]}</dt>
              <dd>{anchor ?? label}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {entry?.question && !anchored ? <p className={classes.meaning}>{entry.question}</p> : null}
    </>
  );
}
