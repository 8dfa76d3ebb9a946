import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { useApp } from '../../store/app.ts';
import { count } from '../../ui/format.ts';
import classes from './Sample.module.css';
import type { Assigned } from './store.ts';

interface AssignResultProps {
  result: Assigned;
  /** Back to the plan, for a further assignment of the same sample. */
  onAgain: () => void;
}

/** What was planned, and where to go on. */
export function AssignResult({ result, onAgain }: AssignResultProps) {
  const t = useText(assignText);
  const navigate = useApp((state) => state.navigate);
  const { assignments, items, repeats, gold, repeated_names } = result;
  const sentences = [
    assignments === 0 ? t.nothingNew : '',
    repeated_names.length > 0 ? t.repeatedNames(repeated_names.join(', ')) : '',
    repeats > 0 ? t.repeats(repeats) : '',
    gold > 0 ? t.goldAmong(gold) : '',
  ].filter(Boolean);
  return (
    <section aria-label={t.assigned}>
      <div className={classes.top}>
        <p className={classes.headline} role="status">
          <span className={classes.big}>{count(assignments)}</span> {t.assignmentsOf(items)}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onAgain}>
            {t.again}
          </Button>
          <Button onClick={() => navigate('rate')}>{t.toRate}</Button>
        </div>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
    </section>
  );
}
