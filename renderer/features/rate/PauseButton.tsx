import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { keyInWords } from '../../keys/labels.ts';
import { keepFocus } from './Option.tsx';
import classes from './RateBar.module.css';
import { desk, useRate } from './useRate.ts';

/** Veils the screen and stops the time, as its key does. */
export function PauseButton() {
  const t = useText(queueText);
  const paused = useRate((state) => state.paused);
  return (
    <button
      type="button"
      className={classes.pause}
      aria-label={t.pause}
      aria-pressed={paused}
      title={t.pauseHint(keyInWords('pause'))}
      onMouseDown={keepFocus}
      onClick={() => desk().pause(!paused)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 3.5v9M11 3.5v9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  );
}
