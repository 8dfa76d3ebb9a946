import { dimensionLabel, optionOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import classes from './Meaning.module.css';
import { useHeld, useRate } from './useRate.ts';

/** All that the rubric says of the current dimension: the question, and each option with its anchor and example. */
export function Meaning({ rubric }: { rubric: Rubric }) {
  const t = useText(railText);
  const dimension = useRate((state) => state.dimension);
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  const value = useHeld(({ rating }) => rating.values[dimension ?? ''], undefined);
  if (!entry) return null;
  const chosen = optionOf(entry, value);
  const says = entry.options.length > 0 || entry.question !== undefined;
  return (
    <section
      ref={reachedWhenItScrolls}
      className={classes.meaning}
      aria-label={t.meaningOf(dimensionLabel(entry))}
      aria-live="polite"
    >
      <div className={classes.head}>
        <span>{dimensionLabel(entry)}</span>
        <span>{t.escWhenDone(keyInWords('escape'))}</span>
      </div>
      {entry.question ? <p>{entry.question}</p> : null}
      {says ? null : <p>{t.noMeaning}</p>}
      <dl>
        {entry.options.map((option) => (
          <div key={option.value} className={classes.option} data-chosen={option === chosen}>
            <dt>
              {typeof option.value === 'number' ? <span>{option.value}</span> : null} {option.label}
            </dt>
            {option.anchor ? <dd>{option.anchor}</dd> : null}
            {option.example ? (
              <dd className={classes.example}>
                <span className="visually-hidden">{t.example}: </span>
                {option.example}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
