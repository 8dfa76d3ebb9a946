import { create } from 'zustand';
import type { MadePacket, MergeResult } from '../../../shared/contract/packets.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';

interface ExchangeState {
  project: string | null;
  /** Names of the raters to write packets for; null for all who have work. */
  chosen: readonly string[] | null;
  passphrase: string;
  made: readonly MadePacket[] | null;
  merged: MergeResult | null;
  /** Files that did not open, and can be tried again with their passphrase. */
  locked: readonly PickedFile[];
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  set(change: Partial<Pick<ExchangeState, 'chosen' | 'passphrase' | 'made' | 'merged' | 'locked'>>): void;
}

const FRESH = { chosen: null, passphrase: '', made: null, merged: null, locked: [] };

/** What was typed and what was last done on the screen, kept while another one is shown. */
export const useExchange = create<ExchangeState>()((set, get) => ({
  project: null,
  ...FRESH,
  enter: (project) => {
    if (get().project !== project) set({ project, ...FRESH });
  },
  set,
}));
