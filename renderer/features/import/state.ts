import type { StateCreator } from 'zustand';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import type { Failure, Result } from '../../../shared/contract/result.ts';
import type { Bridge } from '../../calls.ts';
import type { JobsSlice } from '../../store/jobs.ts';
import { type Chosen, readable, without, withoutEntry } from './chosen.ts';
import { importing } from './importing.ts';
import { looking } from './looking.ts';
import type { MappingDraft } from './mapping/draft.ts';
import type { Rejection, Written } from './quarantine/rejection.ts';
import { writing } from './quarantine/writing.ts';
import type { Reading } from './reading.ts';

export type ImportedRatings = OutputOf<'import.ratings'>;

/** What the last import did. */
export type Outcome =
  | {
      kind: 'transcripts';
      /** True where it was only tried, and nothing stored. */
      trial: boolean;
      files: readonly ImportedFile[];
    }
  | { kind: 'ratings'; names: readonly string[]; counts: ImportedRatings };

/** What is done with personal data on the way in. */
export type Privacy = Pick<ParsedInputOf<'import.transcripts'>, 'personalData' | 'names'>;

/** The parts of the screen. */
export type Part = 'new' | 'rejected' | 'past';

export interface ImportState {
  project: string | null;
  part: Part;
  chosen: readonly Chosen[];
  outcome: Outcome | null;
  error: Failure | null;
  privacy: Privacy;
  /** What an import is under way with: keys of the files, in their order. */
  running: readonly string[];
  /** How often a mapping was saved: lists of them are read again then. */
  mappingsSaved: number;
  /** Which rejected records are shown. */
  rejection: Rejection;
  /** What was written of them last. */
  written: Written | null;
  writeError: Failure | null;

  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  show(part: Part): void;
  setPrivacy(change: Partial<Privacy>): void;
  choose(): Promise<void>;
  chooseFolder(): Promise<void>;
  drop(files: readonly File[]): Promise<void>;
  /** Shows what is in a file that a look over its folder found. */
  inspect(key: string): Promise<void>;
  /** Reads a file, or all of a folder, in another way. */
  readAs(key: string, reading: Partial<Reading>): Promise<void>;
  /** Reads a file by what its fields are; what they may be is filled in. */
  readByFields(key: string): Promise<void>;
  /** Takes in a mapping while it is edited, and tries it on the first records as soon as it says enough. */
  edit(key: string, draft: MappingDraft): Promise<void>;
  /** Keeps the mapping of a file in the project, under a name. */
  saveMapping(key: string, name: string): Promise<Result<unknown>>;
  /** Reads every other file that is read by its fields as this one is. */
  mapAlike(key: string): Promise<void>;
  remove(key: string): void;
  /** Takes a folder off the list. */
  removeFolder(file: string): void;
  /** Takes the files that cannot be read off the list. */
  removeRefused(): void;
  /** Imports what was chosen; as a trial nothing is stored. */
  importChosen(trial?: boolean): Promise<void>;
  importRatings(): Promise<void>;
  /** Imports a listed file as ratings. */
  importAsRatings(key: string): Promise<void>;
  dismissError(): void;
  dismissOutcome(): void;
  /** Shows rejected records: of one batch or all, of one reason or all. */
  showRejected(rejection: Rejection): void;
  /** Writes the rejected records that are shown to a file, to be mended. */
  writeRejected(name: string): Promise<void>;
  /** Chooses the file that was written, mended meanwhile, for import. */
  chooseMended(): Promise<void>;
}

/** The part of the application store that running an import needs. */
export interface Jobs {
  runJob: JobsSlice['runJob'];
  refreshProject: () => Promise<void>;
}

/** Slot of the import's progress in the jobs of the application. */
export const IMPORT_SLOT = 'import';

const EMPTY = {
  part: 'new',
  chosen: [],
  outcome: null,
  error: null,
  privacy: { personalData: 'placeholders', names: false },
  running: [],
  mappingsSaved: 0,
  rejection: {},
  written: null,
  writeError: null,
} as const;

/** What the actions of the screen work with. */
export interface Desk {
  bridge: Pick<Bridge, 'call' | 'dropped'>;
  jobs: () => Jobs;
  get: () => ImportState;
  set: (change: Partial<ImportState>) => void;
  /** Changes the list of what was chosen. */
  list: (change: (chosen: readonly Chosen[]) => readonly Chosen[]) => void;
}

export const importState =
  (bridge: Desk['bridge'], jobs: () => Jobs): StateCreator<ImportState> =>
  (set, get) => {
    const list: Desk['list'] = (change) => set(({ chosen }) => ({ chosen: change(chosen) }));
    const desk: Desk = { bridge, jobs, get, set, list };
    const looks = looking(desk);
    return {
      project: null,
      ...EMPTY,
      ...looks,
      ...importing(desk),
      ...writing(desk, looks.take),

      enter: (project) => {
        if (get().project !== project) set({ project, ...EMPTY });
      },
      show: (part) => set({ part }),
      setPrivacy: (change) => set(({ privacy }) => ({ privacy: { ...privacy, ...change } })),
      remove: (key) => list((chosen) => without(chosen, key)),
      removeFolder: (file) => list((chosen) => withoutEntry(chosen, file)),
      removeRefused: () => list(readable),
      dismissError: () => set({ error: null }),
      dismissOutcome: () => set({ outcome: null }),
      showRejected: (rejection) => set({ part: 'rejected', rejection, written: null, writeError: null }),
    };
  };
