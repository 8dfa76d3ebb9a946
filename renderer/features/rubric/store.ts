import { create } from 'zustand';

export type RubricTab = 'inForce' | 'versions' | 'again';

interface RubricState {
  project: string | null;
  tab: RubricTab;
  /** Numbers of the versions that are compared; null for the newest and the one before. */
  compared: { before: number; after: number } | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  set(change: Partial<Pick<RubricState, 'tab' | 'compared'>>): void;
}

/** What the screen shows: it stays while another screen is shown. */
export const useRubricScreen = create<RubricState>()((set, get) => ({
  project: null,
  tab: 'inForce',
  compared: null,
  enter: (project) => {
    if (get().project !== project) set({ project, tab: 'inForce', compared: null });
  },
  set,
}));
