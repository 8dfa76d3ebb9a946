import type { ReactNode } from 'react';
import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { keyInWords } from '../../keys/labels.ts';
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
  const t = useText(frameText);
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
          aria-label={t.allKeys}
          title={t.keysHint(keyInWords('help'))}
          onClick={() => showOverlay('help')}
        >
          ?
        </button>
      </div>
    </header>
  );
}
