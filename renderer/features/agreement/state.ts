import type { StateCreator } from 'zustand';
import type { Failure } from '../../../shared/contract/result.ts';
import type { JobsSlice } from '../../store/jobs.ts';
import { type AgreementReport, readReport, type Weighting } from './report.ts';

/** Resamples behind an interval, and their seed: the same ratings always show the same interval. */
const BOOTSTRAP = { bootstrap: 1000, seed: 1 };

export const REPORT_SLOT = 'agreement';
export const INTERVAL_SLOT = 'agreement intervals';

export interface AgreementState {
  project: string | null;
  report: AgreementReport | null;
  /** When the report was counted, ISO; null before the first. */
  countedAt: string | null;
  error: Failure | null;
  counting: boolean;
  /** The dimension looked at; null for the first. */
  dimension: string | null;
  weighting: Weighting;
  /** Names of raters instead of pseudonyms. */
  named: boolean;
  enter(project: string): void;
  /** Counts at once without intervals, then again with them. */
  count(): Promise<void>;
  set(change: Partial<Pick<AgreementState, 'dimension' | 'weighting' | 'named'>>): void;
}

const FRESH = { report: null, countedAt: null, error: null, dimension: null };

export const agreementState =
  (jobs: () => Pick<JobsSlice, 'runJob'>, now: () => Date): StateCreator<AgreementState> =>
  (set, get) => {
    let newest = 0;
    /** True when the report came and is still wanted. */
    const ask = async (slot: string, input: Partial<typeof BOOTSTRAP>, mine: number): Promise<boolean> => {
      const answer = await jobs().runJob(slot, 'Counting agreement', 'agreement.report', input);
      if (mine !== newest) return false;
      const read = answer.ok ? readReport(answer.value) : answer;
      if (read.ok) set({ report: read.value, countedAt: now().toISOString(), error: null });
      else if (read.error.code !== 'CANCELLED') set({ error: read.error });
      return read.ok;
    };
    return {
      project: null,
      ...FRESH,
      counting: false,
      weighting: 'unweighted',
      named: false,
      enter: (project) => {
        if (get().project !== project) set({ project, ...FRESH });
      },
      async count() {
        newest += 1;
        const mine = newest;
        set({ counting: true });
        const came = await ask(REPORT_SLOT, {}, mine);
        if (came) await ask(INTERVAL_SLOT, BOOTSTRAP, mine);
        if (mine === newest) set({ counting: false });
      },
      set,
    };
  };
