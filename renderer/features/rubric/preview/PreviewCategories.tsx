import { capOf } from '../../../keys/labels.ts';
import { letterKeys } from '../../../keys/rubric-keys.ts';
import { KeyCap } from '../../../ui/KeyCap.tsx';
import classes from './Preview.module.css';
import type { PreviewPart } from './PreviewDimension.tsx';
import { toggleCategory } from './state.ts';

/** The categories a marked value asks for, with their letters while they are chosen. */
export function PreviewCategories({ entry, trial, onChange }: PreviewPart) {
  const names = entry.categories ?? [];
  const keys = letterKeys(names);
  const open = trial.choosing && trial.dimension === entry.id;
  return (
    <div className={classes.categories}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          tabIndex={-1}
          className={classes.category}
          aria-pressed={trial.rating.categories.includes(name)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(toggleCategory(trial, name))}
        >
          {open ? <KeyCap keys={capOf(keys.get(name) ?? '')} decorative /> : null}
          {name}
        </button>
      ))}
    </div>
  );
}
