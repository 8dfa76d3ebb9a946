import type { Dimension } from '../../../shared/domain/rubric.ts';
import { isMarked } from '../../../shared/domain/value.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { capOf, keyInWords } from '../../keys/labels.ts';
import { letterKeys } from '../../keys/rubric-keys.ts';
import { Announced } from '../../ui/Announced.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Categories.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

const NONE: readonly string[] = [];

/** What was chosen, while something else is asked: pressed, it is chosen anew. */
function Chosen({ entry, names }: { entry: Dimension; names: readonly string[] }) {
  const t = useText(railText);
  const choose = () => {
    desk().jump(entry.id);
    desk().panel('categories');
  };
  return (
    <button
      type="button"
      className={classes.chosen}
      aria-label={t.chosenCategories(names.join(', '))}
      onMouseDown={keepFocus}
      onClick={choose}
    >
      <span className={classes.hint}>{t.categories}:</span> <strong>{names.join(', ')}</strong>
    </button>
  );
}

/** The categories a marked value asks for, each with its letter; those chosen alone once they are. */
export function Categories({ entry }: { entry: Dimension }) {
  const t = useText(railText);
  const marked = useHeld(({ rating }) => isMarked(entry, rating.values[entry.id]), false);
  const all = useHeld(({ rating }) => rating.categories, NONE);
  const open = useRate(({ panel, dimension }) => panel === 'categories' && dimension === entry.id);
  if (!marked) return null;
  const names = entry.categories ?? NONE;
  const chosen = names.filter((name) => all.includes(name));
  const wanted = chosen.length === 0;
  if (!open && !wanted) return <Chosen entry={entry} names={chosen} />;
  const keys = letterKeys(names);
  const read = (name: string) => `${capOf(keys.get(name) ?? '')} ${name}`;
  return (
    <fieldset className={classes.categories} aria-label={t.categories}>
      {open ? <Announced text={`${t.whichCategories}: ${names.map(read).join(', ')}`} /> : null}
      <p className={wanted ? `${classes.hint} ${classes.wanted}` : classes.hint}>
        {wanted ? t.whichCategories : t.categories}
        {open && !wanted ? `; ${t.goesOn(keyInWords('submit'))}` : ''}
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
