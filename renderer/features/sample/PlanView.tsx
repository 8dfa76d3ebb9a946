import { Button } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { Answer } from '../../ui/asking.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count } from '../../ui/format.ts';
import { planGuidance } from './guidance.ts';
import classes from './Sample.module.css';
import { StrataTable } from './StrataTable.tsx';

interface PlanViewProps {
  plan: Answer<OutputOf<'sample.plan'>>;
  /** The size asked for; null while the form cannot be used. */
  asked: number | null;
  /** True when the draw can be made. */
  possible: boolean;
}

/** What the draw would give: how many of how many, what that means, and stratum by stratum; and the button that draws. */
export function PlanView({ plan: { value, error, loading }, asked, possible }: PlanViewProps) {
  if (error) return <ErrorNote error={error} />;
  if (asked === null) return <p className={classes.hint}>Correct the marked field to see the plan.</p>;
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
        {planGuidance(value, asked).map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {value.strata.length > 1 ? <StrataTable strata={value.strata} /> : null}
    </section>
  );
}
