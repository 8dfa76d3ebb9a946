import { gaps, type Rating } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ActionId } from '../../keys/keymap.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { keepFocus } from './Option.tsx';
import classes from './Rail.module.css';
import { useHeld, useRate } from './useRate.ts';
import type { RateHandlers } from './useRateKeys.ts';

const COMMANDS = [
  { id: 'rationale', cap: 'C', label: 'Why' },
  { id: 'rewrite', cap: 'R', label: 'Rewrite' },
  { id: 'label', cap: 'H', label: 'Label text' },
  { id: 'skip', cap: 'X', label: 'Skip' },
  { id: 'mark', cap: 'M', label: 'Mark' },
  { id: 'guidelines', cap: 'G', label: 'Guidelines' },
] as const satisfies readonly { id: ActionId; cap: string; label: string }[];

/** What Enter does, by how the rating stands. */
const SUBMIT: Record<Rating['status'], string> = {
  draft: 'Submit and next',
  submitted: 'Submitted. Next',
  skipped: 'Skipped. Next',
};

/** The quiet line, the other keys, and submit. */
export function RailFoot({ rubric, handlers }: { rubric: Rubric; handlers: RateHandlers }) {
  const note = useRate((state) => (state.note.shown ? state.note.text : ''));
  const flagged = useHeld(({ rating }) => rating.flagged, false);
  const status = useHeld(({ rating }) => rating.status, 'draft');
  const complete = useHeld(({ rating }) => gaps(rubric, rating).length === 0, false);
  return (
    <div className={classes.foot}>
      <p className={classes.quiet}>{note}</p>
      <div className={classes.commands}>
        {COMMANDS.map(({ id, cap, label }) => (
          <button
            key={id}
            type="button"
            className={classes.command}
            aria-keyshortcuts={cap}
            aria-pressed={id === 'mark' ? flagged : undefined}
            onMouseDown={keepFocus}
            onClick={handlers[id]}
          >
            <KeyCap keys={cap} decorative />
            {label}
          </button>
        ))}
      </div>
      <button
        type="button"
        className={classes.submit}
        data-complete={complete && status === 'draft'}
        aria-keyshortcuts="Enter"
        onMouseDown={keepFocus}
        onClick={handlers.submit}
      >
        {SUBMIT[status]}
        <KeyCap keys="Enter" decorative />
      </button>
    </div>
  );
}
