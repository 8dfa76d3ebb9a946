import { Button } from '@mantine/core';
import type { InputOf } from '../../../shared/contract/commands.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction, useCall } from '../../ui/useCall.ts';
import { AssignFields } from './AssignFields.tsx';
import { AssignResult } from './AssignResult.tsx';
import { AssignSummary } from './AssignSummary.tsx';
import { assignInput } from './assign-form.ts';
import classes from './Sample.module.css';
import { SampleList } from './SampleList.tsx';
import { useSample } from './store.ts';
import { WorkState } from './WorkState.tsx';

const SLOT = 'assign';

/** Who judges which items: raters and overlap at the left, what that means and the samples at the right. */
export function AssignPanel() {
  const t = useText(assignText);
  const { assign: form, gold, sample, assigned, set } = useSample();
  const runJob = useApp((state) => state.runJob);
  const refreshProject = useApp((state) => state.refreshProject);
  const list = useCall('sample.list', {});
  const samples = list.value?.samples ?? [];
  const chosen = samples.find(({ id }) => id === sample) ?? samples[0];
  const input = chosen ? assignInput(form, chosen.id, gold?.file ?? null) : null;
  const state = useCall('assign.state', chosen ? { sample: chosen.id } : null);
  const plan = useAction(async (wanted: InputOf<'assign.plan'>) => {
    const made = await runJob(SLOT, t.planning, 'assign.plan', wanted);
    if (made.ok) {
      set({ gold: null, assigned: { sample: wanted.sample, plan: made.value } });
      await Promise.all([refreshProject(), list.reload(), state.reload()]);
    }
    return made;
  });
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.reload()} />;
  if (!list.value) return <p className={classes.hint}>{t.fetching}</p>;
  if (!chosen)
    return (
      <EmptyState
        title={t.noSample}
        text={t.noSampleText}
        action={<Button onClick={() => set({ step: 'draw' })}>{t.toDraw}</Button>}
      />
    );
  const result = assigned?.sample === chosen.id ? assigned.plan : null;
  return (
    <form
      className={classes.columns}
      onSubmit={(event) => {
        event.preventDefault();
        if (input && !plan.busy) void plan.run(input);
      }}
    >
      <AssignFields />
      <div className={classes.result}>
        {result ? (
          <AssignResult result={result} onAgain={() => set({ assigned: null })} />
        ) : (
          <AssignSummary sample={chosen} possible={input !== null && !plan.busy} />
        )}
        <JobBar slot={SLOT} />
        {plan.error ? <ErrorNote error={plan.error} onDismiss={plan.dismiss} /> : null}
        {state.value ? (
          <WorkState
            key={chosen.id}
            sample={chosen.id}
            state={state.value}
            onChange={() => void Promise.all([state.reload(), list.reload()])}
          />
        ) : null}
        <SampleList samples={samples} chosen={chosen.id} onChoose={(id) => set({ sample: id })} />
      </div>
    </form>
  );
}
