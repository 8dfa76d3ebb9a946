import { create } from 'zustand';
import type { Exported } from '../../../shared/contract/reporting.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { DEFAULT_RECIPE, type RecipeForm } from './recipe-form.ts';

interface ExportState {
  project: string | null;
  form: RecipeForm;
  folder: PickedFile | null;
  /** What the last export wrote. */
  written: Exported | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  setForm(change: Partial<RecipeForm>): void;
  set(change: Partial<Pick<ExportState, 'folder' | 'written'>>): void;
}

const FRESH = { form: DEFAULT_RECIPE, folder: null, written: null };

/** The recipe being written: it keeps what was typed while another screen is shown. */
export const useExport = create<ExportState>()((set, get) => ({
  project: null,
  ...FRESH,
  enter: (project) => {
    if (get().project !== project) set({ project, ...FRESH });
  },
  setForm: (change) => set(({ form }) => ({ form: { ...form, ...change }, written: null })),
  set,
}));
