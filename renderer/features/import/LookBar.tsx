import { useApp } from '../../store/app.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { lookSlot } from './look-slot.ts';

/** A look that takes no longer than this needs no bar, ms. */
const SOON = 500;

/** How far the look at a large file or a large folder is, and Cancel; `of` is its key in the list. */
export function LookBar({ of }: { of: string }) {
  const slot = lookSlot(of);
  const job = useApp((state) => state.jobs[slot]);
  const takesLong = job?.progress != null && Date.now() - job.startedAt > SOON;
  return takesLong ? <JobBar slot={slot} /> : null;
}
