import { capOf } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { keepFocus } from './Option.tsx';
import classes from './PickMenu.module.css';
import { desk } from './useRate.ts';

export interface Pick {
  code: string;
  label: string;
  onPick: () => void;
}

interface PickMenuProps {
  title: string;
  picks: readonly Pick[];
}

/** A short list answered by one key; Esc leaves it. While it is there, the keys mean its lines. */
export function PickMenu({ title, picks }: PickMenuProps) {
  useKeys({
    scope: 'rate',
    exclusive: true,
    plain: (code) => picks.find((pick) => pick.code === code)?.onPick,
    handlers: { escape: () => desk().panel(null) },
  });
  return (
    <fieldset className={classes.menu} aria-label={title}>
      <p className={classes.title}>{title}; Esc to leave</p>
      <div className={classes.list}>
        {picks.map(({ code, label, onPick }) => (
          <button key={code} type="button" className={classes.pick} onMouseDown={keepFocus} onClick={onPick}>
            <KeyCap keys={capOf(code)} decorative />
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
