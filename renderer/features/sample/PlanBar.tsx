import { useApp } from '../../store/app.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { PLAN_SLOT } from './usePlan.ts';

/** A plan that takes no longer than this needs no bar, ms. */
const SOON = 700;

/** How far the counting for a plan is, where there is much to count, and Cancel. */
export function PlanBar() {
  const job = useApp((state) => state.jobs[PLAN_SLOT]);
  const takesLong = job?.progress != null && Date.now() - job.startedAt > SOON;
  return takesLong ? <JobBar slot={PLAN_SLOT} /> : null;
}
