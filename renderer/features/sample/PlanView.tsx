import { Button } from '@mantine/core';
import type { SamplePlan } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { sampleText } from '../../catalogue/sample.ts';
import type { Answer } from '../../ui/asking.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count } from '../../ui/format.ts';
import { Warning } from '../../ui/icons.tsx';
import { planGuidance } from './guidance.ts';
import classes from './Sample.module.css';
import { StrataTable } from './StrataTable.tsx';

interface PlanViewProps {
  plan: Answer<SamplePlan> & { reload: () => Promise<void> };
  /** What the form still wants, or null when the plan can be asked for. */
  missing: string | null;
  /** True when the draw can be made. */
  possible: boolean;
  /** True where answers side by side are drawn. */
  comparisons: boolean;
}

/** What the draw would give: how many of how many, what that means, and stratum by stratum; and the button that draws. */
export function PlanView({
  plan: { value, error, loading, reload },
  missing,
  possible,
  comparisons,
}: PlanViewProps) {
  const t = useText(sampleText);
  const { ofPopulation } = useText(comparisonLeadText);
  if (missing !== null) return <p className={classes.hint}>{missing}</p>;
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={classes.hint}>{t.counting}</p>;
  return (
    <section aria-label={t.plan} aria-busy={loading}>
      <div className={classes.top}>
        <p className={classes.headline}>
          <span className={classes.big}>{count(value.items)}</span>{' '}
          {comparisons ? ofPopulation(count(value.population)) : t.ofAnswers(count(value.population))}
        </p>
        <Button type="submit" disabled={!possible}>
          {t.draw}
        </Button>
      </div>
      <div aria-live="polite">
        {planGuidance(value, comparisons ? 'comparison' : 'answer').map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
        {value.warnings.map((sentence) => (
          <p key={sentence} className={classes.warning}>
            <Warning />
            <span lang="en">{sentence}</span>
          </p>
        ))}
      </div>
      {value.strata.length > 1 ? <StrataTable plan={value} /> : null}
    </section>
  );
}
