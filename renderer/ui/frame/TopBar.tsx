import type { ReactNode } from 'react';
import { useApp } from '../../store/app.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import classes from './TopBar.module.css';

interface TopBarProps {
  /** What stands right of the mark: the project and its sections, or the state of the rating. */
  children: ReactNode;
}

/** The slim bar over every screen of a project. */
export function TopBar({ children }: TopBarProps) {
  const showOverlay = useApp((state) => state.showOverlay);
  return (
    <header className={classes.bar}>
      <span className={classes.mark}>Touchstone</span>
      <div className={classes.middle}>{children}</div>
      <div className={classes.right}>
        <PersonMenu />
        <ThemeButton />
        <button
          type="button"
          className={`${classes.button} ${classes.square}`}
          aria-label="All keys"
          title="All keys (?)"
          onClick={() => showOverlay('help')}
        >
          ?
        </button>
      </div>
    </header>
  );
}
