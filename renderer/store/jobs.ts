import type { CommandName, InputOf, OutputOf } from '../../shared/contract/commands.ts';
import type { Progress } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Bridge } from '../calls.ts';
import type { Slice } from './state.ts';

export interface Job {
  id: string;
  /** What is being done, for the person waiting: "Importing transcripts". */
  title: string;
  startedAt: number;
  cancelling: boolean;
  /** The newest report, or null before the first. */
  progress: Progress | null;
}

export interface JobsSlice {
  /** Running jobs by slot: a screen names its slot ("import") and finds its job again when it comes back. */
  jobs: Readonly<Record<string, Job>>;
  /** Runs a command with progress in a slot. A slot holds one job at a time. */
  runJob<Name extends CommandName>(
    slot: string,
    title: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<Result<OutputOf<Name>>>;
  cancelJob(slot: string): Promise<void>;
  /** Takes a progress report in; reports of jobs that ended are dropped. */
  noteProgress(progress: Progress): void;
}

/** How fast a job goes (units a second) and how long it still takes (ms); null where it cannot be told. */
export function pace(job: Job, now: number): { rate: number | null; left: number | null } {
  const done = job.progress?.done ?? 0;
  const elapsed = now - job.startedAt;
  if (done <= 0 || elapsed < 500) return { rate: null, left: null };
  const rate = (done / elapsed) * 1000;
  const total = job.progress?.total ?? null;
  return { rate, left: total === null ? null : (Math.max(0, total - done) / rate) * 1000 };
}

export const jobsSlice =
  (bridge: Bridge): Slice<JobsSlice> =>
  (set, get) => {
    const put = (slot: string, change: Partial<Job>) =>
      set(({ jobs }) => {
        const job = jobs[slot];
        return job ? { jobs: { ...jobs, [slot]: { ...job, ...change } } } : {};
      });
    return {
      jobs: {},
      async runJob(slot, title, name, input) {
        const id = crypto.randomUUID();
        const job: Job = { id, title, startedAt: Date.now(), cancelling: false, progress: null };
        set(({ jobs }) => ({ jobs: { ...jobs, [slot]: job } }));
        const result = await bridge.call(name, input, { job: id });
        set(({ jobs }) => {
          if (jobs[slot]?.id !== id) return {};
          const { [slot]: _ended, ...others } = jobs;
          return { jobs: others };
        });
        return result;
      },
      async cancelJob(slot) {
        const job = get().jobs[slot];
        if (!job) return;
        put(slot, { cancelling: true });
        await bridge.call('job.cancel', { job: job.id });
      },
      noteProgress(progress) {
        const slot = Object.entries(get().jobs).find(([, job]) => job.id === progress.job)?.[0];
        if (slot !== undefined) put(slot, { progress });
      },
    };
  };
