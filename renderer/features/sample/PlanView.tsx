import { Button } from '@mantine/core';
import type { SamplePlan } from '../../../shared/contract/sampling.ts';
import type { Answer } from '../../ui/asking.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count } from '../../ui/format.ts';
import { Warning } from '../../ui/icons.tsx';
import { planGuidance } from './guidance.ts';
import classes from './Sample.module.css';
import { StrataTable } from './StrataTable.tsx';

interface PlanViewProps {
  plan: Answer<SamplePlan>;
  /** What the form still wants, or null when the plan can be asked for. */
  missing: string | null;
  /** True when the draw can be made. */
  possible: boolean;
}

/** What the draw would give: how many of how many, what that means, and stratum by stratum; and the button that draws. */
export function PlanView({ plan: { value, error, loading }, missing, possible }: PlanViewProps) {
  if (missing !== null) return <p className={classes.hint}>{missing}</p>;
  if (error) return <ErrorNote error={error} />;
  if (!value) return <p className={classes.hint}>Counting…</p>;
  return (
    <section aria-label="Plan" aria-busy={loading}>
      <div className={classes.top}>
        <p className={classes.headline}>
          <span className={classes.big}>{count(value.items)}</span> of {count(value.population)} answers
        </p>
        <Button type="submit" disabled={!possible}>
          Draw the sample
        </Button>
      </div>
      <div aria-live="polite">
        {planGuidance(value).map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
        {value.warnings.map((sentence) => (
          <p key={sentence} className={classes.warning}>
            <Warning />
            <span>{sentence}</span>
          </p>
        ))}
      </div>
      {value.strata.length > 1 ? <StrataTable plan={value} /> : null}
    </section>
  );
}
