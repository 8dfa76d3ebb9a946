import { PREFERENCE } from '../../../shared/domain/comparison.ts';
import { isWinner, type NoWinner } from '../../../shared/domain/preference.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { learningText } from '../../catalogue/learning.ts';
import { capFor, keyInWords } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import type { Held } from '../../store/rate/state.ts';
import { focusOnMount } from '../../ui/focus.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { AgreedTable } from './AgreedTable.tsx';
import classes from './Lesson.module.css';
import { desk, useHeld, useRate } from './useRate.ts';
import { useWhole } from './useWhole.ts';

/** Of a comparison the place of the answer that the rater found better, from 1, or why there is none. */
function preferredPlace({ item, rating }: Held): number | NoWinner | null {
  const choice = rating.preference?.choice ?? null;
  if (!isWinner(choice)) return choice;
  return item.candidates.findIndex(({ number }) => number === choice) + 1;
}

/** Right after a submit: the known answer beside the rater's own. One key goes on; undo takes the submit back. */
export function Lesson({ rubric }: { rubric: Rubric }) {
  const t = useText(learningText);
  const lesson = useRate((state) => state.lesson);
  const values = useHeld(({ rating }) => rating.values, null);
  const preferred = useWhole(preferredPlace, null);
  const own = preferred === null ? values : { [PREFERENCE]: preferred };
  const { learnt, undo } = desk();
  useKeys({
    scope: 'rate',
    exclusive: true,
    handlers: { submit: learnt, next: learnt, escape: learnt, undo },
  });
  if (!lesson) return null;
  const { agreed } = lesson;
  return (
    <aside className={classes.lesson} aria-label={t.title}>
      <h2 ref={focusOnMount} tabIndex={-1} className={classes.title}>
        {agreed.source === 'gold' ? t.goldTitle : t.title}
      </h2>
      <AgreedTable rubric={rubric} own={own} agreed={agreed} />
      <p className={classes.hint}>{t.changeHint(keyInWords('undo'))}</p>
      <button type="button" className={classes.button} onClick={learnt}>
        {t.goOn}
        <KeyCap keys={capFor('submit')} decorative />
      </button>
    </aside>
  );
}
