import type { StateCreator } from 'zustand';
import type { Failure } from '../../../shared/contract/result.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { textNow } from '../../catalogue/area.ts';
import type { JobsSlice } from '../../store/jobs.ts';
import { type AgreementReport, readReport, type Weighting } from './report.ts';

/** Resamples behind an interval, and their seed: the same ratings always show the same interval. */
export const BOOTSTRAP = { bootstrap: 1000, seed: 1 };

export const REPORT_SLOT = 'agreement';
export const INTERVAL_SLOT = 'agreement-intervals';
const SLICE_SLOT = 'agreement-slices';

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
  /** The field of the slices, null for none; and the report with them. */
  by: string | null;
  sliced: AgreementReport | null;
  sliceError: Failure | null;
  enter(project: string): void;
  /** Counts at once without intervals, then again with them, after so many milliseconds in which nothing came. */
  count(quiet?: number): Promise<void>;
  /** Counts in slices by a field; by none for null. */
  slice(by: string | null): Promise<void>;
  set(change: Partial<Pick<AgreementState, 'dimension' | 'weighting' | 'named'>>): void;
}

const FRESH = {
  report: null,
  countedAt: null,
  error: null,
  dimension: null,
  by: null,
  sliced: null,
  sliceError: null,
};

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export const agreementState =
  (jobs: () => Pick<JobsSlice, 'runJob' | 'cancelJob'>, now: () => Date): StateCreator<AgreementState> =>
  (set, get) => {
    let newest = 0;
    let newestSlice = 0;
    const ask = async (slot: string, input: Partial<typeof BOOTSTRAP> & { by?: string }) => {
      const answer = await jobs().runJob(slot, textNow(agreementText).counting, 'agreement.report', input);
      return answer.ok ? readReport(answer.value) : answer;
    };
    /** True when the report came and is still wanted. */
    const take = async (slot: string, input: Partial<typeof BOOTSTRAP>, mine: number): Promise<boolean> => {
      const read = await ask(slot, input);
      if (mine !== newest) return false;
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
      async count(quiet = 0) {
        newest += 1;
        const mine = newest;
        set({ counting: true });
        void jobs().cancelJob(INTERVAL_SLOT);
        const came = await take(REPORT_SLOT, {}, mine);
        const { by, slice } = get();
        if (came && by !== null) void slice(by);
        if (came && quiet > 0) await sleep(quiet);
        if (came && mine === newest) await take(INTERVAL_SLOT, BOOTSTRAP, mine);
        if (mine === newest) set({ counting: false });
      },
      async slice(by) {
        newestSlice += 1;
        const mine = newestSlice;
        if (by !== get().by) set({ by, sliced: null, sliceError: null });
        if (by === null) return;
        const read = await ask(SLICE_SLOT, { ...BOOTSTRAP, by });
        if (mine !== newestSlice) return;
        if (read.ok) set({ sliced: read.value, sliceError: null });
        else if (read.error.code !== 'CANCELLED') set({ sliceError: read.error });
      },
      set,
    };
  };
