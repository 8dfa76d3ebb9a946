import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { learningText } from '../../catalogue/learning.ts';
import { capFor, keyInWords } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { focusOnMount } from '../../ui/focus.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { AgreedTable } from './AgreedTable.tsx';
import classes from './Lesson.module.css';
import { desk, useHeld, useRate } from './useRate.ts';

/** Right after a submit: the known answer beside the rater's own. One key goes on; undo takes the submit back. */
export function Lesson({ rubric }: { rubric: Rubric }) {
  const t = useText(learningText);
  const lesson = useRate((state) => state.lesson);
  const own = useHeld(({ rating }) => rating.values, null);
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
