import { type Dimension, isMarked } from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { letterKeys } from '../../keys/rubric-keys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Categories.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

const NONE: readonly string[] = [];

/** The categories a marked value asks for, each with its letter. */
export function Categories({ entry }: { entry: Dimension }) {
  const marked = useHeld(({ rating }) => isMarked(entry, rating.values[entry.id]), false);
  const chosen = useHeld(({ rating }) => rating.categories, NONE);
  const open = useRate(({ panel }) => panel === 'categories');
  if (!marked) return null;
  const names = entry.categories ?? NONE;
  const keys = letterKeys(names);
  const wanted = chosen.length === 0;
  return (
    <fieldset className={classes.categories} aria-label="Categories">
      <p className={wanted ? `${classes.hint} ${classes.wanted}` : classes.hint}>
        {wanted ? 'Which categories? At least one' : 'Categories'}
        {open ? '; Esc when done' : ''}
      </p>
      <div className={classes.list}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.category}
            aria-pressed={chosen.includes(name)}
            onMouseDown={keepFocus}
            onClick={() => desk().category(name)}
          >
            {open ? <KeyCap keys={capOf(keys.get(name) ?? '')} decorative /> : null}
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
