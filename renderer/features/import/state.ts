import type { StateCreator } from 'zustand';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { type Failure, ok, type Result } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import type { Bridge } from '../../calls.ts';
import type { JobsSlice } from '../../store/jobs.ts';
import { added, type ChosenFile, readable, rounds, settled, withAdapter, without } from './chosen.ts';

export type ImportedRatings = OutputOf<'import.ratings'>;

/** What the last import did. */
export type Outcome =
  | { kind: 'transcripts'; files: readonly ImportedFile[] }
  | { kind: 'ratings'; names: readonly string[]; counts: ImportedRatings };

export interface ImportState {
  project: string | null;
  chosen: readonly ChosenFile[];
  outcome: Outcome | null;
  error: Failure | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  choose(): Promise<void>;
  drop(files: readonly File[]): Promise<void>;
  readAs(file: string, adapter: string): Promise<void>;
  remove(file: string): void;
  /** Takes the files that cannot be read off the list. */
  removeRefused(): void;
  importChosen(): Promise<void>;
  importRatings(): Promise<void>;
  /** Imports a listed file as ratings. */
  importAsRatings(file: string): Promise<void>;
  dismissError(): void;
}

/** The part of the application store that running an import needs. */
export interface Jobs {
  runJob: JobsSlice['runJob'];
  refreshProject: () => Promise<void>;
}

/** Slot of the import's progress in the jobs of the application. */
export const IMPORT_SLOT = 'import';

const EMPTY = { chosen: [], outcome: null, error: null };

export const importState =
  (through: Pick<Bridge, 'call' | 'dropped'>, jobs: () => Jobs): StateCreator<ImportState> =>
  (set, get) => {
    const look = async ({ file, name, adapter }: Pick<ChosenFile, 'file' | 'name' | 'adapter'>) => {
      const result = await jobs().runJob(`look ${file}`, `Reading ${name}`, 'import.inspect', {
        file,
        adapter,
      });
      set(({ chosen }) => ({ chosen: settled(chosen, file, adapter, result) }));
    };

    const take = async (picked: readonly PickedFile[]) => {
      const before = get().chosen;
      const chosen = added(before, picked);
      if (chosen.length === before.length) return;
      set({ chosen, outcome: null, error: null });
      for (const fresh of chosen.slice(before.length)) await look(fresh);
    };

    /** Imports under one adapter after another; what has gone in leaves the list at once. */
    const importRounds = async (): Promise<Result<null>> => {
      const done: ImportedFile[] = [];
      for (const round of rounds(get().chosen)) {
        const result = await jobs().runJob(IMPORT_SLOT, 'Transcripts', 'import.transcripts', round);
        if (!result.ok) return result;
        done.push(...result.value.files);
        set(({ chosen }) => ({
          chosen: chosen.filter(({ file }) => !round.files.includes(file)),
          outcome: { kind: 'transcripts', files: [...done] },
        }));
      }
      return ok(null);
    };

    const takeRatings = async (picked: readonly Pick<PickedFile, 'file' | 'name'>[]) => {
      set({ error: null, outcome: null });
      const files = picked.map(({ file }) => file);
      const result = await jobs().runJob(IMPORT_SLOT, 'Ratings', 'import.ratings', { files });
      if (!result.ok) return set({ error: result.error });
      const names = picked.map(({ name }) => name);
      set(({ chosen }) => ({
        chosen: readable(chosen),
        outcome: { kind: 'ratings', names, counts: result.value },
      }));
      await jobs().refreshProject();
    };

    return {
      project: null,
      ...EMPTY,

      enter: (project) => {
        if (get().project !== project) set({ project, ...EMPTY });
      },

      async choose() {
        const picked = await through.call('pick.transcripts', {});
        if (picked.ok) await take(picked.value);
        else set({ error: picked.error });
      },

      drop: async (files) => take(await through.dropped(files)),

      async readAs(file, adapter) {
        set(({ chosen }) => ({ chosen: withAdapter(chosen, file, adapter) }));
        const entry = get().chosen.find((candidate) => candidate.file === file);
        if (entry) await look(entry);
      },

      remove: (file) => set(({ chosen }) => ({ chosen: without(chosen, file) })),

      removeRefused: () => set(({ chosen }) => ({ chosen: readable(chosen) })),

      async importChosen() {
        set({ error: null, outcome: null });
        const result = await importRounds();
        if (result.ok) set(({ chosen }) => ({ chosen: readable(chosen) }));
        else set({ error: result.error });
        await jobs().refreshProject();
      },

      async importRatings() {
        const picked = await through.call('pick.ratings', {});
        if (!picked.ok) return set({ error: picked.error });
        if (picked.value.length > 0) await takeRatings(picked.value);
      },

      async importAsRatings(file) {
        const entry = get().chosen.find((candidate) => candidate.file === file);
        if (entry) await takeRatings([entry]);
      },

      dismissError: () => set({ error: null }),
    };
  };
