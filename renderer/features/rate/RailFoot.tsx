import { comparisonGaps } from '../../../shared/domain/comparison.ts';
import { gaps, type Rating } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { capFor } from '../../keys/labels.ts';
import { isComparison } from '../../store/rate/looking.ts';
import type { Held } from '../../store/rate/state.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { keepFocus } from './Option.tsx';
import classes from './Rail.module.css';
import { SkipWhy } from './SkipWhy.tsx';
import { UndoLine } from './UndoLine.tsx';
import { useHeld, useRate } from './useRate.ts';
import type { RateHandlers } from './useRateKeys.ts';

const COMMANDS = [
  'rationale',
  'rewrite',
  'label',
  'meaning',
  'skip',
  'mark',
  'guidelines',
  'cannot',
] as const;

/** What Enter does, by how the rating stands. */
const SUBMIT = { draft: 'submit', submitted: 'submitted', skipped: 'skipped' } as const satisfies Record<
  Rating['status'],
  string
>;

/** Answers that are compared have no rewrite; what is said of one alone needs a dimension that asks for it. */
const isOfComparison = ({ dimensions }: Rubric, id: (typeof COMMANDS)[number]): boolean =>
  id !== 'rewrite' && (dimensions.length > 0 || !['label', 'meaning', 'cannot'].includes(id));

const isComplete = (rubric: Rubric, held: Held): boolean =>
  isComparison(held)
    ? comparisonGaps(rubric, held.rating, held.item.candidates.length).length === 0
    : gaps(rubric, held.rating).length === 0;

/** The quiet line, the other keys, what undo would take, and submit. */
export function RailFoot({ rubric, handlers }: { rubric: Rubric; handlers: RateHandlers }) {
  const t = useText(queueText);
  const note = useRate((state) => (state.note.shown ? state.note.text : ''));
  const flagged = useHeld(({ rating }) => rating.flagged, false);
  const status = useHeld(({ rating }) => rating.status, 'draft');
  const complete = useHeld((held) => isComplete(rubric, held), false);
  const compares = useHeld(isComparison, false);
  const commands = COMMANDS.filter((id) => !compares || isOfComparison(rubric, id));
  const isSkipping = useRate(({ panel }) => panel === 'skipWhy');
  return (
    <div className={classes.foot}>
      {isSkipping ? <SkipWhy /> : null}
      <p className={classes.quiet}>{note}</p>
      <div className={classes.commands}>
        {commands.map((id) => (
          <button
            key={id}
            type="button"
            className={classes.command}
            aria-keyshortcuts={capFor(id)}
            aria-pressed={id === 'mark' ? flagged : undefined}
            onMouseDown={keepFocus}
            onClick={handlers[id]}
          >
            <KeyCap keys={capFor(id)} decorative compact />
            {t.commands[id]}
          </button>
        ))}
      </div>
      <UndoLine rubric={rubric} />
      <button
        type="button"
        className={classes.submit}
        data-complete={complete && status === 'draft'}
        aria-keyshortcuts={capFor('submit')}
        onMouseDown={keepFocus}
        onClick={handlers.submit}
      >
        {t[SUBMIT[status]]}
        <KeyCap keys={capFor('submit')} decorative />
      </button>
    </div>
  );
}
