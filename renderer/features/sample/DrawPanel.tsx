import { useDebouncedValue } from '@mantine/hooks';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction, useCall } from '../../ui/useCall.ts';
import { DrawFields } from './DrawFields.tsx';
import { drawParameters, missingWords } from './draw-form.ts';
import { PlanBar } from './PlanBar.tsx';
import { PlanView } from './PlanView.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';
import { usePlan } from './usePlan.ts';

const SLOT = 'draw';

/** The draw: what to draw at the left, what that gives at the right, counted again as the form changes. */
export function DrawPanel() {
  const t = useText(sampleText);
  const { draw: form, set } = useSample();
  const runJob = useApp((state) => state.runJob);
  const refreshProject = useApp((state) => state.refreshProject);
  const fields = useCall('sample.fields', {});
  const checked = drawParameters(form);
  const [settled] = useDebouncedValue(checked.ok ? { ...checked.parameters, rate: checked.rate } : null, 250);
  const plan = usePlan(settled);
  const draw = useAction(async (parameters: DrawParameters) => {
    const drawn = await runJob(SLOT, t.drawing, 'sample.draw', parameters);
    if (drawn.ok) {
      await refreshProject();
      set({ sample: drawn.value.sample, step: 'assign', assigned: null });
    }
    return drawn;
  });
  const population = plan.error ? 0 : (plan.value?.population ?? 0);
  const possible = checked.ok && population > 0 && !draw.busy;
  return (
    <form
      className={classes.columns}
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.ok && possible) void draw.run(checked.parameters);
      }}
    >
      <DrawFields fields={fields.value?.fields ?? []} problems={checked.ok ? {} : checked.problems} />
      <div className={`${classes.result} ${classes.beside}`}>
        <PlanView
          plan={plan}
          missing={checked.ok ? null : missingWords(checked.problems)}
          possible={possible}
          comparisons={form.comparisons}
        />
        <PlanBar />
        <JobBar slot={SLOT} />
        {fields.error ? <ErrorNote error={fields.error} onRetry={() => void fields.reload()} /> : null}
        {draw.error ? <ErrorNote error={draw.error} onDismiss={draw.dismiss} /> : null}
      </div>
    </form>
  );
}
