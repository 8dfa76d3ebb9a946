import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { count, plural } from '../../ui/format.ts';
import classes from './Sample.module.css';
import type { Assigned } from './store.ts';

interface AssignResultProps {
  result: Assigned;
  /** Back to the plan, for a further assignment of the same sample. */
  onAgain: () => void;
}

/** What was planned, and where to go on. */
export function AssignResult({ result, onAgain }: AssignResultProps) {
  const navigate = useApp((state) => state.navigate);
  const { assignments, items, repeats, gold, repeated_names } = result;
  const sentences = [
    assignments === 0 ? 'Nothing new: each item has as many of these raters as asked already.' : '',
    repeated_names.length > 0
      ? `Named more than once, and taken for one rater: ${repeated_names.join(', ')}.`
      : '',
    repeats > 0 ? `${plural(repeats, 'hidden repeat')} among them.` : '',
    gold > 0 ? `${plural(gold, 'assignment')} with a known answer.` : '',
  ].filter(Boolean);
  return (
    <section aria-label="Assigned">
      <div className={classes.top}>
        <p className={classes.headline} role="status">
          <span className={classes.big}>{count(assignments)}</span> assignments of {plural(items, 'item')}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onAgain}>
            Assign again…
          </Button>
          <Button onClick={() => navigate('rate')}>Go to Rate</Button>
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
