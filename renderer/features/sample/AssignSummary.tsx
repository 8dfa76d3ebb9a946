import { Button } from '@mantine/core';
import type { SampleSummary } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { count } from '../../ui/format.ts';
import { tidyNames } from './assign-form.ts';
import { assignmentGuidance } from './guidance.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

interface AssignSummaryProps {
  sample: SampleSummary;
  /** True when the plan can be made. */
  possible: boolean;
}

/** What the assignment would mean, and the button that makes it. */
export function AssignSummary({ sample, possible }: AssignSummaryProps) {
  const t = useText(assignText);
  const { assign } = useSample();
  const raters = tidyNames(assign.raters).length;
  const guidance = assignmentGuidance(sample.items, raters, Number(assign.overlap));
  const before = sample.assignments > 0 ? [t.hasAlready(sample.assignments)] : [];
  return (
    <section aria-label={t.plan}>
      <div className={classes.top}>
        <p className={classes.headline}>
          <span className={classes.big}>{count(sample.items)}</span> {t.itemsToAssign(sample.items)}
        </p>
        <Button type="submit" disabled={!possible}>
          {t.assign(sample.items)}
        </Button>
      </div>
      <div aria-live="polite">
        {[...guidance, ...before].map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </div>
    </section>
  );
}
