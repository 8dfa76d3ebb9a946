import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { capFor } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { keepFocus } from './Option.tsx';
import classes from './Rail.module.css';
import { desk } from './useRate.ts';
import { useStepSaid } from './useUndoWords.ts';

/** Names what undo would take back, before it does; with the mouse it does. Redo is named where there is something to bring back. */
export function UndoLine({ rubric }: { rubric: Rubric }) {
  const t = useText(queueText);
  const undo = useStepSaid(rubric, 'undo');
  const redo = useStepSaid(rubric, 'redo');
  return (
    <div className={classes.steps}>
      <button
        type="button"
        className={classes.step}
        disabled={undo === null}
        title={undo ?? undefined}
        aria-keyshortcuts={capFor('undo')}
        onMouseDown={keepFocus}
        onClick={desk().undo}
      >
        <KeyCap keys={capFor('undo')} decorative />
        <span>{undo ?? t.nothingToUndo}</span>
      </button>
      {redo === null ? null : (
        <button
          type="button"
          className={classes.redo}
          title={redo}
          aria-label={redo}
          aria-keyshortcuts={capFor('redo')}
          onMouseDown={keepFocus}
          onClick={desk().redo}
        >
          ↷
        </button>
      )}
    </div>
  );
}
