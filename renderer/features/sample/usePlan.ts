import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract/commands.ts';
import type { SamplePlan } from '../../../shared/contract/sampling.ts';
import { textNow } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import { type Answer, createAsking } from '../../ui/asking.ts';

/** Slot of the counting in the jobs of the application. */
export const PLAN_SLOT = 'plan';

/** What a draw would give, counted again whenever its parameters change; the counting for those before is called off. */
export function usePlan(
  input: InputOf<'sample.plan'> | null,
): Answer<SamplePlan> & { reload: () => Promise<void> } {
  const [plan, setPlan] = useState<Answer<SamplePlan>>({ value: null, error: null, loading: input !== null });
  const runJob = useApp((state) => state.runJob);
  const cancelJob = useApp((state) => state.cancelJob);
  const latest = useRef(input);
  latest.current = input;
  const key = JSON.stringify(input);
  const ask = useMemo(
    () =>
      createAsking(
        () =>
          latest.current === null
            ? null
            : runJob(PLAN_SLOT, textNow(sampleText).counting, 'sample.plan', latest.current),
        setPlan,
      ),
    [runJob],
  );
  useEffect(() => {
    void ask(key);
    return () => void cancelJob(PLAN_SLOT);
  }, [ask, cancelJob, key]);
  const reload = useCallback(() => ask(key), [ask, key]);
  return { ...plan, reload };
}
